package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.evidence.Coverage.Report;
import chancery.evidence.Coverage.Sentence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final String TEXT = "They 🌍 met. They signed.\nThey left.\n";

    private static Report report(String... touched) {
        List<Passage> passages =
                Arrays.stream(touched)
                        .map(text -> text.split(" "))
                        .map(parts -> Passage.of(parts[0], parts[1]))
                        .toList();
        return Coverage.of("s", EvidenceFixture.text(TEXT), List.of(), passages, new Names());
    }

    @Test
    void withoutPassagesEverySentenceIsOpen() {
        Report report = report();
        assertEquals("s", report.source());
        assertEquals(3, report.sentences());
        assertEquals(3, report.open().size());
    }

    @Test
    void openSentencesAreToldInCodePoints() {
        assertEquals(
                List.of(new Sentence(12, 24, "They signed."), new Sentence(25, 35, "They left.")),
                report("s 0-11").open());
    }

    @Test
    void aRowTouchesEverySentenceItReachesInto() {
        String row = "t,state/russia,,,,,,,s,50-65,Russia,asserts,,,G\n";
        Report report =
                Coverage.of(
                        "s",
                        EvidenceFixture.text(EvidenceFixture.TEXT),
                        EvidenceFixture.rows(row),
                        List.of(),
                        new Names());
        assertEquals(2, report.sentences());
        assertEquals(List.of(), report.open());
    }

    @Test
    void aSentenceIsFurnitureOnlyAsAWhole() {
        assertEquals(3, report("s 0-4", "s 12-16", "s 30-34").open().size());
        assertEquals(
                List.of("They left."),
                report("s 0-11", "s 12-16", "s 17-23").open().stream()
                        .map(Sentence::words)
                        .toList());
    }

    @Test
    void passagesOfOtherSourcesAndOutsideTheTextTouchNothing() {
        assertEquals(3, report("r 0-35", "s 0-37", "s 0-999").open().size());
        assertEquals(0, report("s 0-36").open().size());
    }

    @Test
    void anEmptyTextHasNothingOpen() {
        Report report =
                Coverage.of("s", EvidenceFixture.text(""), List.of(), List.of(), new Names());
        assertEquals(0, report.sentences());
        assertEquals(List.of(), report.open());
        assertEquals(0, report.mentions());
    }
}
