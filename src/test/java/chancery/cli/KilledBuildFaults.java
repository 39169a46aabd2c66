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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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

    /// Exit code of a process that SIGKILL has ended.
    private static final int KILLED = 128 + 9;

    private static final long LOOK_NANOS = 100_000;

    /// So many builds are killed at a time, each in a folder of its own.
    private static final int AT_ONCE = 2;

    @TempDir private Path folder;
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final AtomicInteger replaced = new AtomicInteger();
    private final AtomicInteger tooLate = new AtomicInteger();
    private final Map<String, Integer> moments = new ConcurrentSkipListMap<>();

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
        kill("the seeds", Path.of("seeds"), SoakTable.times(0, 20));
    }

    private void kill(String what, Path seeds, int times) throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Killing killing = new Killing(what, seeds, folder.resolve("worker-" + i), i);
                all.add(
                        workers.submit(
                                () -> {
                                    killing.until(times);
                                    return true;
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertTrue(killed.get() >= times, killed + " killed");
        SoakTable.row(
                "`kill -9` of `build`, " + what,
                killed.get(),
                ("%d before the switch, %d after it, %d while replacing a release of the same id"
                                + " (%s; %d more builds ended before they were killed); former or"
                                + " new release served and whole each time, patch there, nothing"
                                + " left over")
                        .formatted(
                                before.get(),
                                after.get(),
                                replaced.get(),
                                moments.entrySet().stream()
                                        .map(each -> each.getKey() + ": " + each.getValue())
                                        .collect(Collectors.joining(", ")),
                                tooLate.get()),
                begun);
    }

    /// One folder of releases, and the builds into it that are killed one after the other.
    private final class Killing {
        private final String what;
        private final Path seeds;
        private final Path home;
        private final Path releases;
        private final Random random;
        private LocalDate date = LocalDate.of(2026, 1, 1);

        /// A moment, and whether it was one of the first.
        private record Moment(String group, String exactly) {}

        Killing(String what, Path seeds, Path home, int number) {
            this.what = what;
            this.seeds = seeds;
            this.home = home;
            this.releases = home.resolve("releases");
            this.random = new Random(SEED + number);
        }

        /// Goes on until as many have been killed, by all together; those that had ended do not
        /// count, so there is a bound.
        void until(int times) throws Exception {
            Files.createDirectories(home);
            long start = System.nanoTime();
            assertEquals(0, build().waitFor());
            long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            for (int i = 0; killed.get() < times; i++) {
                assertTrue(i < 20 + 2 * times, killed + " killed in as many rounds");
                // every fourth time the same release is made again, of which an older program made
                // less
                round(i, i % 4 == 3, whole, times);
            }
        }

        private void round(int i, boolean isSame, long whole, int times) throws Exception {
            String former = Files.readString(releases.resolve("current")).strip();
            if (isSame) {
                Files.delete(releases.resolve(former).resolve("SHA256SUMS"));
                delete(releases.resolve(former).resolve("text"));
            } else {
                date = date.plusDays(1);
            }
            Process build = build();
            Moment moment = await(i, build, whole);
            build.destroyForcibly();
            // what ended by itself just then was not killed
            boolean isKilled = build.waitFor() == KILLED;

            if (!isKilled) {
                tooLate.incrementAndGet();
                new ReleaseStore(releases).prune(2);
                return;
            }
            String where = "round " + i + ", " + moment.exactly();
            String now = current(releases, isSame);
            Result next = Result.of(command());
            assertEquals(0, next.exit(), where + next.err());
            String made = AfterFault.served(releases);
            assertTrue(isSame == made.equals(former), where);
            assertTrue(now.equals(former) || now.equals(made), where + ": " + now);
            assertTrue(Files.exists(releases.resolve(made).resolve("SHA256SUMS")), where);
            if (!isSame) {
                Path patch = releases.resolve("patches").resolve(former + ".." + made);
                assertTrue(Files.exists(patch.resolve("SHA256SUMS")), where + ": no patch");
            }
            AfterFault.assertNoDebris(releases);
            new ReleaseStore(releases).prune(2);
            (isSame ? replaced : now.equals(former) ? before : after).incrementAndGet();
            moments.merge(moment.group(), 1, Integer::sum);
            SoakTable.progress("kill -9 of build, " + what, killed.incrementAndGet(), times);
        }

        private Process build() throws IOException {
            return Child.start(home.resolve("out"), home.resolve("err"), List.of(), command());
        }

        private String[] command() {
            return new String[] {
                "build",
                "--seeds",
                seeds.toString(),
                "--releases",
                releases.toString(),
                "--date",
                date.toString()
            };
        }

        /// Waits for the moment of the kill, or for the end of the build.
        private Moment await(int round, Process build, long wholeMillis)
                throws InterruptedException {
            if (round % 2 == 0) {
                double part = random.nextDouble();
                long millis = (long) (part * wholeMillis);
                var unused = build.waitFor(millis, TimeUnit.MILLISECONDS);
                String group = "at random, quarter " + (1 + (int) (4 * part));
                return new Moment(group, "after " + millis + " ms");
            }
            String name = MOMENTS.get(round / 2 % MOMENTS.size());
            while (build.isAlive() && !isThere(releases, name)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            int millis = random.nextInt(4) * random.nextInt(10);
            var unused = build.waitFor(millis, TimeUnit.MILLISECONDS);
            return new Moment("after `" + name + "`", millis + " ms after " + name);
        }
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
