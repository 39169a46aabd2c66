package chancery.map.compiled;

import chancery.check.keys.KeyDigest;
import java.io.Serializable;
import java.util.Arrays;

/// Digests of keys of some rows, and where these stand. Used by one thread.
public final class RowKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WORDS = 5;

    private long[] words = new long[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void add(int key, byte[] bytes, int from, int to, long line, long row) {
        add(key, KeyDigest.high(bytes, from, to), KeyDigest.low(bytes, from, to), line, row);
    }

    /// Notes a key.
    ///
    /// @param key its number
    /// @param high, low its digest
    /// @param line, row where it stands
    public void add(int key, long high, long low, long line, long row) {
        if (length + WORDS > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[length] = key;
        words[length + 1] = high;
        words[length + 2] = low;
        words[length + 3] = line;
        words[length + 4] = row;
        length += WORDS;
    }

    /// Takes a key: its number, both halves of its digest, and where it stands.
    @FunctionalInterface
    public interface Each<E extends Exception> {
        void take(int key, long high, long low, long line, long row) throws E;
    }

    /// Tells all of them, in the order in which they were noted.
    public <E extends Exception> void each(Each<E> key) throws E {
        for (int i = 0; i < length; i += WORDS) {
            key.take((int) words[i], words[i + 1], words[i + 2], words[i + 3], words[i + 4]);
        }
    }

    void addAll(RowKeys others) {
        others.each(this::add);
    }

    /// Gives back the room that was not needed.
    public RowKeys trimmed() {
        words = Arrays.copyOf(words, Math.max(WORDS, length));
        return this;
    }
}
