package chancery.table.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Whether bytes are text in UTF-8 (RFC 3629).
public final class Utf8 {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// @return where the first byte stands that belongs to no character; -1 if there is none
    public static int firstBroken(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
                at += 8;
            } else if (bytes[at] >= 0) {
                at++;
            } else {
                int length = length(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /// How many bytes the character has that starts here; 0 if none does.
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean allowed =
                switch (first) {
                    // no longer than it must be
                    case 0xE0 -> second >= 0xA0;
                    // no half of a pair
                    case 0xED -> second < 0xA0;
                    case 0xF0 -> second >= 0x90;
                    // nothing beyond U+10FFFF
                    case 0xF4 -> second < 0x90;
                    default -> true;
                };
        return allowed ? length : 0;
    }
}
