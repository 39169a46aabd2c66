package chancery.map.compiled;

import chancery.check.CheckedRow;
import chancery.check.keys.KeyDigest;
import chancery.check.keys.KeyStore;
import java.io.IOException;
import java.util.Arrays;

/// Digests of the primary keys of some rows, and where these stand. Used by one thread.
final class RowKeys {
    private static final int WORDS = 4;

    private long[] words = new long[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte[] bytes, int from, int to, long line, long row) {
        if (length + WORDS > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[length] = KeyDigest.high(bytes, from, to);
        words[length + 1] = KeyDigest.low(bytes, from, to);
        words[length + 2] = line;
        words[length + 3] = row;
        length += WORDS;
    }

    /// The key of a row that the reference path read.
    void add(TableJob job, CheckedRow row) {
        byte[] key = job.keys() ? Bytes.of(job.key(row)) : new byte[0];
        if (key.length > 0) {
            add(key, 0, key.length, row.position().line(), row.position().row());
        }
    }

    /// Takes a key: both halves of its digest, and where it stands.
    @FunctionalInterface
    interface Each {
        void take(long high, long low, long line, long row);
    }

    void each(Each key) {
        for (int i = 0; i < length; i += WORDS) {
            key.take(words[i], words[i + 1], words[i + 2], words[i + 3]);
        }
    }

    void addTo(KeyStore store) throws IOException {
        for (int i = 0; i < length; i += WORDS) {
            store.add(words[i], words[i + 1], words[i + 2], words[i + 3]);
        }
    }
}
