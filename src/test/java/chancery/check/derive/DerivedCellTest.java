package chancery.check.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.RowChecker;
import chancery.check.TableFixture;
import chancery.describe.TableDescription;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import chancery.time.BadTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cells that are worked out from others of their row.
public class DerivedCellTest {
    private static final String CHY = "https://w3id.org/chancery/ontology#";

    /// The codes of findings whose messages are tested here.
    public static Set<Code> codes() {
        return Set.of(Code.UNKNOWN_CODE, Code.CODE_AT_ANOTHER_TIME);
    }

    private static CodeLists codeLists() throws BadTime {
        CodeLists lists = new CodeLists();
        lists.add("cow", "365", "russian-empire", "", "1917-11-07");
        lists.add("cow", "365", "soviet-union", "1922-12-30", "1991-12-25");
        lists.add("cow", "365", "russia", "1991-12-26", "");
        lists.add("iso", "031", "azerbaijan", "", "");
        lists.add("iso", "EUR", "", "", "");
        return lists;
    }

    private static String virtual(String... directives) {
        StringBuilder json = new StringBuilder("{\"name\": \"v\", \"virtual\": true");
        for (int i = 0; i < directives.length; i += 2) {
            json.append(", \"" + CHY).append(directives[i] + "\": " + directives[i + 1]);
        }
        return json.append("}").toString();
    }

    /// The cell `v` of a row, and what is found.
    private static String of(String row, Findings findings, String... directives)
            throws BadTime, MalformedTable {
        String columns = "{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\"}, ";
        TableDescription table = TableFixture.describe("t", columns + virtual(directives), "");
        RowChecker checker = new RowChecker(table, codeLists(), findings);
        byte[] csv = ("a,b,c\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        Source source = new Source("seeds/t.csv", () -> new ByteArrayInputStream(csv));
        List<CheckedRow> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(source, table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                rows.add(checker.check(next.get()));
            }
        }
        return rows.getFirst().text("v");
    }

    private static String right(String row, String... directives) throws Exception {
        Findings findings = new Findings();
        String text = of(row, findings, directives);
        assertEquals(List.of(), findings.lines());
        return text;
    }

    @ParameterizedTest
    @CsvSource({
        "'1946,5,1', 1946-05-01",
        "'1946,05,', 1946-05",
        "'1946,,', 1946",
        "'1946,,7', 1946",
        "'816,1,1', 0816-01-01",
        "',5,1', ''"
    })
    void aDateIsPutTogetherAsFarAsItsPartsGo(String row, String date) throws Exception {
        assertEquals(date, right(row, "dateOf", "[\"a\", \"b\", \"c\"]"));
    }

    @ParameterizedTest
    @CsvSource({
        "190109, 1901-09",
        "19010900, 19010900",
        "-9, ''",
        "2016-12-31, ''",
        "1816-01-01, [..1816-01-01]"
    })
    void whatATextStandsForIsReadInItsPlace(String text, String read) throws Exception {
        String readings =
                """
                ["(\\\\d{4})(\\\\d{2})=>$1-$2", "-9=>", "2016-12-31=>", "1816-01-01=>[..1816-01-01]"]\
                """;
        assertEquals(read, right(text + ",,", "textOf", "\"{a}\"", "readAs", readings));
    }

    @Test
    void aTextWithAColumnThatHasNoValueIsNone() throws Exception {
        assertEquals("x-y", right("x,y,", "textOf", "\"{a}-{b}\""));
        assertEquals("", right("x,,", "textOf", "\"{a}-{b}\""));
    }

    @ParameterizedTest
    @CsvSource({
        "A2.9-6199, 1993-06-24, a2-9-6199-1993-06-24",
        "Əliyev İlham, 2003, liyev-ilham-2003",
        "Müller & Söhne, 1, muller-sohne-1"
    })
    void anIdHasLowerCaseLettersDigitsAndHyphens(String a, String b, String id) throws Exception {
        assertEquals(id, right(a + "," + b + ",", "slugOf", "\"{a} {b}\""));
    }

    @ParameterizedTest
    @CsvSource({"1991-12-26, soviet-union", "1991-12, soviet-union", "1992, russia"})
    void aCodeCanCountOnTheDayBeforeATimeBegins(String date, String state) throws Exception {
        String[] directives = {
            "codeOf", "\"a\"", "codeScheme", "\"cow\"", "codeAt", "\"b\"", "codeBefore", "true"
        };
        assertEquals(state, right("365," + date + ",", directives));
    }

    @ParameterizedTest
    @CsvSource({
        "1850-06-01, russian-empire",
        "1950, soviet-union",
        "1991-12-25, soviet-union",
        "1991-12-26, russia",
        "1991, russia",
        "2020, russia"
    })
    void aCodeNamesWhatItNamedAtThatTime(String date, String state) throws Exception {
        assertEquals(
                state,
                right(
                        "365," + date + ",",
                        "codeOf",
                        "\"a\"",
                        "codeScheme",
                        "\"cow\"",
                        "codeAt",
                        "\"b\""));
    }

    @Test
    void lostZerosAreFoundAgain() throws Exception {
        String[] iso = {"codeOf", "\"a\"", "codeScheme", "\"iso\"", "codeDigits", "3"};
        assertEquals("azerbaijan", right("31,,", iso));
        assertEquals("azerbaijan", right("031,,", iso));
    }

    @Test
    void aCodeThatIsKnownToNameNoStateIsNoFinding() throws Exception {
        assertEquals("", right("EUR,,", "codeOf", "\"a\"", "codeScheme", "\"iso\""));
        assertEquals("", right(",,", "codeOf", "\"a\"", "codeScheme", "\"iso\""));
    }

    @Test
    void anotherColumnStandsForACodeThatNamesNothing() throws Exception {
        String[] rule = {
            "codeOf", "\"a\"", "codeScheme", "\"iso\"", "codeElse", "\"b\"",
        };
        assertEquals("own-1", right("XYZ,own-1,", rule));
        assertEquals("azerbaijan", right("031,own-1,", rule));
    }

    @Test
    void anUnknownCodeIsAWarningAndNoValue() throws Exception {
        Findings findings = new Findings();
        assertEquals("", of("999,1950,", findings, "codeOf", "\"a\"", "codeScheme", "\"cow\""));
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"v\": found \"999\", expected a code of cow"
                                + " [unknown-code]"),
                shown(findings));
        assertTrue(!findings.hasErrors());
    }

    @Test
    void aCodeThatNoStateHadAtThatDateIsAWarning() throws Exception {
        Findings findings = new Findings();
        of(
                "365,1920-01-01,",
                findings,
                "codeOf",
                "\"a\"",
                "codeScheme",
                "\"cow\"",
                "codeAt",
                "\"b\"");
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"v\": found \"365 at 1920-01-01\", expected"
                                + " russian-empire from .. to 1917-11-07; soviet-union from"
                                + " 1922-12-30 to 1991-12-25; russia from 1991-12-26 to .."
                                + " [code-at-another-time]"),
                shown(findings));
    }

    @Test
    void aCodeOfSeveralStatesNeedsADate() throws Exception {
        Findings findings = new Findings();
        assertEquals("", of("365,,", findings, "codeOf", "\"a\"", "codeScheme", "\"cow\""));
        assertEquals(Code.CODE_AT_ANOTHER_TIME, only(findings).code());
    }

    private static List<String> shown(Findings findings) {
        return findings.lines();
    }

    private static Finding only(Findings findings) {
        List<Finding> all = findings.sorted();
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
