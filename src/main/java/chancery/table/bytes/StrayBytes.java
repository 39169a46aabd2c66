package chancery.table.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text in UTF-8 in which some bytes are of another encoding: each byte that belongs to no
/// character is read in that encoding, and the whole is UTF-8.
///
/// For files that somebody put together from files in two encodings. Line breaks stay where they
/// are. Used by one thread.
public final class StrayBytes extends InputStream {
    private static final int AT_ONCE = 1 << 16;

    /// A character may begin in one reading and end in the next one.
    private static final int MOST_PENDING = 3;

    private final InputStream in;
    private final byte[][] characters = new byte[256][];
    private final byte[] read = new byte[AT_ONCE];
    private int pending;
    private boolean atEnd;
    private byte[] ready = new byte[0];
    private int at;

    /// @param in is closed with this stream
    /// @param encoding every byte of which is a character, such as windows-1252
    public StrayBytes(InputStream in, Charset encoding) {
        this.in = in;
        for (int i = 0; i < characters.length; i++) {
            String character = new String(new byte[] {(byte) i}, encoding);
            characters[i] = character.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// @return whether there is another byte
    private boolean fill() throws IOException {
        while (at == ready.length && !(atEnd && pending == 0)) {
            int count = in.read(read, pending, AT_ONCE - pending);
            atEnd = count < 0;
            int end = pending + Math.max(0, count);
            int whole = atEnd ? end : end - unfinished(end);
            ready = mended(whole);
            at = 0;
            pending = end - whole;
            System.arraycopy(read, whole, read, 0, pending);
        }
        return at < ready.length;
    }

    private byte[] mended(int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to);
        int from = 0;
        while (from < to) {
            int broken = Utf8.firstBroken(read, from, to);
            if (broken < 0) {
                out.write(read, from, to - from);
                break;
            }
            out.write(read, from, broken - from);
            out.writeBytes(characters[read[broken] & 0xFF]);
            from = broken + 1;
        }
        return out.toByteArray();
    }

    /// How many bytes at the end may be the start of a character.
    private int unfinished(int end) {
        for (int back = 1; back <= Math.min(MOST_PENDING, end); back++) {
            int one = read[end - back] & 0xFF;
            if (one >= 0xC0) {
                int length = one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }
            if (one < 0x80) {
                return 0;
            }
        }
        return 0;
    }
}
