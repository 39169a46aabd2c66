package chancery.check.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// How long a key store takes for many keys, and for as many references to them; by hand.
public final class KeyStoreBench {
    private static final int KEY_BYTES = 12;

    private KeyStoreBench() {}

    /// @param args how many keys stay in memory, then how many there are, one or several times
    public static void main(String[] args) throws IOException {
        int inMemory = Integer.parseInt(args[0]);
        for (int i = 1; i < args.length; i++) {
            int rows = Integer.parseInt(args[i]);
            long begun = System.nanoTime();
            try (KeyStore keys = filled(inMemory, rows);
                    KeyStore references = filled(inMemory, rows)) {
                long added = System.nanoTime();
                long[] found = new long[2];
                keys.duplicates((line, row, firstLine, firstRow) -> found[0]++);
                long checked = System.nanoTime();
                keys.unresolved(references, (line, row, count) -> found[1]++);
                System.out.printf(
                        "%,d keys twice added %s, checked %s, %d twice; joined %s, %d unresolved%n",
                        rows,
                        Duration.ofNanos(added - begun),
                        Duration.ofNanos(checked - added),
                        found[0],
                        Duration.ofNanos(System.nanoTime() - checked),
                        found[1]);
            }
        }
    }

    private static KeyStore filled(int inMemory, int rows) throws IOException {
        KeyStore store = KeyStore.of(inMemory);
        byte[] key = "key000000000".getBytes(StandardCharsets.UTF_8);
        for (int row = 1; row <= rows; row++) {
            for (int i = KEY_BYTES - 1, rest = row; i > 2; i--, rest /= 10) {
                key[i] = (byte) ('0' + rest % 10);
            }
            store.add(
                    KeyDigest.high(key, 0, KEY_BYTES), KeyDigest.low(key, 0, KEY_BYTES), row, row);
        }
        return store;
    }
}
