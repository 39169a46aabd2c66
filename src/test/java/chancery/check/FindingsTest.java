package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.table.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static Finding finding(String file, long line, int column, Severity severity) {
        return new Finding(
                Finding.Code.REQUIRED,
                severity,
                new Position(file, line, line, line - 1),
                column,
                "c" + column,
                "",
                "a value");
    }

    @Test
    void findingsAreSortedByFileLineAndColumn() {
        Findings findings = new Findings();
        findings.add(finding("b.csv", 2, 1, Severity.WARNING));
        findings.add(finding("a.csv", 10, 1, Severity.WARNING));
        findings.add(finding("a.csv", 9, 2, Severity.WARNING));
        findings.add(finding("a.csv", 9, 1, Severity.WARNING));
        assertEquals(
                List.of("a.csv:9 1", "a.csv:9 2", "a.csv:10 1", "b.csv:2 1"),
                findings.sorted().stream()
                        .map(f -> f.position() + " " + f.columnNumber())
                        .toList());
        assertFalse(findings.hasErrors());
        findings.add(finding("c.csv", 2, 1, Severity.ERROR));
        assertTrue(findings.hasErrors());
    }

    private static Finding number(long line, int column, String found) {
        return new Finding(
                Finding.Code.DATATYPE,
                Severity.ERROR,
                new Position("a.csv", line, line, line - 1),
                column,
                "c" + column,
                found,
                "a number");
    }

    @Test
    void aMillionFindingsAreToldInTwentyOneLines() {
        Findings findings = new Findings();
        for (int line = 1_000_001; line > 1; line--) {
            findings.add(number(line, 1, "x" + line));
        }
        List<String> lines = findings.lines();
        assertEquals(21, lines.size());
        assertEquals("… and 999980 more datatype", lines.get(20));
    }

    @Test
    void theSameFindingAMillionTimesIsToldOnceWithItsFirstPlaces() {
        Findings findings = new Findings();
        for (int line = 1_000_001; line > 1; line--) {
            findings.add(finding("a.csv", line, 1, Severity.ERROR));
        }
        assertEquals(
                List.of(
                        "a.csv:2: column \"c1\": found \"\", expected a value [required]",
                        "  … 999999 more at lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …"),
                findings.lines());
        Findings.Repeated told = findings.repeated().getFirst();
        assertEquals(1_000_000, told.count());
        assertEquals(20, told.places().size());
        assertEquals(21, told.places().getLast().line());
    }

    @Test
    void twoAlikeAreTwoLinesAndThreeAreOneWithTheOthersBelow() {
        Findings findings = new Findings();
        findings.add(number(2, 1, "x"));
        findings.add(number(5, 1, "x"));
        findings.add(number(3, 1, "y"));
        findings.add(number(6, 2, "x"));
        String expected = ", expected a number [datatype]";
        assertEquals(
                List.of(
                        "a.csv:2: column \"c1\": found \"x\"" + expected,
                        "a.csv:3: column \"c1\": found \"y\"" + expected,
                        "a.csv:5: column \"c1\": found \"x\"" + expected,
                        "a.csv:6: column \"c2\": found \"x\"" + expected),
                findings.lines());
        findings.add(number(4, 1, "x"));
        assertEquals(
                List.of(
                        "a.csv:2: column \"c1\": found \"x\"" + expected,
                        "  … 2 more at lines 4, 5",
                        "a.csv:3: column \"c1\": found \"y\"" + expected,
                        "a.csv:6: column \"c2\": found \"x\"" + expected),
                findings.lines());
        for (int i = 0; i < 3; i++) {
            findings.add(number(9, 1, "z"));
        }
        assertEquals("  … 2 more at the same place", findings.lines().getLast());
    }

    @Test
    void aCodeInAColumnThatComesLateIsToldToo() {
        Findings findings = new Findings();
        for (int line = 2; line < 100_000; line++) {
            findings.add(number(line, 1, "x" + line));
        }
        for (int line = 2; line < 1000; line++) {
            findings.add(number(line, 2, "y" + line));
            findings.add(finding("b.csv", line, 2, Severity.WARNING));
        }
        assertEquals(99_998 + 2 * 998, findings.size());
        assertEquals(99_998 + 998, findings.errors());
        assertEquals(10_000 + 2 * 20, findings.sorted().size());
        assertEquals(20, findings.sorted().stream().filter(f -> f.found().startsWith("y")).count());
        assertEquals(
                "{Kind[code=DATATYPE, file=a.csv, column=1]=99998,"
                        + " Kind[code=DATATYPE, file=a.csv, column=2]=998,"
                        + " Kind[code=REQUIRED, file=b.csv, column=2]=998}",
                findings.counts().toString());
    }

    /// Half a gigabyte of texts, and every one in another column: more than the tests' heap is
    /// worth if all were kept.
    @Test
    void findingsWithLongTextsInManyColumnsStayBounded() {
        Findings findings = new Findings();
        String text = "x".repeat(100_000);
        for (int i = 1; i <= 100_000; i++) {
            findings.add(number(2, i, i + text));
        }
        long kept = findings.sorted().stream().mapToLong(f -> f.found().length()).sum();
        assertTrue(kept < 11_000_000, kept + " characters");
        assertEquals(100_000, findings.size());
        assertEquals(100_000, findings.counts().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void aLongTextIsCutAndStaysOnOneLine() {
        Finding finding =
                new Finding(
                        Finding.Code.PATTERN,
                        Severity.ERROR,
                        new Position("a.csv", 2, 2, 1),
                        1,
                        "a",
                        "x\n" + "y".repeat(200),
                        "less");
        assertEquals(
                "a.csv:2: column \"a\": found \"x\\n"
                        + "y".repeat(78)
                        + "…\", expected less"
                        + " [pattern]",
                finding.toString());
    }
}
