package chancery.release.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads `chancery.nq` of a release from start to end, line by line.
final class DumpLines implements AutoCloseable {
    private static final String NAME = "chancery.nq";

    private final Path file;
    private final BufferedReader lines;
    private Optional<QuadLine> last = Optional.empty();
    private long number;

    private DumpLines(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedReader(file);
    }

    /// @param dumps folder of the dumps of a release
    static DumpLines open(Path dumps) throws IOException {
        return new DumpLines(dumps.resolve(NAME));
    }

    static void each(Path dumps, Consumer<QuadLine> reader) throws IOException {
        try (DumpLines lines = open(dumps)) {
            for (Optional<QuadLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.accept(line.get());
            }
        }
    }

    /// @return empty at the end
    /// @throws IOException also when a line is no quad, or none that comes after the one before it
    Optional<QuadLine> next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            return Optional.empty();
        }
        number++;
        Optional<QuadLine> quad = QuadLine.of(line);
        if (quad.isEmpty()) {
            throw new IOException(file + ":" + number + ": found no quad, expected one a line");
        }
        if (last.isPresent() && last.get().compareTo(quad.get()) >= 0) {
            throw new IOException(
                    file + ":" + number + ": found a quad before its place, expected them sorted");
        }
        last = quad;
        return quad;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
