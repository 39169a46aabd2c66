package chancery.release.sort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    private static final List<String> CHARACTERS =
            List.of(
                    "",
                    "\u0001",
                    " ",
                    "a",
                    "b",
                    "\u007f",
                    "\u0080",
                    "\u07ff",
                    "\u0800",
                    "\ud7ff",
                    "\ue000",
                    "\ufffd",
                    "\uffff",
                    "\ud83d\ude00",
                    "\ud83d\ude01",
                    "\udbff\udfff");

    private static final Comparator<List<String>> BY_TEXTS =
            Comparator.comparing((List<String> texts) -> texts.get(0))
                    .thenComparing(texts -> texts.get(1))
                    .thenComparing(texts -> texts.get(2));

    private static byte[] entry(List<String> texts) {
        return Entry.of(texts.toArray(String[]::new));
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(4); length > 0; length--) {
                text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void entriesCompareAsTheirTextsDoAsStrings(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            List<String> one = texts(random);
            List<String> other = texts(random);
            int expected = Integer.signum(BY_TEXTS.compare(one, other));
            int found = Integer.signum(Entry.ORDER.compare(entry(one), entry(other)));
            assertEquals(expected, found, one + " and " + other + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anEntryGivesItsTextsBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            List<String> texts = texts(random);
            assertEquals(texts, Entry.texts(entry(texts)));
            byte[][] parts =
                    texts.stream()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toArray(byte[][]::new);
            assertArrayEquals(entry(texts), Entry.joined(parts));
        }
    }

    @Test
    void aTextEndsAtTheNextZeroOrAtTheEnd() {
        byte[] entry = Entry.of("ab", "", "c");
        assertEquals(2, Entry.end(entry, 0));
        assertEquals(3, Entry.end(entry, 3));
        assertEquals(5, Entry.end(entry, 4));
    }
}
