package chancery.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fuzzes each [FuzzTarget] in a process of its own, two at a time: with a number of inputs
/// that take about ten seconds, from the same seed everywhere; or for 600 seconds with
/// `-Dchancery.soak=true`, or as many as `-Dchancery.fuzz.seconds` says, with a seed of the clock.
///
/// What was tried is in `target/fuzz`, with a table for `docs/reliability.md`.
class Fuzzing {
    private static final int AT_ONCE = 2;
    private static final int SHORT = 0;
    private static final int SECONDS =
            Integer.getInteger("chancery.fuzz.seconds", SoakTable.times(SHORT, 600));
    private static final Map<FuzzTarget, Future<FuzzRun>> RUNS = new EnumMap<>(FuzzTarget.class);
    private static ExecutorService workers;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FuzzRun.FOLDER);
        workers = Executors.newFixedThreadPool(AT_ONCE);
        for (FuzzTarget target : FuzzTarget.values()) {
            RUNS.put(target, workers.submit(() -> FuzzRun.of(target, effort(target))));
        }
    }

    private static FuzzRun.Effort effort(FuzzTarget target) {
        return SECONDS == SHORT ? FuzzRun.Effort.fixed(target) : FuzzRun.Effort.of(SECONDS);
    }

    @AfterAll
    static void stop() {
        workers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void findsNothing(FuzzTarget target) throws Exception {
        FuzzRun run = RUNS.get(target).get();
        String row =
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %,d | %d |%n",
                        target.folder(),
                        run.seconds(),
                        run.executions(),
                        run.found().size());
        Files.writeString(
                FuzzRun.FOLDER.resolve("fuzzing.md"),
                row,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertEquals("", run.findings(), run::advice);
        assertEquals(0, run.exitCode(), run::advice);
        assertTrue(run.executions() > 0, run::advice);
    }
}
