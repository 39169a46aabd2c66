package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
    private static final String ONE_TRIPLE = "<a> <b> <c> .";

    @TempDir Path releases;

    @Test
    void descriptionIsReadFromTheTurtleOfTheRelease() throws Exception {
        try (Release release = Release.open(ReleaseFixture.write(releases, "r1", ONE_TRIPLE))) {
            Description description = release.description();
            assertEquals("r1", description.id());
            assertEquals(ReleaseFixture.BASE, description.base());
            assertEquals("2026-01-31", description.date());
            assertEquals(123, description.triples());
        }
    }

    @Test
    void readingLeavesEveryByteOfTheReleaseAsItWasAndDeletesTheClone() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        Map<String, Integer> before = contents(releases);
        try (Release release = Release.open(folder)) {
            assertEquals(1L, release.read(ReleaseTest::size));
        }
        assertEquals(before, contents(releases));
    }

    @Test
    void twoReadersOpenOneReleaseAtATime() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        try (Release one = Release.open(folder);
                Release two = Release.open(folder)) {
            assertEquals(one.read(ReleaseTest::size), two.read(ReleaseTest::size));
        }
    }

    @Test
    void releaseDeletedWhileItIsOpenCanStillBeRead() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        try (Release release = Release.open(folder)) {
            LinkedCopy.delete(folder);
            assertEquals(1L, release.read(ReleaseTest::size));
            assertTrue(Files.exists(release.dumps().resolve("chancery.ttl")));
        }
    }

    @Test
    void missingPartIsNamed() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        Files.delete(folder.resolve("release.ttl"));
        BrokenRelease e = assertThrows(BrokenRelease.class, () -> Release.open(folder));
        assertEquals(folder + ": found no release.ttl, expected all parts", e.getMessage());
    }

    @Test
    void damagedDatabaseIsSaidAndNoCloneIsLeft() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        for (String file : new String[] {"SPO.dat", "SPO.bpt", "nodes-data.obj", "POS.idn"}) {
            Path damaged = folder.resolve("tdb2/Data-0001").resolve(file);
            byte[] good = Files.readAllBytes(damaged);
            Files.write(damaged, new byte[0]);
            assertThrows(BrokenRelease.class, () -> Release.open(folder), file);
            Files.write(damaged, good);
        }
        Release.open(folder).close();
        nothingIsLeft();
    }

    @Test
    void closedReleaseIsNotReadAnyMore() throws Exception {
        Release release = Release.open(ReleaseFixture.write(releases, "r1", ONE_TRIPLE));
        release.close();
        release.close();
        assertThrows(IllegalStateException.class, release::dataset);
    }

    @Test
    void nothingIsLockedBehindAClosedRelease() throws Exception {
        Path folder = ReleaseFixture.write(releases, "r1", ONE_TRIPLE);
        Release.open(folder).close();
        nothingIsLeft();
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(releases)) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith(".")));
        }
    }

    private static long size(DatasetGraph dataset) {
        return dataset.getDefaultGraph().stream().count();
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
