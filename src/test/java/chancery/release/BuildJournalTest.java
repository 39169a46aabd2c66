package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.dump.DumpLog.Logged;
import chancery.release.dump.DumpedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which parts of a build that was killed the next one takes over.
class BuildJournalTest {
    private static final String MADE = "0123";
    private static final long NOBODY = 999_999_999_999L;

    @TempDir private Path releases;
    private final AtomicInteger makings = new AtomicInteger();
    private final List<String> said = new ArrayList<>();

    private Path left() throws IOException {
        return Files.createDirectories(releases.resolve(".building-" + NOBODY));
    }

    /// A build that was killed when database and one part of the dumps were done.
    private Path halfMade(String made) throws Exception {
        Path left = left();
        BuildJournal journal = BuildJournal.open(left, made);
        journal.folder("database", "tdb2", () -> makeDatabase(left));
        Path dumps = Files.createDirectories(left.resolve("dumps/states"));
        Files.writeString(dumps.resolve("a.ttl"), "abc");
        Files.writeString(dumps.resolve("b.ttl"), "half of i");
        DumpedFile a = new DumpedFile("states/a.ttl", "text/turtle", "", 3, "d1");
        journal.done("slices", left.resolve("dumps"), List.of(new Logged(a, true)));
        return left;
    }

    private void makeDatabase(Path in) throws IOException {
        makings.incrementAndGet();
        Files.writeString(Files.createDirectories(in.resolve("tdb2/Data")).resolve("x"), "12345");
    }

    private BuildJournal begin(BuildFolder folder, String made) throws IOException {
        return folder.begin(
                made,
                new BuildProgress() {
                    @Override
                    public void at(String what, long done, long all) {
                        // what is said counts here
                    }

                    @Override
                    public void say(String line) {
                        said.add(line);
                    }
                });
    }

    @Test
    void aBuildOfTheSameGoesOnWithWhatIsDone() throws Exception {
        Path left = halfMade(MADE);
        BuildFolder folder = new BuildFolder(releases);
        BuildJournal journal = begin(folder, MADE);
        assertEquals(
                List.of(
                        "goes on with the build that process %d left: kept database, slices"
                                .formatted(NOBODY)),
                said);
        assertFalse(Files.exists(left));
        assertEquals("12345", Files.readString(folder.fresh().resolve("tdb2/Data/x")));
        assertEquals("abc", Files.readString(folder.fresh().resolve("dumps/states/a.ttl")));
        assertFalse(Files.exists(folder.fresh().resolve("dumps/states/b.ttl")), "half a file");
        assertTrue(journal.files("slices").getFirst().isCopied());
        assertEquals("d1", journal.files("slices").getFirst().file().sha256());
        journal.folder("database", "tdb2", () -> makeDatabase(folder.fresh()));
        assertEquals(1, makings.get());
        folder.deleteQuietly();
        assertFalse(Files.exists(folder.fresh()));
    }

    @Test
    void aPartWithAFileOfAnotherLengthIsMadeAgain() throws Exception {
        Path left = halfMade(MADE);
        Files.writeString(left.resolve("tdb2/Data/x"), "1234");
        Files.writeString(left.resolve("tdb2/Data/tdb.lock"), "");
        BuildFolder folder = new BuildFolder(releases);
        BuildJournal journal = begin(folder, MADE);
        assertFalse(journal.isDone("database"));
        assertTrue(journal.isDone("slices"));
        assertFalse(Files.exists(folder.fresh().resolve("tdb2")));
        journal.folder("database", "tdb2", () -> makeDatabase(folder.fresh()));
        assertEquals(2, makings.get());
        assertTrue(BuildJournal.open(folder.fresh(), MADE).isDone("database"));
    }

    @Test
    void aPartWhoseLineIsNotWholeIsMadeAgain() throws Exception {
        Path left = halfMade(MADE);
        Path file = left.resolve(BuildJournal.FILE);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 1));
        BuildJournal journal = begin(new BuildFolder(releases), MADE);
        assertTrue(journal.isDone("database"));
        assertFalse(journal.isDone("slices"));
    }

    @Test
    void aJournalOfAnythingElseIsNoReasonToFail() throws Exception {
        Path left = halfMade(MADE);
        Path file = left.resolve(BuildJournal.FILE);
        byte[] odd = {(byte) 0xff, 0, '\n', 'd', 'o', 'n', 'e', '\n', '\t', '\t', '\n'};
        Files.write(file, odd, StandardOpenOption.APPEND);
        assertTrue(begin(new BuildFolder(releases), MADE).isDone("slices"));
        said.clear();
        BuildFolder folder = new BuildFolder(releases);
        Files.write(folder.fresh().resolve(BuildJournal.FILE), odd);
        begin(folder, MADE);
        assertEquals(List.of(), said);
        assertFalse(Files.exists(folder.fresh().resolve("tdb2")));
    }

    @Test
    void aBuildOfAnythingElseIsDeleted() throws Exception {
        Path left = halfMade("4567");
        BuildFolder folder = new BuildFolder(releases);
        assertFalse(begin(folder, MADE).isDone("database"));
        assertFalse(Files.exists(left));
        assertEquals(List.of(), said);
    }

    @Test
    void theBuildOfAProcessThatLivesIsLeftToIt() throws Exception {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path live = releases.resolve(".building-" + alive);
        Files.move(halfMade(MADE), live);
        assertFalse(begin(new BuildFolder(releases), MADE).isDone("database"));
        assertTrue(Files.exists(live.resolve("tdb2/Data/x")));
    }

    @Test
    void aBuildWithTheNumberOfThisProcessMayBeTakenOver() throws Exception {
        Path own = releases.resolve(".building-" + ProcessHandle.current().pid());
        Files.move(halfMade(MADE), own);
        left();
        assertTrue(begin(new BuildFolder(releases), MADE).isDone("database"));
        assertFalse(Files.exists(releases.resolve(".building-" + NOBODY)));
    }

    @Test
    void aServerDoesNotDeleteWhatABuildMayGoOnWith() throws Exception {
        Path left = halfMade(MADE);
        Path none = Files.createDirectories(releases.resolve(".building-" + (NOBODY - 1)));
        new ReleaseStore(releases).sweep();
        assertTrue(Files.exists(left));
        assertFalse(Files.exists(none));
    }
}
