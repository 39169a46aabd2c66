package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {
    @TempDir private Path releases;
    private ReleaseStore store = new ReleaseStore(Path.of(""));

    @BeforeEach
    void makeThree() throws IOException {
        store = new ReleaseStore(releases);
        for (String id : List.of("one", "two", "three")) {
            Path folder = ReleaseFixture.write(releases, id, "<id/a> a <id/b> .");
            int minutes = id.equals("one") ? 1 : id.equals("two") ? 2 : 3;
            Files.setLastModifiedTime(
                    folder.resolve("release.ttl"), FileTime.fromMillis(minutes * 60_000L));
        }
        ReleaseFixture.makeCurrent(releases, "three");
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(releases)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void theNewestStay() throws IOException {
        assertEquals(List.of("one"), store.prune(2));
        assertEquals(Set.of("current", "two", "three"), names());
        assertEquals(List.of(), store.prune(2));
    }

    @Test
    void theCurrentOneStaysThoughItIsOld() throws IOException {
        assertTrue(store.use("one"));
        assertEquals(List.of("three", "two"), store.prune(0));
        assertEquals(Set.of("current", "one"), names());
    }

    @Test
    void theOneServedForWantOfACurrentOneStays() throws IOException {
        Files.delete(releases.resolve("current"));
        assertEquals(List.of("two", "one"), store.prune(0));
        assertEquals(Set.of("three"), names());
    }

    @Test
    void whatABuildIsAboutToMakeCurrentStays() throws IOException {
        try (CurrentSwitch building = CurrentSwitch.to(releases, "two")) {
            assertEquals(List.of("one"), store.prune(0));
            building.done();
        }
        assertEquals("two", store.current().orElseThrow().id());
        assertEquals(List.of("three"), store.prune(0));
    }

    @Test
    void whatIsNotFinishedStays() throws IOException {
        Files.createDirectories(releases.resolve(".building-1/tdb2"));
        Files.createDirectories(releases.resolve("half/tdb2"));
        store.prune(0);
        assertEquals(Set.of("current", "three", ".building-1", "half"), names());
    }

    @Test
    void aReleaseThatIsBeingReadIsReadToTheEnd() throws Exception {
        try (Release open = Release.open(releases.resolve("one"))) {
            assertEquals(List.of("two", "one"), store.prune(1));
            int size = open.read(dataset -> dataset.getDefaultGraph().size());
            assertEquals(1, size);
            assertTrue(Files.exists(open.dumps().resolve("chancery.ttl")));
        }
    }

    @Test
    void whatIsUsedIsCurrent() throws IOException {
        assertTrue(store.use("two"));
        assertEquals(new ReleaseStore.Choice(releases.resolve("two"), ""), current());
        assertEquals(Set.of("current", "one", "two", "three"), names());
    }

    @Test
    void whatIsNotThereOrIncompleteIsNotUsed() throws IOException {
        Files.delete(releases.resolve("two/release.ttl"));
        for (String id : List.of("two", "four", "../three", "", "current")) {
            assertFalse(store.use(id), id);
        }
        assertEquals("three", current().id());
        assertEquals(Set.of("current", "one", "two", "three"), names());
    }

    private ReleaseStore.Choice current() throws IOException {
        return store.current().orElseThrow();
    }
}
