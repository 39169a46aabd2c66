package chancery.map.compiled;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow at their end. Used by one thread.
final class Bytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /// What N-Triples writes behind a backslash; 0 if the byte stands for itself.
    private static final byte[] ESCAPES = new byte[256];

    /// What a URI template leaves as it is (RFC 6570, section 1.5: unreserved).
    private static final boolean[] UNRESERVED = new boolean[256];

    static {
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
        ESCAPES['\f'] = 'f';
        ESCAPES['\b'] = 'b';
        for (int c = 0; c < 128; c++) {
            UNRESERVED[c] =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~".indexOf(c) >= 0;
        }
    }

    private byte[] array;
    private int length;

    Bytes(int capacity) {
        this.array = new byte[capacity];
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void cutTo(int shorter) {
        length = shorter;
    }

    /// Makes room, so that so many more can be written.
    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + more));
        }
    }

    void put(byte b) {
        reserve(1);
        array[length++] = b;
    }

    void put(byte[] bytes) {
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(bytes, from, array, length, count);
        length += count;
    }

    /// A number, 0 or more.
    void putNumber(long number) {
        reserve(20);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /// As the text of a literal in N-Triples.
    void putEscaped(byte[] bytes, int from, int to) {
        reserve(2 * (to - from));
        byte[] into = array;
        int at = length;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            byte escape = ESCAPES[b & 0xFF];
            if (escape != 0) {
                into[at++] = '\\';
                into[at++] = escape;
            } else {
                into[at++] = b;
            }
        }
        length = at;
    }

    /// As the value of a variable of a URI template.
    void putEncoded(byte[] bytes, int from, int to) {
        reserve(3 * (to - from));
        byte[] into = array;
        int at = length;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (UNRESERVED[b & 0xFF]) {
                into[at++] = b;
            } else {
                into[at++] = '%';
                into[at++] = HEX[(b >> 4) & 0xF];
                into[at++] = HEX[b & 0xF];
            }
        }
        length = at;
    }

    /// Whether two parts are the same.
    boolean sameAs(int from, int to, int otherFrom, int otherTo) {
        return Arrays.equals(array, from, to, array, otherFrom, otherTo);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, length);
    }
}
