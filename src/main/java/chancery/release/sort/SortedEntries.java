package chancery.release.sort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Entries in order, each once; can be read as often as wanted, also by several threads.
public abstract sealed class SortedEntries {
    public static final SortedEntries NONE = new Kept(new byte[0][], 0);

    private SortedEntries() {}

    static SortedEntries of(byte[][] entries, int count) {
        return new Kept(entries, count);
    }

    static SortedEntries of(Path run) {
        return new Written(run);
    }

    /// Begins to read them, from the first one on; to be closed.
    public abstract EntryCursor open() throws IOException;

    /// These together with others; what is in both comes once.
    public SortedEntries with(SortedEntries others) {
        return new Both(this, others);
    }

    /// These without what others have too. Deleting it deletes these alone.
    public SortedEntries without(SortedEntries others) {
        return new Less(this, others);
    }

    /// These, each behind the same text. Deleting it deletes these.
    public SortedEntries behind(String text) {
        return new Behind(this, Entry.of(text));
    }

    /// Gives back memory and disk, when nobody reads them any more.
    public abstract void delete() throws IOException;

    private static final class Kept extends SortedEntries {
        private byte[][] entries;
        private int count;

        Kept(byte[][] entries, int count) {
            this.entries = entries;
            this.count = count;
        }

        @Override
        public EntryCursor open() {
            byte[][] all = entries;
            int end = count;
            return new EntryCursor() {
                private int next;

                @Override
                public byte @org.jspecify.annotations.Nullable [] next() {
                    return next < end ? all[next++] : null;
                }

                @Override
                public void close() {
                    next = end;
                }
            };
        }

        @Override
        public void delete() {
            entries = new byte[0][];
            count = 0;
        }
    }

    private static final class Written extends SortedEntries {
        private final Path run;

        Written(Path run) {
            this.run = run;
        }

        @Override
        public EntryCursor open() throws IOException {
            return new RunReader(run);
        }

        @Override
        public void delete() throws IOException {
            Files.deleteIfExists(run);
        }
    }

    private static final class Less extends SortedEntries {
        private final SortedEntries entries;
        private final SortedEntries others;

        Less(SortedEntries entries, SortedEntries others) {
            this.entries = entries;
            this.others = others;
        }

        @Override
        public EntryCursor open() throws IOException {
            return new LeftOut(entries, others);
        }

        @Override
        public void delete() throws IOException {
            entries.delete();
        }
    }

    private static final class Behind extends SortedEntries {
        private final SortedEntries entries;
        private final byte[] before;

        Behind(SortedEntries entries, byte[] before) {
            this.entries = entries;
            this.before = before;
        }

        @Override
        public EntryCursor open() throws IOException {
            EntryCursor cursor = entries.open();
            return new EntryCursor() {
                @Override
                public byte @org.jspecify.annotations.Nullable [] next() throws IOException {
                    byte[] entry = cursor.next();
                    return entry == null ? null : Entry.joined(before, entry);
                }

                @Override
                public void close() throws IOException {
                    cursor.close();
                }
            };
        }

        @Override
        public void delete() throws IOException {
            entries.delete();
        }
    }

    private static final class Both extends SortedEntries {
        private final List<SortedEntries> parts;

        Both(SortedEntries one, SortedEntries other) {
            this.parts = List.of(one, other);
        }

        @Override
        public EntryCursor open() throws IOException {
            return MergedEntries.of(parts);
        }

        @Override
        public void delete() throws IOException {
            for (SortedEntries part : parts) {
                part.delete();
            }
        }
    }
}
