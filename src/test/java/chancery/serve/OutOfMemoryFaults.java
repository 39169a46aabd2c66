package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.release.ReleaseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The memory of a server is used up, past all budgets. It opens its release anew, or ends with an
/// exit code for whoever looks after it; what it answers then is right.
class OutOfMemoryFaults {
    private static final int AT_ONCE = 3;
    private static final String HUNGRY =
            "SELECT ?s (<" + HungryServer.FUNCTION + ">() AS ?x) { ?s ?p ?o }";
    private static final List<String> QUESTIONS =
            List.of(
                    "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o",
                    "SELECT ?o (COUNT(*) AS ?n) { ?s a ?o } GROUP BY ?o ORDER BY ?o",
                    "SELECT ?s { ?s ?p \"Anna\"@en } ORDER BY ?s");

    @TempDir private Path folder;
    private Path out = Path.of("");

    @Test
    void answersAreRightAfterwards() throws Exception {
        long begun = System.nanoTime();
        Path releases = Files.createDirectories(folder.resolve("releases"));
        ReleaseFixture.write(releases, "r0", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r0");
        int times = SoakTable.times(3, 20);
        int anew = 0;
        int ended = 0;
        Process server = start(releases);
        try {
            List<String> before = answers(new Web(port(server)));
            for (int i = 0; i < times; i++) {
                long opened = opened();
                assertTrue(hungry(new Web(port(server))) > 0, "the memory is used up");
                await(server, () -> opened() > opened);
                if (server.isAlive()) {
                    anew++;
                } else {
                    assertNotEquals(0, server.exitValue());
                    ended++;
                    server = start(releases);
                }
                assertEquals(before, answers(new Web(port(server))), "round " + i);
                SoakTable.progress("memory used up", i + 1, times);
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
        SoakTable.row(
                "all memory used up by three queries at once",
                times,
                "%d times the release was opened anew, %d times the process ended with an exit code; answers right each time"
                        .formatted(anew, ended),
                begun);
    }

    /// @return how many of the queries got no answer
    private static int hungry(Web web) throws Exception {
        int without = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(clients.submit(() -> web.query(HUNGRY, "text/csv").statusCode()));
            }
            for (Future<Integer> each : all) {
                try {
                    without += each.get() == 200 ? 0 : 1;
                } catch (java.util.concurrent.ExecutionException brokenOff) {
                    without++;
                }
            }
        }
        return without;
    }

    private static List<String> answers(Web web) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (String question : QUESTIONS) {
            var answer = web.query(question, "text/csv");
            assertEquals(200, answer.statusCode(), answer.body());
            all.add(answer.body());
        }
        return all;
    }

    private Process start(Path releases) throws IOException {
        out = Files.createTempFile(folder, "out", "");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HungryServer.class.getName(),
                        releases.toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private int port(Process server) throws IOException, InterruptedException {
        await(server, () -> lines(HungryServer.PORT) > 0);
        return Files.readAllLines(out).stream()
                .filter(line -> line.startsWith(HungryServer.PORT))
                .map(line -> Integer.valueOf(line.substring(HungryServer.PORT.length())))
                .findFirst()
                .orElseThrow(() -> new IOException(folder + ": no port"));
    }

    private long opened() throws IOException {
        return lines("opened release r0 anew");
    }

    private long lines(String start) throws IOException {
        return Files.readAllLines(out).stream().filter(line -> line.startsWith(start)).count();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    /// Until it holds, or the process has ended.
    private static void await(Process server, Condition condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (server.isAlive() && !condition.holds() && System.nanoTime() < end) {
            var unused = server.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(!server.isAlive() || condition.holds(), "it goes on");
    }
}
