package chancery.check.keys;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Sorted runs of entries, one behind the other in a temporary file that is gone when it is closed.
final class RunFile implements AutoCloseable {
    private static final int ENTRY_BYTES = Run.WORDS * Long.BYTES;
    private static final int WRITTEN_AT_ONCE = 8192 * ENTRY_BYTES;
    private static final int READ_AT_ONCE = 1024 * ENTRY_BYTES;

    private final FileChannel file;
    private long length;

    private RunFile(FileChannel file) {
        this.file = file;
    }

    /// Where a run stands.
    record Extent(long from, long to) {}

    static RunFile create(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "chancery-keys", ".run");
        return new RunFile(
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    /// Writes a run behind all others.
    Extent append(Run run) throws IOException {
        long from = length;
        ByteBuffer bytes = ByteBuffer.allocateDirect(WRITTEN_AT_ONCE);
        LongBuffer words = bytes.asLongBuffer();
        boolean more = run.next();
        while (more) {
            words.clear();
            while (more && words.hasRemaining()) {
                for (int i = 0; i < Run.WORDS; i++) {
                    words.put(run.word(i));
                }
                more = run.next();
            }
            bytes.clear().limit(words.position() * Long.BYTES);
            while (bytes.hasRemaining()) {
                length += file.write(bytes, length);
            }
        }
        return new Extent(from, length);
    }

    Run read(Extent extent) {
        return new Stored(file, extent);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Stored implements Run {
        private final FileChannel file;
        private final ByteBuffer bytes = ByteBuffer.allocate(READ_AT_ONCE);
        private final long[] words = new long[READ_AT_ONCE / Long.BYTES];
        private final long to;
        private long from;
        private int at;
        private int filled;

        Stored(FileChannel file, Extent extent) {
            this.file = file;
            this.from = extent.from();
            this.to = extent.to();
        }

        @Override
        public boolean next() throws IOException {
            at += WORDS;
            if (at < filled) {
                return true;
            }
            bytes.clear().limit((int) Math.min(READ_AT_ONCE, to - from));
            while (bytes.hasRemaining()) {
                int count = file.read(bytes, from);
                if (count < 0) {
                    throw new EOFException("the temporary file has become shorter");
                }
                from += count;
            }
            bytes.flip();
            filled = bytes.limit() / Long.BYTES;
            bytes.asLongBuffer().get(words, 0, filled);
            at = 0;
            return filled > 0;
        }

        @Override
        public long word(int word) {
            return words[at + word];
        }
    }
}
