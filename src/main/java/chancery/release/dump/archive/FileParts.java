package chancery.release.dump.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which parts of a file hold anything: a database grows its files in large steps, and most of the
/// last step are zeros that take no room on the disk.
///
/// @param parts in the order of the file; they do not touch
record FileParts(long sizeBytes, List<Part> parts) {
    /// Multiples of the blocks of an archive.
    private static final int BLOCK = 4096;

    private static final byte[] ZEROS = new byte[BLOCK];

    /// @param length in bytes; a multiple of the block but at the end of the file
    record Part(long offset, long length) {}

    /// A hole of fewer blocks is no hole.
    private static final int LEAST_HOLE = 16;

    static FileParts of(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        long from = -1;
        long to = 0;
        long at = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(block, 0, BLOCK);
                    read > 0;
                    read = in.readNBytes(block, 0, BLOCK)) {
                if (!Arrays.equals(block, 0, read, ZEROS, 0, read)) {
                    if (from >= 0 && at - to >= (long) LEAST_HOLE * BLOCK) {
                        parts.add(new Part(from, to - from));
                        from = -1;
                    }
                    from = from < 0 ? at : from;
                    to = at + read;
                }
                at += read;
            }
        }
        if (from >= 0) {
            parts.add(new Part(from, to - from));
        }
        return new FileParts(at, List.copyOf(parts));
    }

    long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    boolean hasHoles() {
        return length() < sizeBytes;
    }
}
