package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseStoreTest {
    @TempDir Path releases;

    @Test
    void currentIsWhatTheFileNames() throws IOException {
        complete("a", 1);
        complete("b", 2);
        ReleaseFixture.makeCurrent(releases, "a");
        assertEquals(
                Optional.of(new ReleaseStore.Choice(releases.resolve("a"), "")),
                new ReleaseStore(releases).current());
    }

    @Test
    void releaseThatIsGoneIsReplacedByTheNewestAndSaid() throws IOException {
        complete("a", 1);
        complete("b", 3);
        complete("c", 2);
        ReleaseFixture.makeCurrent(releases, "x");
        assertEquals(
                "release x is gone; serving b",
                new ReleaseStore(releases).current().orElseThrow().note());
    }

    @Test
    void incompleteReleaseIsNotChosen() throws IOException {
        complete("a", 1);
        complete("b", 2);
        Files.delete(releases.resolve("b/release.ttl"));
        ReleaseFixture.makeCurrent(releases, "b");
        assertEquals("a", new ReleaseStore(releases).current().orElseThrow().id());
    }

    @Test
    void currentThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        complete("a", 1);
        ReleaseFixture.makeCurrent(releases, "../a");
        assertEquals(
                "no release is named current; serving a",
                new ReleaseStore(releases).current().orElseThrow().note());
    }

    @Test
    void noFolderIsNoRelease() throws IOException {
        ReleaseStore store = new ReleaseStore(releases.resolve("none"));
        assertEquals(Optional.empty(), store.current());
        assertEquals(List.of(), store.list());
    }

    @Test
    void clonesOfDeadProcessesAreSweptAndThoseOfLiveOnesStay() throws IOException {
        Path live = releases.resolve(".serving-" + ProcessHandle.current().pid() + "-1");
        Path dead = releases.resolve(".serving-999999999999-1");
        Files.createDirectories(live.resolve("tdb2"));
        Files.createDirectories(dead.resolve("tdb2"));
        new ReleaseStore(releases).sweep();
        assertTrue(Files.exists(live));
        assertFalse(Files.exists(dead));
    }

    private void complete(String id, int minutes) throws IOException {
        Path folder = releases.resolve(id);
        Files.createDirectories(folder.resolve("tdb2"));
        Files.createDirectories(folder.resolve("dumps"));
        Path file = Files.writeString(folder.resolve("release.ttl"), "");
        Files.setLastModifiedTime(file, FileTime.fromMillis(minutes * 60_000L));
    }
}
