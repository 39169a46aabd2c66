package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The release of the real seed tables, built once for all tests of a run.
public final class SeedRelease {
    private static final Path RELEASES = Path.of("target/test-releases");

    private SeedRelease() {}

    /// @return `releases/<id>` of the seeds as they are
    public static synchronized Path folder() throws IOException {
        if (!GraphBuildAccess.isUpToDate(RELEASES)) {
            // one of the same id, made when the program wrote other files, would be kept
            clear();
            Result built = Result.of("build", "--releases", RELEASES.toString());
            assertEquals(0, built.exit(), built.out() + built.err());
        }
        return RELEASES.resolve(Files.readString(RELEASES.resolve("current")).strip());
    }

    private static void clear() throws IOException {
        if (Files.exists(RELEASES)) {
            try (Stream<Path> all = Files.walk(RELEASES)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /// The folder that holds it, as `--releases` takes it.
    public static Path releases() throws IOException {
        folder();
        return RELEASES;
    }

    /// Built in this run of the tests.
    private static final class GraphBuildAccess {
        private static final java.util.concurrent.atomic.AtomicBoolean BUILT =
                new java.util.concurrent.atomic.AtomicBoolean();

        static boolean isUpToDate(Path releases) {
            return BUILT.getAndSet(true) && Files.exists(releases.resolve("current"));
        }
    }
}
