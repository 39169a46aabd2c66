package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.pack.PackStore.Added;
import chancery.release.ReleaseStore;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full after some kilobytes more or less, and one that cannot be written at all.
class FullDiskFaults {
    private static final long SEED = 20261129;

    @TempDir private Path folder;
    private final Random random = new Random(SEED);

    private Path madeOnce() throws IOException {
        Path seeds = folder.resolve("seeds");
        SmallWorld.write(List.of(), seeds);
        Path releases = folder.resolve("releases");
        assertEquals(0, build(releases, "2026-01-01").exit());
        return releases;
    }

    private Result build(Path releases, String date) {
        return Result.of(
                "build",
                "--seeds",
                folder.resolve("seeds").toString(),
                "--releases",
                releases.toString(),
                "--date",
                date);
    }

    /// Lines but that on the evidence, which every build prints.
    private static long told(String err) {
        return err.lines().filter(line -> !line.startsWith("gazette: ")).count();
    }

    @Test
    void aBuildThatFindsNoRoomLeavesTheFormerReleaseServed() throws Exception {
        long begun = System.nanoTime();
        Path made = madeOnce();
        int refused = 0;
        int rounds = SoakTable.times(4, 60);
        LocalDate date = LocalDate.of(2026, 1, 1);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 500)) {
            disk.take(made);
            Path releases = disk.folder().resolve("releases");
            for (int i = 0; i < rounds; i++) {
                String former = Files.readString(releases.resolve("current"));
                date = date.plusDays(1);
                Path err = folder.resolve("err");
                disk.resize(disk.usedBytes() + random.nextInt(60 << 20));
                Process build = start(releases, date, err);
                int exit = build.waitFor();
                disk.resize(500L << 20);
                String said = Files.readString(err);
                assertEquals(3, exit, said);
                assertEquals(1, told(said), said);
                assertTrue(said.contains(": found "), said);
                assertEquals(former, Files.readString(releases.resolve("current")));
                assertEquals(former.strip(), AfterFault.served(releases));
                refused++;
                AfterFault.assertNoDebris(releases);
                new ReleaseStore(releases).prune(1);
            }
            assertEquals(0, build(releases, date.plusDays(1).toString()).exit());
        }
        SoakTable.row(
                "`build` on a disk that is full, or has not the room that a release takes",
                refused,
                "exit code 3, one line, former release served, nothing left over",
                begun);
    }

    private Process start(Path releases, LocalDate date, Path err) throws IOException {
        return Child.start(
                folder.resolve("out"),
                err,
                List.of(),
                "build",
                "--seeds",
                folder.resolve("seeds").toString(),
                "--releases",
                releases.toString(),
                "--date",
                date.toString());
    }

    /// The room is there when the build looks for it, and goes to somebody else while it writes.
    @Test
    void aBuildThatRunsOutOfRoomLeavesTheFormerReleaseServed() throws Exception {
        long begun = System.nanoTime();
        Path made = madeOnce();
        List<String> moments = List.of("tdb2", "dumps", "text", "tdb2/Data-0001/nodes.bpt");
        int rounds = SoakTable.times(4, 24);
        int refused = 0;
        LocalDate date = LocalDate.of(2026, 1, 1);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 500)) {
            disk.take(made);
            Path releases = disk.folder().resolve("releases");
            for (int i = 0; i < rounds; i++) {
                String former = Files.readString(releases.resolve("current"));
                date = date.plusDays(1);
                Path err = folder.resolve("err");
                Process build = start(releases, date, err);
                String moment = moments.get(i % moments.size());
                awaitInTheMidst(build, releases, moment);
                disk.leave((long) random.nextInt(1 + i * 200) * 1024);
                assertTrue(build.waitFor(2, TimeUnit.MINUTES), () -> stacks(build));
                disk.resize(500L << 20);
                String said = Files.readString(err);
                if (build.exitValue() != 0) {
                    assertEquals(3, build.exitValue(), said);
                    assertEquals(1, told(said), said);
                    assertEquals(former, Files.readString(releases.resolve("current")), moment);
                    refused++;
                }
                AfterFault.served(releases);
                AfterFault.assertNoDebris(releases);
                new ReleaseStore(releases).prune(1);
                SoakTable.progress("build that runs out of room", i + 1, rounds);
            }
            assertEquals(0, build(releases, date.plusDays(1).toString()).exit());
        }
        assertTrue(refused > rounds / 2, refused + " refused");
        SoakTable.row(
                "a disk that fills while `build` writes to it",
                rounds,
                "%d refused: exit code 3, one line, former release served, nothing left over"
                        .formatted(refused),
                begun);
    }

    private static void awaitInTheMidst(Process build, Path releases, String file)
            throws InterruptedException {
        Path fresh = releases.resolve(".building-" + build.pid());
        while (build.isAlive() && !Files.exists(fresh.resolve(file))) {
            var unused = build.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private static String stacks(Process build) {
        try {
            String jstack = Path.of(System.getProperty("java.home"), "bin", "jstack").toString();
            Process process = new ProcessBuilder(jstack, "" + build.pid()).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        } finally {
            build.destroyForcibly();
        }
    }

    @Test
    void aLargeTableThatFindsNoRoomIsNotKeptThoseBeforeItAre() throws Exception {
        long begun = System.nanoTime();
        Path seeds = EventTables.seeds(folder);
        List<Added> files = new ArrayList<>();
        for (int rows : List.of(20, 6000)) {
            Path file = EventTables.write(folder, "2018010" + (files.size() + 1), rows, rows);
            files.add(new Added(file, "export.CSV", Checksums.sha256(file), -1, "" + file));
        }
        Path packs = folder.resolve("packs");
        Pack pack = Pack.all(seeds.resolve("packs")).stream().findFirst().orElseThrow();
        new PackStore(packs).with(pack, files).commit();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            Path releases = disk.folder().resolve("releases");
            disk.resize(100 << 10);
            String[] command = {
                "build", "--seeds", "" + seeds, "--packs", "" + packs, "--releases", "" + releases
            };
            Result full = Child.run(folder.resolve("out"), folder, command);
            assertEquals(3, full.exit(), full.err());
            assertEquals(1, told(full.err()), full.err());
            AfterFault.assertNoDebris(releases);
            disk.resize(500L << 20);
            Result next = Child.run(folder.resolve("out"), folder, command);
            assertEquals(0, next.exit(), next.err());
            assertTrue(next.err().contains("20 rows, mapped before"), next.err());
            assertTrue(next.err().contains("6,000 rows" + System.lineSeparator()), next.err());
            AfterFault.served(releases);
            AfterFault.assertNoDebris(releases);
        }
        SoakTable.row(
                "a disk that fills while a large table is kept",
                1,
                "exit code 3, one line; the next build maps that table anew, the one before it not",
                begun);
    }

    @Test
    void filesThatFindNoRoomAreNotThere() throws Exception {
        long begun = System.nanoTime();
        Path releases = madeOnce();
        int refused = 0;
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            Path target = disk.folder().resolve("target");
            String releasesOption = releases.toString();
            List<List<String>> commands =
                    List.of(
                            List.of("map", "seeds/passages.csv", "-o", target.toString()),
                            List.of("map", "seeds/passages.csv", "--store", target.toString()),
                            List.of(
                                    "dump",
                                    "chancery.nq",
                                    "-o",
                                    target.toString(),
                                    "--releases",
                                    releasesOption));
            for (List<String> command : commands) {
                List<String> all = new ArrayList<>(command);
                disk.resize(100 << 10);
                Result result =
                        Child.run(folder.resolve("out"), folder, all.toArray(String[]::new));
                assertEquals(3, result.exit(), command + result.err());
                assertEquals(1, result.err().lines().count(), command + result.err());
                try (Stream<Path> left = Files.list(disk.folder())) {
                    assertEquals(List.of(), left.toList(), command.toString());
                }
                refused++;
            }
        }
        SoakTable.row(
                "`map`, `map --store`, `dump` to a full disk",
                refused,
                "exit code 3, one line, no file",
                begun);
    }

    @Test
    void aReleaseOnADiskThatCannotBeWrittenIsServed() throws Exception {
        long begun = System.nanoTime();
        Path made = madeOnce();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 500)) {
            disk.take(made);
            Path releases = disk.folder().resolve("releases");
            disk.readOnly(true);
            try {
                AfterFault.served(releases);
                Result build = build(releases, "2026-01-02");
                assertEquals(3, build.exit(), build.err());
                assertEquals(1, told(build.err()), build.err());
                assertTrue(build.err().contains("Read-only file system"), build.err());
            } finally {
                disk.readOnly(false);
            }
        }
        SoakTable.row(
                "a disk that is read only",
                1,
                "`serve` serves from a copy, `build` refuses in a line",
                begun);
    }
}
