package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Web;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables that are broken in their encoding, or in their first records: both paths stop at the same
/// row, name the same byte and give the same triples of what stands before it.
class BrokenTablesTest {
    private static final int TABLES = 2_000;
    private static final int MOST_SIGNS = 40;
    private static final String SIGNS = "a1,,\"\"\r\r\n\n#;\t.é€";
    private static final byte[] HIGH = HexFormat.of().parseHex("9393e2c3a9edf0ffefbbbf");

    private static String metadata(String header) {
        return """
        {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "dialect": {"header": %s},
         "tableSchema": {"columns": [{"name": "a"}, {"name": "b"}]}}
        """
                .formatted(header);
    }

    /// What is broken stands in each of three places: a comment, the first row, the second row.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,b;#x;#Ey;Fc,d;   | 3 | 0 | x
                    a,b;#x;c,Ed;eF,f;  | 3 | 0 | x
                    a,b;c,d;#x;Ee;F,f; | 4 | 1 | x
                    a,b;c,d;#Ex;F,f;   | 3 | 1 |
                    a,b;#EF;F,F;F,E;   | 2 | 0 |
                    a,b;c,d;EF,F;      | 3 | 1 |
                    """)
    void bothWaysNameTheFirstBrokenByteWithItsLine(
            String lines, int line, int rows, @Nullable String comment) throws IOException {
        for (String lineEnd : List.of("\n", "\r", "\r\n")) {
            String table = lines.replace(";", lineEnd).replace('E', 'é').replace('F', 'ÿ');
            Web web =
                    new Web()
                            .with(
                                    "t.csv",
                                    table.getBytes(StandardCharsets.ISO_8859_1),
                                    "text/csv",
                                    "")
                            .with("m.json", metadata("true"));
            TableGroup group = web.metadata("m.json").orElseThrow();
            BothWays.assertSame(web, group, table);
            BothWays.Outcome outcome = BothWays.stream(web, group, Mode.STANDARD, 1, 7);
            assertEquals(
                    List.of(
                            "t.csv:%d: found the byte 0xE9, expected text in UTF-8 [malformed-table]"
                                    .formatted(line)),
                    outcome.findings());
            assertEquals(rows, count(outcome.lines(), "#rownum>"));
            assertEquals(comment == null ? 0 : 1, count(outcome.lines(), "#comment> \"x\""));
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /// What follows a comment, or stands at the end of a chunk, is neither the beginning of the
    /// table nor its end.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    false | #x;\\uFEFF"a"z,b;c,d;       | [stray-quote]
                    true  | #x;a,b;#y;\\uFEFF"a"z,b;c,d; | [stray-quote]
                    false | "a",""€b;c,d;             | [malformed-table]
                    true  | a,"b"𐍈;c,d;               | [malformed-table]
                    """)
    void bothWaysReadTheFirstRecordsAlike(String header, String lines, String code)
            throws IOException {
        String table = lines.replace(";", "\n").replace("\\uFEFF", "\uFEFF");
        Web web = new Web().with("t.csv", table).with("m.json", metadata(header));
        TableGroup group = web.metadata("m.json").orElseThrow();
        BothWays.assertSame(web, group, table);
        List<String> findings = BothWays.stream(web, group, Mode.STANDARD, 1, 7).findings();
        assertTrue(findings.getLast().endsWith(code), findings::toString);
    }

    @Test
    void bothWaysStopAtTheSamePlaceOfTablesMadeOfBrokenBytesAndSigns() throws IOException {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream signs = new ByteArrayOutputStream();
            int length = 1 + random.nextInt(MOST_SIGNS);
            for (int i = 0; i < length; i++) {
                if (random.nextInt(3) == 0) {
                    signs.write(HIGH[random.nextInt(HIGH.length)]);
                } else {
                    int sign = random.nextInt(SIGNS.length());
                    signs.writeBytes(
                            SIGNS.substring(sign, sign + 1).getBytes(StandardCharsets.UTF_8));
                }
            }
            byte[] table = signs.toByteArray();
            Web web =
                    new Web()
                            .with("t.csv", table, "text/csv", "")
                            .with("m.json", metadata(String.valueOf(random.nextBoolean())));
            TableGroup group = web.metadata("m.json").orElseThrow();
            assertEquals(
                    BothWays.reference(web, group, Mode.STANDARD),
                    BothWays.stream(web, group, Mode.STANDARD, 1, 7),
                    "seed " + seed + ": " + Arrays.toString(table));
        }
    }
}
