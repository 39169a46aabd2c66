package chancery.check.keys;

import java.io.IOException;
import java.nio.file.Path;

/// The keys of a table, or the references of one foreign key, as digests: a given number of them in
/// memory, any number on disk. Used by one thread.
///
/// A hundred million keys take 3.2 GB of temporary files and no more memory than a million. The
/// files have no name on Linux and are gone when the store is closed or the process ends.
///
/// Rows may be added in any order. Questions may be asked again and between additions.
public final class KeyStore implements AutoCloseable {
    /// Rows are sorted by their numbers, of which the sorting looks at the first 42 bits.
    private static final int ROW_SHIFT = 22;

    private static final long MOST_ROWS = 1L << 41;

    private final int inMemory;
    private final Path folder;
    private final Entries keys;

    /// @param inMemory how many keys stay in memory, 1 to 4,194,304, each with 40 bytes; answers
    ///     take as much again for a short time
    /// @param folder where the files of larger stores go
    public KeyStore(int inMemory, Path folder) {
        this.inMemory = inMemory;
        this.folder = folder;
        this.keys = new Entries(inMemory, folder);
    }

    /// A store whose files go to the usual folder for temporary files.
    public static KeyStore of(int inMemory) {
        return new KeyStore(inMemory, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// A key that an earlier row has.
    @FunctionalInterface
    public interface Duplicate {
        /// @param line, row where it stands again
        /// @param firstLine, firstRow where it stands in the row of the smallest number
        void found(long line, long row, long firstLine, long firstRow) throws IOException;
    }

    /// A reference that does not lead to exactly one row.
    @FunctionalInterface
    public interface Unresolved {
        /// @param line, row where it stands
        /// @param count how many rows it leads to: 0, or more than 1
        void found(long line, long row, long count) throws IOException;
    }

    /// Adds one key.
    ///
    /// @param high, low the digest of its text, see [KeyDigest]
    /// @param line on which its record starts, 1-based
    /// @param row its number, 1-based, at most 2^41; no two keys have the same
    /// @throws IOException if a temporary file cannot be written
    public void add(long high, long low, long line, long row) throws IOException {
        if (row < 0 || row >= MOST_ROWS) {
            throw new IllegalArgumentException("found row " + row + ", expected 0 to 2^41");
        }
        keys.add(high, low, row, line);
    }

    /// How many keys there are, each as often as it was added.
    public long size() {
        return keys.size();
    }

    /// Tells every key that an earlier row has, in order of its rows.
    public void duplicates(Duplicate duplicate) throws IOException {
        try (Entries found = new Entries(inMemory, folder)) {
            Run run = keys.sorted();
            boolean more = run.next();
            while (more) {
                long high = run.word(0);
                long low = run.word(1);
                long firstRow = run.word(2);
                long firstLine = run.word(3);
                more = run.next();
                while (more && run.hasKey(high, low)) {
                    found.add(run.word(2) << ROW_SHIFT, run.word(3), firstRow, firstLine);
                    more = run.next();
                }
            }
            Run byRow = found.sorted();
            while (byRow.next()) {
                long row = byRow.word(0) >>> ROW_SHIFT;
                duplicate.found(byRow.word(1), row, byRow.word(3), byRow.word(2));
            }
        }
    }

    /// Tells every reference whose key stands here not at all or more than once, in order of the
    /// rows that refer.
    ///
    /// @param references digests of what is referred to, and where
    public void unresolved(KeyStore references, Unresolved unresolved) throws IOException {
        try (Entries found = new Entries(inMemory, folder)) {
            join(references.keys.sorted(), keys.sorted(), found);
            Run byRow = found.sorted();
            while (byRow.next()) {
                long row = byRow.word(0) >>> ROW_SHIFT;
                unresolved.found(byRow.word(1), row, byRow.word(2));
            }
        }
    }

    private static void join(Run references, Run keys, Entries found) throws IOException {
        boolean referring = references.next();
        boolean left = keys.next();
        while (referring) {
            long high = references.word(0);
            long low = references.word(1);
            while (left && isBefore(keys, high, low)) {
                left = keys.next();
            }
            long count = 0;
            while (left && keys.hasKey(high, low)) {
                count++;
                left = keys.next();
            }
            while (referring && references.hasKey(high, low)) {
                if (count != 1) {
                    found.add(references.word(2) << ROW_SHIFT, references.word(3), count, 0);
                }
                referring = references.next();
            }
        }
    }

    private static boolean isBefore(Run run, long high, long low) {
        return run.word(0) < high || (run.word(0) == high && run.word(1) < low);
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
