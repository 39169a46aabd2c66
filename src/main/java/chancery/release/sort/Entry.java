package chancery.release.sort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Entries are texts in UTF-8, one behind the other with a zero byte between.
///
/// Two of them compare as their first texts do by `String.compareTo`, then as their second ones,
/// and so on. No text holds the character zero.
public final class Entry {
    static final byte BETWEEN = 0;

    /// From here on the order of UTF-8 is not that of `String.compareTo`, which looks at
    // surrogates.
    private static final int FIRST_BEHIND_SURROGATES = 0xEE;

    private static final int FIRST_OF_FOUR_BYTES = 0xF0;

    /// The order of entries.
    public static final Comparator<byte[]> ORDER = Entry::compare;

    private Entry() {}

    /// @param texts at least one
    public static byte[] of(String... texts) {
        return String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
    }

    /// @param parts texts in UTF-8; at least one
    public static byte[] joined(byte[]... parts) {
        int length = parts.length - 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] entry = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, entry, at, part.length);
            at += part.length + 1;
        }
        return entry;
    }

    /// @return the texts; at least one
    public static List<String> texts(byte[] entry) {
        List<String> texts = new ArrayList<>(4);
        int from = 0;
        while (from <= entry.length) {
            int end = end(entry, from);
            texts.add(new String(entry, from, end - from, StandardCharsets.UTF_8));
            from = end + 1;
        }
        return texts;
    }

    /// @param from where a text begins
    /// @return where it ends: the place of the next zero byte, or the length
    public static int end(byte[] entry, int from) {
        int end = from;
        while (end < entry.length && entry[end] != BETWEEN) {
            end++;
        }
        return end;
    }

    private static int compare(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        if (at < 0) {
            return 0;
        }
        if (at == one.length || at == other.length) {
            return one.length - other.length;
        }
        int left = one[at] & 0xFF;
        int right = other[at] & 0xFF;
        boolean turned =
                Math.min(left, right) >= FIRST_BEHIND_SURROGATES
                        && (left >= FIRST_OF_FOUR_BYTES) != (right >= FIRST_OF_FOUR_BYTES);
        return turned ? right - left : left - right;
    }
}
