package chancery.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinkTest {
    private static final int MOST = 1_000_000;

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .map(
                            file -> {
                                try {
                                    return Files.readString(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ASK {}",
                "view=map\nSELECT * { ?s ?p \"\\u00e9 é Алиев 日本 \uD83D\uDE00 %&+?#/<>`'\" }",
                "\r\n\t\0",
            })
    void textComesBackAsItWas(String text) {
        assertEquals(Optional.of(text), ShortLink.read(ShortLink.of(text), MOST));
    }

    @Test
    void anyTextComesBackAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(400), 0, 0xD800).forEach(text::appendCodePoint);
            assertEquals(
                    Optional.of(text.toString()),
                    ShortLink.read(ShortLink.of(text.toString()), MOST),
                    "seed " + seed);
        }
    }

    @Test
    void ourQueriesBecomeAThirdOfWhatTheyAreInAnAddress() throws IOException {
        int before = 0;
        int after = 0;
        for (String query : examples()) {
            String link = ShortLink.of("\n" + query);
            assertTrue(link.matches("[A-Za-z0-9_.-]+"), link);
            assertEquals(Optional.of("\n" + query), ShortLink.read(link, MOST));
            before += URLEncoder.encode(query, StandardCharsets.UTF_8).length();
            after += link.length();
        }
        assertTrue(3 * after < before, after + " of " + before);
    }

    @Test
    void linkWithAnythingMissingChangedOrAddedIsNone() throws IOException {
        String text = "\n" + examples().getFirst();
        String link = ShortLink.of(text);
        for (int i = 0; i < link.length(); i++) {
            String shorter = link.substring(0, i);
            assertEquals(Optional.empty(), ShortLink.read(shorter, MOST), shorter);
        }
        for (int i = 2; i < link.length(); i++) {
            char other = link.charAt(i) == 'A' ? 'B' : 'A';
            String changed = link.substring(0, i) + other + link.substring(i + 1);
            // bits behind the end stand for nothing
            Optional<String> read = ShortLink.read(changed, MOST);
            assertTrue(read.isEmpty() || read.get().equals(text), changed);
        }
        assertEquals(Optional.empty(), ShortLink.read(link + "AAAA", MOST));
        assertEquals(Optional.empty(), ShortLink.read("2" + link.substring(1), MOST));
        assertEquals(Optional.empty(), ShortLink.read("1.ä", MOST));
    }

    @Test
    void aLinkThatUnpacksToMoreThanAQueryMayHaveIsNone() {
        String link = ShortLink.of("x".repeat(1_000_000));
        assertTrue(link.length() < 2_000, link.length() + " characters");
        assertEquals(Optional.empty(), ShortLink.read(link, 1_000));
    }

    /// Whoever changes the words breaks every link that was ever given away.
    @Test
    void wordsAreThoseOfTheFirstDay() throws Exception {
        assertEquals(
                "70b120939717c8b9562a2bb69024c6efd6091ebd45a334682d43ed293fe644e0",
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(ShortLink.WORDS)));
        assertEquals(Optional.of("\nASK {}"), ShortLink.read("1.2ILjAk9U1AIA", MOST));
    }
}
