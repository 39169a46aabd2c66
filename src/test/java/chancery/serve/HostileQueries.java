package chancery.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Queries that ask for more time or memory than there is, each for a reason of its own.
final class HostileQueries {
    /// Another server, as queries write it.
    static final String OTHER = "http://service.example/sparql";

    private static final Path FOLDER = Path.of("src/test/resources/chancery/guard/hostile");

    private HostileQueries() {}

    /// By name.
    static Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString().replace(".rq", ""), read(file));
            }
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
