package chancery.release.sort;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Writes sorted entries to a file: of each how many bytes it has in common with the one before,
/// how many follow, and these. Sorted triples become a third so long.
final class RunWriter implements Closeable {
    /// Of a number, this many bits are in a byte; the bit above says that more follow.
    static final int BITS = 7;

    static final int MORE = 1 << BITS;
    private static final int MOST_OF_NUMBERS = 10;

    private final OutputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private byte[] before = new byte[0];

    RunWriter(Path path) throws IOException {
        this(opened(path));
    }

    RunWriter(OutputStream file) {
        this.file = file;
    }

    static OutputStream opened(Path path) throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void write(byte[] entry) throws IOException {
        int mismatch = Arrays.mismatch(before, entry);
        int same = mismatch < 0 ? entry.length : mismatch;
        int rest = entry.length - same;
        if (filled + MOST_OF_NUMBERS > buffer.length) {
            flush();
        }
        number(same);
        number(rest);
        if (filled + rest > buffer.length) {
            flush();
        }
        if (rest > buffer.length) {
            file.write(entry, same, rest);
        } else {
            System.arraycopy(entry, same, buffer, filled, rest);
            filled += rest;
        }
        before = entry;
    }

    private void number(int value) {
        int left = value;
        while (left >= MORE) {
            buffer[filled++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        buffer[filled++] = (byte) left;
    }

    private void flush() throws IOException {
        file.write(buffer, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
