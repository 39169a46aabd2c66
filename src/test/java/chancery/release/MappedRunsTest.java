package chancery.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.sort.Entry;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.EntrySort;
import chancery.release.sort.Workroom;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedRunsTest {
    private static final byte[] NOTES = {1, 2, 3};
    private static final long NOBODY = 999_999_999_999L;

    @TempDir private Path folder;
    private int names;

    private EntrySort triples() throws IOException {
        EntrySort sort = new Workroom(() -> folder, 1 << 20).sort();
        sort.add(Entry.of("b"));
        sort.add(Entry.of("a"));
        return sort;
    }

    private Path link() {
        names++;
        return folder.resolve("link-" + names);
    }

    private static List<String> read(Path run) throws IOException {
        EntrySort sort = new Workroom(() -> run.resolveSibling("none"), 1 << 20).sort();
        sort.addRun(run);
        List<String> read = new ArrayList<>();
        try (EntryCursor all = sort.sorted().open()) {
            for (byte[] entry = all.next(); entry != null; entry = all.next()) {
                read.addAll(Entry.texts(entry));
            }
        }
        return read;
    }

    @Test
    void whatIsKeptIsTakenWithItsNotes() throws IOException {
        Path first = link();
        new MappedRuns(folder).keep("0a", triples(), NOTES, first);
        assertEquals(List.of("a", "b"), read(first));
        Path link = link();
        assertArrayEquals(NOTES, new MappedRuns(folder).take("0a", link).orElseThrow());
        assertEquals(List.of("a", "b"), read(link));
        assertEquals(Optional.empty(), new MappedRuns(folder).take("0b", link()));
    }

    @ParameterizedTest
    @CsvSource({
        "triples.run, true", "notes, true", "SHA256SUMS, true",
        "triples.run, false", "notes, false", "SHA256SUMS, false"
    })
    void whatIsDamagedIsNotTakenAndIsReplaced(String name, boolean isThere) throws IOException {
        new MappedRuns(folder).keep("0a", triples(), NOTES, link());
        Path file = folder.resolve(".mapped/0a").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.delete(file);
        if (isThere) {
            Files.write(file, bytes);
        }
        Path link = link();
        assertEquals(Optional.empty(), new MappedRuns(folder).take("0a", link));
        assertFalse(Files.exists(link));
        new MappedRuns(folder).keep("0a", triples(), NOTES, link);
        assertTrue(new MappedRuns(folder).take("0a", link()).isPresent());
    }

    @Test
    void anotherBuildMayForgetWhatThisOneHasTaken() throws IOException {
        new MappedRuns(folder).keep("0a", triples(), NOTES, link());
        MappedRuns one = new MappedRuns(folder);
        Path link = link();
        assertTrue(one.take("0a", link).isPresent());
        MappedRuns other = new MappedRuns(folder);
        other.keep("0b", triples(), NOTES, link());
        other.forgetOthers();
        assertEquals(List.of("a", "b"), read(link));
        assertFalse(Files.exists(folder.resolve(".mapped/0a")));
        assertTrue(Files.exists(folder.resolve(".mapped/0b")));
        one.forgetOthers();
        assertFalse(Files.exists(folder.resolve(".mapped")));
    }

    @Test
    void twoBuildsMayKeepTheSame() throws IOException {
        MappedRuns one = new MappedRuns(folder);
        MappedRuns other = new MappedRuns(folder);
        one.keep("0a", triples(), NOTES, link());
        other.keep("0a", triples(), NOTES, link());
        assertTrue(one.take("0a", link()).isPresent());
    }

    @Test
    void whatCannotBeKeptLeavesNothing() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        MappedRuns runs = new MappedRuns(folder);
        assertThrows(
                FileAlreadyExistsException.class, () -> runs.keep("0a", triples(), NOTES, taken));
        runs.forgetOthers();
        assertFalse(Files.exists(folder.resolve(".mapped")));
    }

    @Test
    void whatAKilledBuildLeftHalfMadeIsDeletedWhatALiveOneMakesIsNot() throws IOException {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path dead = Files.createDirectories(folder.resolve(".mapped/.making-" + NOBODY + "-0a"));
        Path live = Files.createDirectories(folder.resolve(".mapped/.making-" + alive + "-0a"));
        Files.createFile(dead.resolve("triples.run"));
        new MappedRuns(folder).forgetOthers();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(live));
    }
}
