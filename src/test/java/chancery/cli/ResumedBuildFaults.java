package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.pack.PackStore.Added;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `build` of large tables is killed (SIGKILL) again and again, at each of its parts and at random.
/// Every next one goes on with what the former had done and says so, and in the end the release has
/// the same bytes as one of a build that nobody disturbed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedBuildFaults {
    private static final long SEED = 20261129;
    private static final int ROWS = 4000;
    private static final int KILLED = 128 + 9;
    private static final long LOOK_NANOS = 200_000;
    private static final String GOES_ON = "goes on with the build that process ";

    /// In the order in which they may be done.
    private static final List<String> PARTS =
            List.of(
                    "default graph",
                    "things",
                    "named graphs",
                    "slices",
                    "database",
                    "archive",
                    "text index");

    private static final List<String> SOME_PARTS = List.of("named graphs", "database");

    @TempDir private static Path folder;
    private Map<String, String> expected = Map.of();
    private long wholeNanos;
    private Path seeds = Path.of("");
    private int killed;
    private int kept;

    /// When a build is killed.
    @FunctionalInterface
    private interface Moment {
        boolean isReached(Path releases) throws IOException;
    }

    @BeforeAll
    void buildUndisturbed() throws Exception {
        seeds = EventTables.seeds(folder);
        List<Added> files = new ArrayList<>();
        for (String day : List.of("20180101", "20180102", "20180103")) {
            Path file = EventTables.write(folder.resolve("files"), day, ROWS, day.hashCode());
            files.add(new Added(file, "export.CSV", Checksums.sha256(file), -1, "" + file));
        }
        Pack pack = Pack.all(seeds.resolve("packs")).stream().findFirst().orElseThrow();
        new PackStore(folder.resolve("packs")).with(pack, files).commit();
        long begun = System.nanoTime();
        Path releases = folder.resolve("undisturbed");
        Result built = Child.run(folder.resolve("out"), folder, command(releases));
        assertEquals(0, built.exit(), built.err());
        expected = MappedBeforeTest.files(releases);
        wholeNanos = System.nanoTime() - begun;
    }

    private String[] command(Path releases) {
        return new String[] {
            "build",
            "--seeds",
            seeds.toString(),
            "--packs",
            folder.resolve("packs").toString(),
            "--releases",
            releases.toString()
        };
    }

    @Test
    void killedAtEachPart() throws Exception {
        long begun = System.nanoTime();
        for (int round = 0; round < SoakTable.times(1, 12); round++) {
            Chain chain = new Chain(folder.resolve("releases-" + round));
            chain.kill(it -> !names(it.resolve(".mapped"), ".making-").isEmpty());
            chain.kill(it -> mapped(it).size() >= 2);
            for (String part : SoakTable.isLong() ? PARTS : SOME_PARTS) {
                chain.kill(it -> done(it).contains(part));
            }
            chain.end();
        }
        row("`kill -9` of `build` of large tables, at each part", begun);
    }

    @Test
    void killedAtRandom() throws Exception {
        long begun = System.nanoTime();
        Random random = new Random(SEED);
        int times = SoakTable.times(1, 60);
        for (int round = 0; killed < times; round++) {
            assertTrue(round < 10 + times, killed + " killed in as many rounds");
            Chain chain = new Chain(folder.resolve("random-" + round));
            for (int i = 0; i < SoakTable.times(1, 3); i++) {
                // on a machine whose load changes some builds end before
                long end = System.nanoTime() + (long) (random.nextDouble() * wholeNanos * 0.8);
                chain.kill(it -> System.nanoTime() > end);
            }
            chain.end();
        }
        row("`kill -9` of `build` of large tables, at random", begun);
    }

    private void row(String what, long begun) throws IOException {
        assertTrue(killed > 0, what);
        SoakTable.row(
                what,
                killed,
                "the next build goes on with what was done (%d parts and tables kept); the release"
                                .formatted(kept)
                        + " has the bytes of an undisturbed build, nothing left over",
                begun);
        killed = 0;
        kept = 0;
    }

    /// Builds into one folder, each of which finds what the killed ones before it left.
    private final class Chain {
        private final Path releases;
        private final Path err;
        private Set<String> parts = Set.of();
        private Set<String> copies = Set.of();
        private Set<String> tables = Set.of();

        Chain(Path releases) {
            this.releases = releases;
            this.err = folder.resolve("err");
        }

        void kill(Moment moment) throws Exception {
            Process build = Child.start(folder.resolve("out"), err, List.of(), command(releases));
            while (build.isAlive() && !moment.isReached(releases)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            build.destroyForcibly();
            if (build.waitFor() != KILLED) {
                return;
            }
            killed++;
            told(Files.readString(err));
            if (isPlaced(releases)) {
                parts = Set.of();
                copies = Set.of();
                return;
            }
            Set<String> now = done(releases);
            assertTrue(now.containsAll(parts), now + " but " + parts + " before");
            assertTrue(mapped(releases).containsAll(tables));
            parts = now;
            copies = inJournal(releases);
            copies.removeAll(parts);
            tables = mapped(releases);
        }

        /// As far as the build came to say it.
        private void told(String said) {
            said.lines()
                    .filter(line -> line.startsWith(GOES_ON))
                    .forEach(
                            line -> {
                                parts.forEach(part -> assertTrue(line.contains(part), line));
                                kept += parts.size();
                            });
        }

        void end() throws Exception {
            boolean isMade = Files.exists(releases.resolve("current"));
            Result last = Child.run(folder.resolve("out"), folder, command(releases));
            assertEquals(0, last.exit(), last.err());
            if (!isMade) {
                boolean isKept = !parts.isEmpty() || !copies.isEmpty();
                assertEquals(isKept, last.err().contains(GOES_ON), last.err());
                told(last.err());
            }
            List<String> before =
                    last.err().lines().filter(line -> line.endsWith(", mapped before")).toList();
            assertTrue(before.size() >= tables.size(), before + " of " + tables);
            kept += tables.size();
            assertEquals(expected, MappedBeforeTest.files(releases));
            AfterFault.served(releases);
            AfterFault.assertNoDebris(releases);
        }
    }

    /// Whether a release has its name, `current` or not.
    private static boolean isPlaced(Path releases) throws IOException {
        return names(releases, "").stream().anyMatch(name -> name.matches("[0-9a-f]{16}"));
    }

    private static Set<String> names(Path in, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            Set<String> names = new TreeSet<>();
            all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .forEach(names::add);
            return names;
        } catch (NoSuchFileException none) {
            return Set.of();
        }
    }

    /// The tables that are kept.
    private static Set<String> mapped(Path releases) throws IOException {
        Set<String> names = new TreeSet<>(names(releases.resolve(".mapped"), ""));
        names.removeIf(name -> name.startsWith("."));
        return names;
    }

    /// The parts that the journal says are done, but for compressed copies.
    private static Set<String> done(Path releases) throws IOException {
        Set<String> done = inJournal(releases);
        done.retainAll(PARTS);
        return done;
    }

    private static Set<String> inJournal(Path releases) throws IOException {
        Set<String> done = new TreeSet<>();
        for (String building : names(releases, ".building-")) {
            try {
                Files.readAllLines(releases.resolve(building).resolve(".journal")).stream()
                        .filter(line -> line.startsWith("done\t"))
                        .map(line -> line.substring(5))
                        .forEach(done::add);
            } catch (NoSuchFileException none) {
                // not begun, or just placed
            }
        }
        return done;
    }
}
