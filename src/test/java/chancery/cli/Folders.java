package chancery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of the seed tables that a test may spoil, and the optional folder of the texts.
final class Folders {
    private Folders() {}

    /// @return the folder of the source texts, where it lies beside the project
    static Optional<Path> texts() {
        Path texts = Path.of("../shared/seeds");
        return Files.isDirectory(texts) ? Optional.of(texts) : Optional.empty();
    }

    static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
