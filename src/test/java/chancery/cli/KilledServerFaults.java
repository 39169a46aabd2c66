package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.release.ReleaseFiles;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `serve` is killed (SIGKILL): while it starts, while it serves, and while it takes up another
/// release. The releases are untouched, and the next one starts and clears away the clones.
class KilledServerFaults {
    private static final long SEED = 20261129;

    @TempDir private Path folder;
    private final Random random = new Random(SEED);

    @Test
    void atAnyMoment() throws Exception {
        long begun = System.nanoTime();
        Path releases = folder.resolve("releases");
        Path seeds = folder.resolve("seeds");
        SmallWorld.write(List.of(), seeds);
        List<String> ids = new ArrayList<>();
        for (String date : List.of("2026-01-01", "2026-01-02")) {
            assertEquals(
                    0,
                    Result.of(
                                    "build",
                                    "--seeds",
                                    seeds.toString(),
                                    "--releases",
                                    releases.toString(),
                                    "--date",
                                    date)
                            .exit());
            ids.add(Files.readString(releases.resolve("current")).strip());
        }
        int times = SoakTable.times(3, 51);
        long started = 1500;
        int clones = 0;
        for (int i = 0; i < times; i++) {
            Path out = folder.resolve("out");
            long start = System.nanoTime();
            Process server =
                    Child.start(
                            out,
                            folder.resolve("err"),
                            List.of(),
                            "serve",
                            "--no-build",
                            "--port",
                            "0",
                            "--releases",
                            releases.toString());
            if (i % 3 == 0) {
                var unused =
                        server.waitFor(
                                (long) (random.nextDouble() * started), TimeUnit.MILLISECONDS);
            } else {
                awaitServing(server, out);
                started = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (i % 3 == 2) {
                    String current = Files.readString(releases.resolve("current")).strip();
                    String other = ids.get(1 - ids.indexOf(current));
                    assertTrue(new ReleaseStore(releases).use(other));
                    // it looks twice a second
                    var unused = server.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
                }
            }
            assertTrue(server.isAlive(), () -> read(folder.resolve("err")));
            server.destroyForcibly();
            server.waitFor();
            clones += clones(releases);
            String wanted = Files.readString(releases.resolve("current")).strip();
            assertEquals(wanted, AfterFault.served(releases));
            AfterFault.assertNoDebris(releases);
            for (String id : ids) {
                assertEquals(List.of(), ReleaseFiles.broken(releases.resolve(id)));
            }
        }
        assertTrue(clones >= times / 3, clones + " clones were left to clear away");
        SoakTable.row(
                "`kill -9` of `serve`, starting, serving, taking up a release",
                times,
                "releases untouched, the next one starts, %d clones cleared away".formatted(clones),
                begun);
    }

    private static void awaitServing(Process server, Path out) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!read(out).contains("  dumps ") && server.isAlive() && System.nanoTime() < end) {
            var unused = server.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(read(out).contains("  dumps "), "it serves");
    }

    private static int clones(Path releases) {
        String[] names = releases.toFile().list((dir, name) -> name.startsWith(".serving-"));
        return names == null ? 0 : names.length;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
