package chancery.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/// A file that is there as a whole or not at all: it is written beside its place and moved there at
/// the end. What is no plain file, such as a pipe, is written as it comes. A name that ends in
/// `.gz` gets compressed bytes.
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final OutputStream out;
    private boolean done;

    private OutputFile(Path file, Path part, OutputStream out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    static OutputFile open(Path file) throws Refusal {
        return open(file, file.toString().endsWith(".gz"));
    }

    /// The same, and gets the bytes as they are, whatever its name.
    static OutputFile openAsItIs(Path file) throws Refusal {
        return open(file, false);
    }

    private static OutputFile open(Path file, boolean compressed) throws Refusal {
        if (Files.isDirectory(file)) {
            throw new Refusal(file + ": found a folder, expected the name of a file to write");
        }
        boolean plain = !Files.exists(file) || Files.isRegularFile(file);
        Path part = plain ? file.resolveSibling(file.getFileName() + ".part") : file;
        try {
            OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
            return new OutputFile(
                    file, part, compressed ? new GZIPOutputStream(bytes, BUFFER) : bytes);
        } catch (IOException e) {
            throw new Refusal(file + ": found no way to write it (" + e + ")");
        }
    }

    OutputStream stream() {
        return out;
    }

    /// All has been written.
    void finish() throws IOException {
        out.close();
        if (!part.equals(file)) {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        done = true;
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            // closing writes what is left, and fails where writing did
            try {
                out.close();
            } finally {
                if (!part.equals(file)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
