package chancery.check.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreTest {
    @TempDir private Path folder;

    private static void add(KeyStore store, String key, long row) throws IOException {
        KeyDigest digest = KeyDigest.of(key);
        store.add(digest.high(), digest.low(), row + 1, row);
    }

    private static List<String> duplicates(KeyStore store) throws IOException {
        List<String> found = new ArrayList<>();
        store.duplicates(
                (line, row, firstLine, firstRow) ->
                        found.add(line + "/" + row + " as " + firstLine + "/" + firstRow));
        return found;
    }

    private static List<String> unresolved(KeyStore keys, KeyStore references) throws IOException {
        List<String> found = new ArrayList<>();
        keys.unresolved(
                references, (line, row, count) -> found.add(line + "/" + row + ": " + count));
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void eachLaterOccurrenceIsToldInOrderOfRowsWithTheFirstOne(int inMemory) throws IOException {
        try (KeyStore store = new KeyStore(inMemory, folder)) {
            String[] keys = {"a", "b", "c", "b", "a", "d", "a"};
            for (int i = keys.length - 1; i >= 0; i--) {
                add(store, keys[i], i + 1);
            }
            List<String> expected = List.of("5/4 as 3/2", "6/5 as 2/1", "8/7 as 2/1");
            assertEquals(expected, duplicates(store));
            assertEquals(expected, duplicates(store), "asked again");
            add(store, "d", 8);
            assertEquals("9/8 as 7/6", duplicates(store).getLast(), "after one more");
            assertEquals(8, store.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void referencesThatDoNotLeadToOneRowAreToldInOrderOfRows(int inMemory) throws IOException {
        try (KeyStore keys = new KeyStore(inMemory, folder);
                KeyStore references = new KeyStore(inMemory, folder)) {
            String[] there = {"a", "b", "c", "b", "b"};
            for (int i = 0; i < there.length; i++) {
                add(keys, there[i], i + 1);
            }
            String[] meant = {"b", "a", "x", "c", "b", "x"};
            for (int i = 0; i < meant.length; i++) {
                add(references, meant[i], i + 1);
            }
            List<String> expected = List.of("2/1: 3", "4/3: 0", "6/5: 3", "7/6: 0");
            assertEquals(expected, unresolved(keys, references));
        }
    }

    @Test
    void anEmptyStoreHasNoDuplicatesAndResolvesNothing() throws IOException {
        try (KeyStore keys = KeyStore.of(10);
                KeyStore references = KeyStore.of(10)) {
            assertEquals(List.of(), duplicates(keys));
            assertEquals(List.of(), unresolved(keys, references));
            add(references, "a", 1);
            assertEquals(List.of("2/1: 0"), unresolved(keys, references));
        }
    }

    @Test
    void manyRunsAndMuchRepetitionGiveWhatAMapGives() throws IOException {
        long seed = 20261128;
        Random random = new Random(seed);
        Map<Integer, Integer> first = new HashMap<>();
        List<String> expected = new ArrayList<>();
        try (KeyStore store = new KeyStore(16, folder)) {
            for (int row = 1; row <= 100_000; row++) {
                // one key in a third of the rows, the others twice on the average
                int key = random.nextInt(3) == 0 ? 0 : random.nextInt(33_000);
                add(store, "k" + key, row);
                Integer before = first.putIfAbsent(key, row);
                if (before != null) {
                    expected.add((row + 1) + "/" + row + " as " + (before + 1) + "/" + before);
                }
            }
            assertEquals(expected, duplicates(store), "seed " + seed);
        }
    }

    @Test
    void halfADigestIsNotEnough() throws IOException {
        try (KeyStore store = new KeyStore(2, folder)) {
            store.add(1, 1, 2, 1);
            store.add(1, 2, 3, 2);
            store.add(2, 1, 4, 3);
            store.add(-1, -1, 5, 4);
            assertEquals(List.of(), duplicates(store));
        }
    }

    @Test
    void noFileIsLeftWhenTheStoreIsClosed() throws IOException {
        KeyStore store = new KeyStore(2, folder);
        try (store) {
            for (int row = 1; row <= 1000; row++) {
                add(store, "same", row);
            }
            assertEquals(999, duplicates(store).size());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldWhenItIsNeeded() throws IOException {
        try (KeyStore store = new KeyStore(1, folder.resolve("none"))) {
            add(store, "a", 1);
            IOException e = assertThrows(NoSuchFileException.class, () -> add(store, "b", 2));
            assertTrue(String.valueOf(e.getMessage()).contains("none"), e.getMessage());
        }
    }

    @Test
    void aRowThatNoTableHasIsRefused() throws IOException {
        try (KeyStore store = new KeyStore(1, folder)) {
            assertThrows(IllegalArgumentException.class, () -> store.add(1, 1, 1, -1));
            assertThrows(IllegalArgumentException.class, () -> store.add(1, 1, 1, 1L << 41));
        }
    }
}
