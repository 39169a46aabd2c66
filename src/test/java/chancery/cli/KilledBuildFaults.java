package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.SoakTable;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `build` is killed (SIGKILL) at random moments, and at moments that are short and matter. The
/// former release or the new one is served then and verifies, and the next build makes what this
/// one should have made, and clears away what it left.
class KilledBuildFaults {
    private static final long SEED = 20261129;

    /// What to wait for before a kill, so that it falls into the short moments around the switch.
    private static final List<String> MOMENTS =
            List.of(".building-", ".current-", "patches/.making-", ".replaced-", "patches/.due-");

    @TempDir private Path folder;
    private final Random random = new Random(SEED);
    private int killed;
    private int before;
    private int replaced;

    @Test
    void ofTablesOfAFewRows() throws Exception {
        Path seeds = folder.resolve("seeds");
        SmallWorld.write(List.of(), seeds);
        kill("tables of a few rows", seeds, SoakTable.times(7, 180));
    }

    /// Only in the long form.
    @Test
    void ofTheSeeds() throws Exception {
        assumeTrue(SoakTable.isLong(), "the short form has small tables only");
        kill("the seeds", Path.of("seeds"), 20);
    }

    private void kill(String what, Path seeds, int times) throws Exception {
        long begun = System.nanoTime();
        Path releases = folder.resolve("releases");
        LocalDate date = LocalDate.of(2026, 1, 1);
        long start = System.nanoTime();
        assertEquals(0, build(seeds, releases, date).waitFor());
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        for (int i = 0; i < times; i++) {
            String former = Files.readString(releases.resolve("current")).strip();
            // every fourth time the same release is made again, of which an older program made less
            boolean isSame = i % 4 == 3;
            if (isSame) {
                Files.delete(releases.resolve(former).resolve("SHA256SUMS"));
                delete(releases.resolve(former).resolve("text"));
            } else {
                date = date.plusDays(1);
            }
            Process build = build(seeds, releases, date);
            String moment = await(i, build, releases, whole);
            if (build.isAlive()) {
                build.destroyForcibly();
                killed++;
            }
            build.waitFor();

            String where = "round " + i + ", " + moment;
            String now = current(releases, isSame);
            Result next =
                    Result.of(
                            "build",
                            "--seeds",
                            seeds.toString(),
                            "--releases",
                            releases.toString(),
                            "--date",
                            date.toString());
            assertEquals(0, next.exit(), where + next.err());
            String made = AfterFault.served(releases);
            assertTrue(isSame == made.equals(former), where);
            assertTrue(now.equals(former) || now.equals(made), where + ": " + now);
            before += now.equals(former) && !isSame ? 1 : 0;
            replaced += isSame ? 1 : 0;
            assertTrue(Files.exists(releases.resolve(made).resolve("SHA256SUMS")), where);
            if (!isSame) {
                Path patch = releases.resolve("patches").resolve(former + ".." + made);
                assertTrue(Files.exists(patch.resolve("SHA256SUMS")), where + ": no patch");
            }
            AfterFault.assertNoDebris(releases);
            new ReleaseStore(releases).prune(2);
        }
        assertTrue(killed > times / 2, killed + " killed");
        SoakTable.row(
                "`kill -9` of `build`, " + what,
                killed,
                ("%d before the switch, %d after it, %d while replacing a release of the same id;"
                                + " former or new release served and whole each time, patch there,"
                                + " nothing left over")
                        .formatted(before, times - before - replaced, replaced),
                begun);
    }

    /// Served right after the kill, with whatever has been left.
    private static String current(Path releases, boolean isSame) throws Exception {
        return isSame && !Files.exists(releases.resolve("current"))
                ? ""
                : new ReleaseStore(releases).current().orElseThrow().note().isEmpty()
                        ? served(releases, isSame)
                        : "none";
    }

    private static String served(Path releases, boolean isSame) throws Exception {
        if (isSame) {
            // without text index or list the server has something to say
            String id = new ReleaseStore(releases).current().orElseThrow().id();
            assertEquals(
                    0, Result.of("release", "verify", "--releases", releases.toString()).exit());
            return id;
        }
        return AfterFault.served(releases);
    }

    private Process build(Path seeds, Path releases, LocalDate date) throws IOException {
        return Child.start(
                folder.resolve("out"),
                folder.resolve("err"),
                List.of(),
                "build",
                "--seeds",
                seeds.toString(),
                "--releases",
                releases.toString(),
                "--date",
                date.toString());
    }

    /// Waits for the moment of the kill, or for the end of the build.
    private String await(int round, Process build, Path releases, long wholeMillis)
            throws InterruptedException {
        if (round % 2 == 0) {
            long millis = (long) (random.nextDouble() * wholeMillis * 1.05);
            var unused = build.waitFor(millis, TimeUnit.MILLISECONDS);
            return "after " + millis + " ms";
        }
        String name = MOMENTS.get(round / 2 % MOMENTS.size());
        while (build.isAlive() && !isThere(releases, name)) {
            Thread.onSpinWait();
        }
        int millis = random.nextInt(4) * random.nextInt(10);
        var unused = build.waitFor(millis, TimeUnit.MILLISECONDS);
        return millis + " ms after " + name;
    }

    private static boolean isThere(Path releases, String prefix) {
        Path in = prefix.contains("/") ? releases.resolve("patches") : releases;
        String start = prefix.substring(prefix.indexOf('/') + 1);
        String[] names = in.toFile().list();
        if (names != null) {
            for (String name : names) {
                if (name.startsWith(start)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
