package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.ReleaseFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How long the page of two states takes that have ten thousand events between them, on this
/// machine (docs/benchmarks.md): the first time after the server has opened the release, then each
/// of a few choices again.
///
/// Run by hand: `mvn test -Dtest=BetweenBench -Dsurefire.failIfNoSpecifiedTests=false`; starts
/// `-Dchancery.between.rounds` (5) servers, one after the other, on one release in
/// `target/crowded`, and writes its table to `target/between.md`.
class BetweenBench {
    private static final Path RELEASES = Path.of("target/crowded");
    private static final int ROUNDS = Integer.getInteger("chancery.between.rounds", 5);
    private static final int TIMES = 20;

    private static final List<String> CHOICES =
            List.of("", "?page=100", "?from=1992&to=1992", "?stance=any&source=gazette");

    @Test
    void measureFirstAndLaterRequests() throws Exception {
        if (!Files.isDirectory(RELEASES)) {
            ReleaseFixture.write(RELEASES, "r1", CrowdedPair.trig(10_000));
            ReleaseFixture.makeCurrent(RELEASES, "r1");
        }
        StringBuilder table = new StringBuilder("| request | first, ms | median | highest |\n");
        table.append("|---|---|---|---|\n");
        for (int round = 0; round < ROUNDS; round++) {
            try (LiveServer server = LiveServer.of(RELEASES)) {
                for (String choice : CHOICES) {
                    table.append(measure(server, choice));
                }
            }
        }
        Files.writeString(Path.of("target/between.md"), table);
        assertEquals(2L + (long) ROUNDS * CHOICES.size(), table.toString().lines().count());
    }

    private static String measure(LiveServer server, String choice) throws Exception {
        double first = millis(server, choice);
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            later.add(millis(server, choice));
        }
        Collections.sort(later);
        return String.format(
                Locale.ROOT,
                "| `%s` | %.0f | %.0f | %.0f |%n",
                CrowdedPair.PATH + choice,
                first,
                later.get(TIMES / 2),
                later.getLast());
    }

    private static double millis(LiveServer server, String choice) throws Exception {
        long start = System.nanoTime();
        int status = server.web().get(CrowdedPair.PATH + choice, "text/html").statusCode();
        double millis = (System.nanoTime() - start) / 1e6;
        assertEquals(200, status);
        return millis;
    }
}
