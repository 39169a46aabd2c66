package chancery.release.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySortTest {
    private static final int LONGER_THAN_A_BUFFER = 70_000;

    @TempDir private Path folder;

    private Workroom room(long bytes) {
        return new Workroom(() -> Files.createDirectory(folder.resolve("sort")), bytes);
    }

    private static List<String> texts(int count, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("https://w3id.org/chancery/id/event/" + random.nextInt(count));
        }
        texts.add("x".repeat(LONGER_THAN_A_BUFFER));
        texts.add("x".repeat(LONGER_THAN_A_BUFFER) + "y");
        texts.add("");
        return texts;
    }

    private static SortedEntries sorted(Workroom room, List<String> texts) throws IOException {
        EntrySort sort = room.sort();
        for (String text : texts) {
            sort.add(Entry.of(text));
        }
        return sort.sorted();
    }

    private static List<String> read(SortedEntries sorted) throws IOException {
        List<String> read = new ArrayList<>();
        try (EntryCursor cursor = sorted.open()) {
            for (byte[] entry = cursor.next(); entry != null; entry = cursor.next()) {
                read.addAll(Entry.texts(entry));
            }
        }
        return read;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sort"))) {
            return files.count();
        }
    }

    /// From everything in memory to a run for each entry, which takes three rounds of merging.
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 5_000, 60_000, 10_000_000})
    void eachEntryComesOnceAndInOrderWhateverTheBudget(long bytes) throws Exception {
        List<String> texts = texts(5_000, 7);
        try (Workroom room = room(bytes)) {
            SortedEntries sorted = sorted(room, texts);
            List<String> expected = List.copyOf(new TreeSet<>(texts));
            assertEquals(expected, read(sorted));
            assertEquals(expected, read(sorted));
            assertEquals(bytes < 10_000_000, room.isUsed());
        }
        assertFalse(Files.exists(folder.resolve("sort")));
    }

    @Test
    void whatFitsIntoMemoryLeavesTheDiskAlone() throws Exception {
        try (Workroom room = new Workroom(() -> fail(folder), 1 << 20)) {
            assertEquals(List.of("a", "b"), read(sorted(room, List.of("b", "a", "b"))));
            assertEquals(List.of(), read(sorted(room, List.of())));
        }
    }

    private static Path fail(Path folder) throws IOException {
        throw new IOException("found no room in " + folder);
    }

    @Test
    void aDiskThatTakesNoMoreIsToldToWhoeverAdds() {
        EntrySort sort = new Workroom(() -> fail(folder), 100).sort();
        assertThrows(
                IOException.class,
                () -> {
                    for (String text : texts(100, 1)) {
                        sort.add(Entry.of(text));
                    }
                });
    }

    @Test
    void oneFileIsLeftOfManyRunsAndNoneWhenItIsGivenBack() throws Exception {
        try (Workroom room = room(1_000)) {
            SortedEntries sorted = sorted(room, texts(2_000, 3));
            assertEquals(1, files());
            sorted.delete();
            assertEquals(0, files());
        }
    }

    @Test
    void twoSortsTogetherGiveWhatIsInBothOnce() throws Exception {
        List<String> some = texts(500, 1);
        List<String> others = texts(500, 2);
        Set<String> all = new TreeSet<>(some);
        assertTrue(all.stream().anyMatch(others::contains));
        all.addAll(others);
        try (Workroom small = room(1_000);
                Workroom large = new Workroom(() -> fail(folder), 1 << 20)) {
            SortedEntries both = sorted(small, some).with(sorted(large, others));
            assertEquals(List.copyOf(all), read(both));
        }
    }

    @Test
    void runsThatWereWrittenAreMergedWithTheRest() throws IOException {
        Workroom room = room(1 << 13);
        EntrySort all = room.sort();
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 150; i++) {
            List<String> texts = texts(10, i);
            EntrySort part = room.sort();
            for (String text : texts) {
                part.add(Entry.of(text));
            }
            Path run = room.fresh();
            String digest = part.write(run);
            assertEquals(Checksums.sha256(run), digest);
            all.addRun(run);
            expected.addAll(texts);
        }
        all.add(Entry.of("alone"));
        expected.add("alone");
        assertEquals(List.copyOf(expected), read(all.sorted()));
    }
}
