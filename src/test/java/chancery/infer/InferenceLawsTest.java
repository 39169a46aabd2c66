package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold of every table; the seed of each is in the message.
class InferenceLawsTest {
    private static final List<Function<Random, String>> KINDS =
            List.of(
                    random -> Integer.toString(random.nextInt(2000) - 1000),
                    random -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 1e5),
                    random -> String.format(Locale.GERMAN, "%,.2f", random.nextDouble() * 1e7),
                    random -> String.format(Locale.ENGLISH, "%,d", random.nextInt(10_000_000)),
                    random -> String.format(Locale.ROOT, "%.3e", random.nextDouble()),
                    random -> String.format(Locale.ROOT, "%04d", random.nextInt(10_000)),
                    random -> date(random, "%3$04d-%2$02d-%1$02d"),
                    random -> date(random, "%1$02d.%2$02d.%3$04d"),
                    random -> date(random, "%2$d/%1$d/%3$d"),
                    random -> date(random, "%3$04d%2$02d%1$02d"),
                    random -> date(random, "%3$04d-%2$02d-%1$02d %2$02d:00:00"),
                    random -> random.nextBoolean() ? "Y" : "N",
                    random -> random.nextInt(3) == 0 ? "-9" : "" + random.nextInt(50),
                    random -> "http://example.org/" + random.nextInt(100),
                    random -> letters(random) + ";" + letters(random),
                    random -> letters(random) + " " + letters(random) + ", \"" + letters(random),
                    random -> "#" + letters(random),
                    random -> " " + letters(random) + "\t\n" + letters(random),
                    random -> random.nextInt(1000) + "%",
                    random -> "" + (1900 + random.nextInt(120)),
                    InferenceLawsTest::letters,
                    InferenceLawsTest::anything);

    private static final List<String> NOTHING =
            List.of("", "", "NA", "N/A", "NULL", ".", "-", " ", "-99", "null", "?");

    private static String date(Random random, String form) {
        return String.format(
                Locale.ROOT,
                form,
                1 + random.nextInt(28),
                1 + random.nextInt(12),
                1850 + random.nextInt(300));
    }

    private static String letters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(6); i++) {
            text.appendCodePoint("abcdefgéß中я𝔄".codePointAt(random.nextInt(11)));
        }
        return text.toString();
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(8); i++) {
            text.append("01239-+.,:;eTZ%'\"#|/ \n\r\tax\\N\u00A0".charAt(random.nextInt(28)));
        }
        return text.toString();
    }

    /// A table of random kinds of values, some missing, in a random dialect.
    private record RandomTable(List<String> titles, List<List<String>> rows, String delimiter) {
        static RandomTable of(Random random) {
            int columns = 1 + random.nextInt(8);
            int length = random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(400);
            List<Function<Random, String>> kinds = new ArrayList<>();
            List<Integer> missing = new ArrayList<>();
            List<String> words = new ArrayList<>();
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                kinds.add(KINDS.get(random.nextInt(KINDS.size())));
                missing.add(random.nextInt(3) == 0 ? random.nextInt(90) : 0);
                words.add(NOTHING.get(random.nextInt(NOTHING.size())));
                titles.add(List.of("id", "year", "x y", "is_it", "é", "").get(random.nextInt(6)));
            }
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r < length; r++) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    boolean lacks = random.nextInt(100) < missing.get(i);
                    row.add(lacks ? words.get(i) : kinds.get(i).apply(random));
                }
                rows.add(row);
            }
            return new RandomTable(titles, rows, ",;\t|".charAt(random.nextInt(4)) + "");
        }

        String text(boolean header) {
            StringBuilder text = new StringBuilder();
            if (header) {
                line(titles, text);
            }
            rows.forEach(row -> line(row, text));
            return text.toString();
        }

        private void line(List<String> fields, StringBuilder text) {
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : delimiter);
                String field = fields.get(i);
                boolean quoted =
                        field.contains(delimiter)
                                || field.chars().anyMatch(c -> "\"\n\r'\\#".indexOf(c) >= 0);
                text.append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
            }
            text.append('\n');
        }
    }

    private static String shown(String table) {
        return table.substring(0, Math.min(table.length(), 500));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDescribedIsValid(boolean header) {
        for (int seed = 0; seed < 400; seed++) {
            String table = RandomTable.of(new Random(seed)).text(header);
            if (table.isBlank()) {
                continue;
            }
            try {
                Described described = Described.of(table);
                if (described.faults().isEmpty()) {
                    assertEquals(
                            List.of(), described.findings(), "seed " + seed + "\n" + shown(table));
                }
            } catch (Undescribable e) {
                String message = String.valueOf(e.getMessage());
                assertEquals("t.csv: found blank lines only, expected a table", message);
            }
        }
    }

    /// Signs in any order: most of it is no table, and nothing of it may end in an exception.
    @Test
    void anyTextAtAllIsDescribedOrRefused() {
        String signs = ",,,;\t|\"\"'\n\n\n\r #\\aab112.-%é";
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(seed % 3 == 0 ? 400 : 40);
            for (int i = 0; i < length; i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                Described described = Described.of(text.toString());
                if (described.faults().isEmpty()) {
                    assertEquals(List.of(), described.findings(), "seed " + seed + "\n" + text);
                }
            } catch (Undescribable e) {
                assertTrue(String.valueOf(e.getMessage()).contains(", expected "), "seed " + seed);
            }
        }
    }

    @Test
    void theOrderOfRowsChangesNoColumn() throws Undescribable {
        for (int seed = 0; seed < 100; seed++) {
            RandomTable table = RandomTable.of(new Random(seed));
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < table.titles().size(); i++) {
                titles.add("title " + i);
            }
            List<List<String>> shuffled = new ArrayList<>(table.rows());
            Collections.shuffle(shuffled, new Random(seed));
            Described one = Described.of(new RandomTable(titles, table.rows(), ";").text(true));
            Described other = Described.of(new RandomTable(titles, shuffled, ";").text(true));
            assertEquals(one.key(), other.key(), "seed " + seed);
            if (one.dialect().equals(other.dialect()) && one.faults().isEmpty()) {
                for (int i = 1; i <= titles.size(); i++) {
                    assertEquals(one.column(i), other.column(i), "seed " + seed);
                }
            }
        }
    }

    @Test
    void severalRandomTablesTogetherAreValid() throws Undescribable {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Map<String, byte[]> tables = new LinkedHashMap<>();
            int count = 2 + random.nextInt(3);
            for (int t = 0; t < count; t++) {
                StringBuilder text = new StringBuilder("id,state,n\n");
                int rows = 2 + random.nextInt(30);
                for (int r = 0; r < rows; r++) {
                    text.append((char) ('a' + r % 26))
                            .append(r / 26)
                            .append(',')
                            .append((char) ('a' + random.nextInt(8)))
                            .append(random.nextInt(10) == 0 ? "1," : "0,")
                            .append(random.nextInt(5))
                            .append('\n');
                }
                tables.put("t" + t + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(List.of(), Described.of(tables, 0).findings(), "seed " + seed);
        }
    }
}
