package chancery.release;

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
    private long number;

    private DumpLines(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedReader(file);
    }

    /// @param release its folder
    static DumpLines open(Path release) throws IOException {
        return new DumpLines(release.resolve(Release.DUMPS).resolve(NAME));
    }

    static void each(Path release, Consumer<QuadLine> reader) throws IOException {
        try (DumpLines lines = open(release)) {
            for (Optional<QuadLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.accept(line.get());
            }
        }
    }

    /// @return empty at the end
    /// @throws IOException also when a line is no quad
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
        return quad;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
