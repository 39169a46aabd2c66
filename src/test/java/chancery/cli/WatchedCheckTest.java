package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Severity;
import chancery.table.Position;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Saves and checks are handed in, one after the other.
class WatchedCheckTest {
    private final Deque<WatchedCheck.Check> checks = new ArrayDeque<>();

    private static Finding finding(long line, String found) {
        return new Finding(
                Code.PATTERN,
                Severity.ERROR,
                new Position("t.csv", line, line, line - 1),
                1,
                "id",
                found,
                "a name");
    }

    private String watch(List<Finding> first) {
        StringWriter printed = new StringWriter();
        new WatchedCheck(
                        first,
                        () -> checks.removeFirst().run(),
                        () -> LocalTime.of(9, 5, 7),
                        new PrintWriter(printed))
                .watch(saves());
        return printed.toString();
    }

    private Saves saves() {
        return new Saves() {
            @Override
            public boolean await() {
                return !checks.isEmpty();
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void whatIsNewAndWhatIsGoneIsTold() {
        checks.add(() -> List.of(finding(2, "A"), finding(3, "B")));
        checks.add(() -> List.of(finding(3, "B")));
        checks.add(List::of);
        assertEquals(
                """
                09:05:07 2 findings
                  new:  t.csv:3: column "id": found "B", expected a name [pattern]
                09:05:07 1 finding
                  gone: t.csv:2: column "id": found "A", expected a name [pattern]
                09:05:07 no findings
                  gone: t.csv:3: column "id": found "B", expected a name [pattern]
                """,
                watch(List.of(finding(2, "A"))));
    }

    @Test
    void aFindingOnAnotherLineIsTheSame() {
        checks.add(() -> List.of(finding(9, "A")));
        assertEquals("09:05:07 1 finding\n", watch(List.of(finding(2, "A"))));
    }

    @Test
    void twoAlikeAreTwo() {
        checks.add(() -> List.of(finding(2, "A"), finding(9, "A")));
        assertEquals(
                """
                09:05:07 2 findings
                  new:  t.csv:9: column "id": found "A", expected a name [pattern]
                """,
                watch(List.of(finding(2, "A"))));
    }

    @Test
    void aTableThatCannotBeReadIsAFindingUntilItCan() {
        checks.add(
                () -> {
                    throw new Refusal("t.csv:4: a quote opened here is never closed");
                });
        checks.add(List::of);
        assertEquals(
                """
                09:05:07 1 finding
                  new:  t.csv:4: a quote opened here is never closed
                09:05:07 no findings
                  gone: t.csv:4: a quote opened here is never closed
                """,
                watch(List.of()));
    }

    @Test
    void ofManyTheFirstTwentyAreShown() {
        checks.add(() -> Collections.nCopies(25, finding(2, "A")));
        List<String> lines = watch(List.of()).lines().toList();
        assertEquals("  new:  … and 5 more", lines.getLast());
        assertEquals(22, lines.size());
    }
}
