package chancery.infer;

import chancery.table.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A source whose reading is told to a watcher.
final class WatchedFile {
    private WatchedFile() {}

    static Source of(Source source, Watcher watcher) {
        return new Source(
                source.name(), () -> new Counting(source.opener().open(), source.name(), watcher));
    }

    private static final class Counting extends FilterInputStream {
        private final String name;
        private final Watcher watcher;

        Counting(InputStream in, String name, Watcher watcher) {
            super(in);
            this.name = name;
            this.watcher = watcher;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            watcher.read(name, read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            watcher.read(name, Math.max(0, read));
            return read;
        }
    }
}
