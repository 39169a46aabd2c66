package chancery.release.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads `chancery.nq` of a release from start to end, line by line; comments are left out.
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
        Path file = dumps.resolve(NAME);
        try {
            return new DumpLines(file);
        } catch (IOException e) {
            throw new UnreadableDump(file + ": found no readable file, expected a dump", e);
        }
    }

    static void each(Path dumps, Consumer<QuadLine> reader) throws IOException {
        try (DumpLines lines = open(dumps)) {
            for (Optional<QuadLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.accept(line.get());
            }
        }
    }

    /// @return empty at the end
    /// @throws UnreadableDump also when a line is no quad, or none that comes after the one before
    Optional<QuadLine> next() throws UnreadableDump {
        String line;
        do {
            number++;
            line = line();
            if (line == null) {
                return Optional.empty();
            }
        } while (line.startsWith("#"));
        Optional<QuadLine> quad = QuadLine.of(line);
        if (quad.isEmpty()) {
            throw new UnreadableDump(file + ":" + number + ": found no quad, expected one a line");
        }
        if (last.isPresent() && last.get().compareTo(quad.get()) >= 0) {
            throw new UnreadableDump(
                    file + ":" + number + ": found a quad before its place, expected them sorted");
        }
        last = quad;
        return quad;
    }

    private @Nullable String line() throws UnreadableDump {
        try {
            return lines.readLine();
        } catch (IOException e) {
            // the reader is ahead of the lines, so the place is not known better
            throw new UnreadableDump(
                    "%s: found no way to read on after line %d (%s), expected UTF-8"
                            .formatted(file, number - 1, e),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
