package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.table.Position;
import java.time.Duration;
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

    @Test
    void aMillionFindingsAreToldInTwentyOneLines() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    Findings findings = new Findings();
                    for (int line = 1_000_001; line > 1; line--) {
                        findings.add(finding("a.csv", line, 1, Severity.ERROR));
                    }
                    List<String> lines = findings.lines();
                    assertEquals(21, lines.size());
                    assertEquals(
                            "a.csv:2: column \"c1\": found \"\", expected a value [required]",
                            lines.get(0));
                    assertEquals("… and 999980 more required", lines.get(20));
                });
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
