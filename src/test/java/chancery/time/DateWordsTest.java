package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table in docs/time.md, and what must hold of any time.
class DateWordsTest {
    static List<Arguments> rows() throws IOException {
        List<Arguments> rows = new ArrayList<>();
        String doc = Files.readString(Path.of("docs/time.md"));
        for (String line : doc.substring(doc.indexOf("## In words")).split("\n")) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| `") && cells.length == 3) {
                rows.add(Arguments.of(cells[1].strip().replace("`", ""), cells[2].strip()));
            }
        }
        assertTrue(rows.size() > 60, rows.size() + " rows");
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void timeIsSaidInWords(String edtf, String words) throws BadTime {
        assertEquals(words, Edtf.parse(edtf).inWords());
    }

    @Test
    void everyFormOfTheDocumentedBoundsCanBeSaid() throws Exception {
        String doc = Files.readString(Path.of("docs/time.md"));
        String forms = doc.substring(doc.indexOf("## Forms"), doc.indexOf("## Verdicts"));
        int said = 0;
        for (String line : forms.split("\n")) {
            if (line.startsWith("| `")) {
                String words = Edtf.parse(line.split("`")[1]).inWords();
                assertFalse(words.isBlank() || words.contains("null"), line);
                said++;
            }
        }
        assertTrue(said > 25, said + " forms");
    }

    @Test
    void longSetIsCutAndSaysHowMuch() throws Exception {
        String years =
                IntStream.range(1900, 1950)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "[", "]"));
        String words = Edtf.parse(years).inWords();
        assertTrue(words.startsWith("1900, 1901, ") && words.endsWith(" or 40 others"), words);
    }

    /// Two dates that are not the same are never said alike.
    @Test
    void differentDatesHaveDifferentWords() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String one = date(random);
            String other = date(random);
            if (!one.equals(other)) {
                assertFalse(
                        Edtf.parse(one).inWords().equals(Edtf.parse(other).inWords()),
                        one + " and " + other);
            }
        }
    }

    private static String date(Random random) {
        String year = pick(random, "2004", "200X", "20XX", "XXXX", "0999", "-0003");
        String month = pick(random, "", "-06", "-XX", "-1X", "-12");
        String day = month.isEmpty() ? "" : pick(random, "", "-11", "-XX", "-1X");
        return year + month + day + pick(random, "", "?", "~", "%");
    }

    private static String pick(Random random, String... from) {
        return Stream.of(from).skip(random.nextInt(from.length)).findFirst().orElseThrow();
    }
}
