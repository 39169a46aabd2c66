package chancery.evidence;

import static chancery.evidence.EvidenceFixture.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.evidence.EvidenceGate.RegisteredPassage;
import chancery.evidence.Texts.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public class EvidenceGateTest {
    private static final String GOOD =
            "t,state/russia;state/azerbaijan,2002-01-25,,,,,,s,0-59,"
                    + "Russia;Azerbaijan;25 January 2002,asserts,,,G\n";
    private static final String ALSO_GOOD =
            "t,state/azerbaijan,,P5Y,2.4e9 USD,,,,s,60-107,"
                    + "Baku;five years;$2.4 billion,asserts,,,G\n";

    /// What is found with and without the texts.
    static Stream<Arguments> ofTheRowAlone() {
        return Stream.of(
                arguments(
                        Code.PASSAGE_UNREGISTERED,
                        "t,state/russia,,,,,,,s,0-57,Russia,asserts,,,G\n",
                        "column \"chars\": found \"0-57\", expected the passage of a row of"
                                + " passages.csv [passage-unregistered]"),
                arguments(
                        Code.WORDS_COUNT,
                        "t,state/russia;state/azerbaijan,,,,,,,s,0-59,Russia,asserts,,,G\n",
                        "column \"as_written\": found \"Russia\", expected 2 items, one for each"
                                + " value [words-count]"),
                arguments(
                        Code.WORDS_COUNT,
                        "t,state/russia,,,,,,,s,0-59,Russia;Azerbaijan,asserts,,,G\n",
                        "column \"as_written\": found \"Russia;Azerbaijan\", expected 1 item, one"
                                + " for each value [words-count]"),
                arguments(
                        Code.WORDS_COUNT,
                        "t,state/russia,,,,,,,s,0-59,,asserts,,pronoun,G\n",
                        "column \"as_written\": found \"\", expected 1 item, one for each value"
                                + " [words-count]"),
                arguments(
                        Code.EXCUSE_MISSING,
                        "t,state/russia,2002-01-25,,,,,,s,0-59,Russia;~,asserts,,,G\n",
                        "column \"as_written\": found \"~\", expected words for signed 2002-01-25,"
                                + " or an excuse [excuse-missing]"),
                arguments(
                        Code.EXCUSE_MISSING,
                        "t,,,P5Y,,,,,s,60-107,~,asserts,,,G\n",
                        "column \"as_written\": found \"~\", expected words for duration P5Y, or an"
                                + " excuse [excuse-missing]"));
    }

    /// What is found with the texts alone.
    static Stream<Arguments> ofTheText() {
        return Stream.of(
                arguments(
                        Code.PASSAGE_OUTSIDE,
                        "t,state/russia,,,,,,,s,60-109,~,asserts,,pronoun,G\n",
                        "column \"chars\": found \"60-109\", expected an end of at most 108"
                                + " [passage-outside]"),
                arguments(
                        Code.PASSAGE_DIGEST,
                        "t,state/russia,,,,,,,s,0-58,Russia,asserts,,,G\n",
                        "column \"chars\": found \"0-58\", expected characters with the digest in"
                                + " passages.csv, theirs is "
                                + ClaimKey.sha256(TEXT.substring(0, 58))
                                + " [passage-digest]"),
                arguments(
                        Code.PASSAGE_BEYOND_SENTENCE,
                        "t,state/russia,,,,,,,s,0-107,Russia,asserts,,,G\n",
                        "column \"chars\": found \"0-107\", expected a part of one sentence"
                                + " [passage-beyond-sentence]"),
                arguments(
                        Code.WORDS_NOT_IN_PASSAGE,
                        "t,state/russia,,,,,,,s,60-107,Russia,asserts,,,G\n",
                        "column \"as_written\": found \"Russia\", expected words that stand in the"
                                + " passage [words-not-in-passage]"),
                arguments(
                        Code.WORDS_NOT_IN_PASSAGE,
                        "t,state/russia,,,,,,,s,0-59,russia,asserts,,,G\n",
                        "column \"as_written\": found \"russia\", expected words that stand in the"
                                + " passage [words-not-in-passage]"),
                arguments(
                        Code.WORDS_MISREAD,
                        "t,,2002-01-26,,,,,,s,0-59,25 January 2002,asserts,,,G\n",
                        "column \"as_written\": found \"25 January 2002\", expected words that read"
                                + " as signed 2002-01-26 [words-misread]"),
                arguments(
                        Code.WORDS_MISREAD,
                        "t,state/russia,,,,,,,s,0-59,Azerbaijan,asserts,,,G\n",
                        "column \"as_written\": found \"Azerbaijan\", expected words that read as"
                                + " party russia [words-misread]"),
                arguments(
                        Code.WORDS_NOT_IN_PASSAGE,
                        "t,state/russia,,,,,,,s,0-59,Russi,asserts,,,G\n",
                        "column \"as_written\": found \"Russi\", expected words that stand in the"
                                + " passage [words-not-in-passage]"),
                arguments(
                        Code.WORDS_NOT_IN_PASSAGE,
                        "t,,,,,,On 25 January 2002 Russia and Iran,,s,0-59,"
                                + "On 25 January 2002 Russia,asserts,,,G\n",
                        "column \"title\": found \"On 25 January 2002 Russia and Iran\", expected a"
                                + " text that stands in the passage to its end"
                                + " [words-not-in-passage]"),
                arguments(
                        Code.WORDS_MISREAD,
                        "t,,2002-01-26,,,,,,s,0-59,25 January 2002 + treaty,asserts,,computed,G\n",
                        "column \"as_written\": found \"25 January 2002 + treaty\", expected words"
                                + " that read as signed 2002-01-26 [words-misread]"),
                arguments(
                        Code.SUBJECT_NOT_NAMED,
                        "u,state/azerbaijan,,,,,,,s,60-107,Baku,asserts,,,G\n",
                        "column \"id\": found \"u\", expected a passage in a sentence with a label"
                                + " or reading of it, or the excuse pronoun [subject-not-named]"),
                arguments(
                        Code.PASSAGE_IDLE,
                        "u,,2002-01-25,,,,,,s,0-59;60-107,25 January 2002,asserts,,,G\n",
                        "column \"chars\": found \"60-107\", expected a passage with words of the"
                                + " row or a name of something in it [passage-idle]"),
                arguments(
                        Code.SAID_ELSEWHERE,
                        "t,state/russia,,,,,,,s,0-59,Russia,asserts,later,,G\n",
                        "column \"chars\": found \"0-59\", expected a passage in the first sentence"
                                + " of statement later or later [said-elsewhere]"),
                arguments(
                        Code.WORDS_TOO_MANY,
                        "t,,2002-01-25,,,,,,s,0-59,"
                                + "On 25 January 2002 Russia and Azerbaijan signed the,asserts,,,G\n",
                        "column \"as_written\": found \"On 25 January 2002 Russia and Azerbaijan"
                                + " signed the\", expected at most 8 words [words-too-many]"));
    }

    /// Codes whose whole message is asserted here.
    public static Set<Code> codes() {
        return Stream.concat(
                        Stream.of(Code.EXCUSES_TOO_MANY),
                        Stream.concat(ofTheRowAlone(), ofTheText())
                                .map(arguments -> (Code) arguments.get()[0]))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("ofTheRowAlone")
    void aMistakeOfTheRowIsFoundWithTheTextAndWithout(Code code, String csv, String message) {
        assertEquals(List.of("seeds/facts.csv:2: " + message), findings(csv, Map.of()));
        assertEquals(List.of("seeds/facts.csv:2: " + message), findings(csv, texts()));
        assertEquals("[" + code.publicName() + "]", message.substring(message.lastIndexOf('[')));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("ofTheText")
    void aMistakeAboutTheTextIsFoundWithIt(Code code, String csv, String message) {
        assertEquals(List.of("seeds/facts.csv:2: " + message), findings(csv, texts()));
        if (code != Code.WORDS_TOO_MANY) {
            assertEquals(List.of(), findings(csv, Map.of()));
        }
        assertEquals("[" + code.publicName() + "]", message.substring(message.lastIndexOf('[')));
    }

    @Test
    void nothingIsFoundInGoodRows() {
        assertEquals(List.of(), findings(GOOD + ALSO_GOOD, texts()));
        assertEquals(List.of(), findings(GOOD + ALSO_GOOD, Map.of()));
    }

    @Test
    void wordsMayStandInAnyPassageOfTheRow() {
        String both = "t,state/russia,,P5Y,,,,,s,0-59;60-107,Russia;five years,asserts,,,G\n";
        assertEquals(List.of(), findings(both, texts()));
    }

    @Test
    void wordsDoNotRunFromOnePassageIntoAnother() {
        String across = "t,state/russia,,,,,,,s,0-59;60-107,treaty. Baku,asserts,,,G\n";
        assertEquals(1, findings(across, texts()).size());
    }

    @Test
    void aPassageMayEndWithTheBlanksBehindItsSentence() {
        assertEquals(List.of(), findings(GOOD.replace("0-59", "0-60"), texts()));
    }

    @Test
    void theFindingKnowsItsColumn() {
        Findings findings = new Findings();
        gate(texts(), findings, EvidenceFixture.rows(GOOD.replace("0-59", "60-107")));
        Finding finding = findings.sorted().getFirst();
        assertEquals(11, finding.columnNumber());
        assertEquals(2, finding.position().line());
    }

    @Test
    void aTallyCountsPassagesAndRowsOfEachSource() {
        String excused = "t,state/russia,,,,,,,s,60-107,~,asserts,,pronoun;inference,G\n";
        String other = "t,state/russia,,,,,,,other,0-5,Russia,asserts,,,G\n";
        String wrong = "t,state/russia,,,,,,,s,0-60,Iran,asserts,,,G\n";
        Findings findings = new Findings();
        EvidenceGate gate =
                gate(
                        texts(),
                        findings,
                        EvidenceFixture.rows(GOOD + excused + ALSO_GOOD + wrong + other));
        assertEquals(
                Map.of("s", new Tally(7, 3, 1, 1, 4, 1), "other", new Tally(1, 0, 0, 0, 1, 0)),
                gate.tallies());
    }

    @Test
    void moreThanATenthOfASourceExcusedIsAFinding() {
        String excused = "t,state/russia,,,,,,,s,60-107,~,asserts,,inference,G\n";
        CheckedRow source = EvidenceFixture.checked(GOOD, new Findings()).getFirst();
        for (int good : new int[] {8, 9}) {
            Findings findings = new Findings();
            List<EvidencedRow> rows = EvidenceFixture.rows(GOOD.repeat(good) + excused);
            EvidenceGate gate = gate(texts(), findings, rows);
            gate.finish(Map.of("s", source));
            assertEquals(
                    good == 9
                            ? List.of()
                            : List.of(
                                    "seeds/facts.csv:2: column \"id\": found \"s\", expected at most"
                                            + " a tenth of its rows excused, these are 1 of 9"
                                            + " [excuses-too-many]"),
                    findings.lines());
        }
        Findings findings = new Findings();
        gate(Map.of(), findings, EvidenceFixture.rows(excused)).finish(Map.of("s", source));
        assertEquals(List.of(), findings.lines());
    }

    @Test
    void aSubjectThatIsOnlyPointedAtNeedsTheExcusePronoun() {
        String row = "u,state/azerbaijan,,,,,,,s,60-107,Baku,asserts,,EXCUSE,G\n";
        assertEquals(List.of(), findings(row.replace("EXCUSE", "pronoun"), texts()));
        assertEquals(1, findings(row.replace("EXCUSE", "inference"), texts()).size());
    }

    @Test
    void theSubjectMayBeNamedInTheSentenceAroundThePassage() {
        String row = "u,state/russia,,,,,,,s,0-25,Russia,asserts,,,G\n";
        assertEquals(List.of(), findings(row, texts()));
    }

    @Test
    void aTitleThatARowClaimsDoesNotNameItsSubject() {
        String row = "work-without-name,,,,,,got $2.4 billion,,s,60-107,got $2.4 billion";
        assertEquals(1, findings(row + ",asserts,,,G\n", texts()).size());
    }

    @Test
    void aDateThatIsWorkedOutNeedsItsWordsAndAnExcuse() {
        String row = "t,,2002-01-25/2002-01-25,,,,,,s,0-59,25 January 2002 + January 2002,";
        String year = "t,,1992/2002,,,,,,s,0-59;60-107,1992 + 2002,asserts,,relative date,G\n";
        assertEquals(List.of(), findings(year, texts()));
        assertEquals(1, findings(year.replace("relative date", ""), texts()).size());
        assertEquals(1, findings(year.replace("1992 +", "1993 +"), texts()).size());
        assertEquals(1, findings(row + "asserts,,computed,G\n", texts()).size());
    }

    @Test
    void whatIsSaidStandsInTheSentenceOfItsStatementOrLater() {
        String row = "t,state/azerbaijan,,,,,,,s,60-107,Baku,asserts,SAID,,G\n";
        assertEquals(List.of(), findings(row.replace("SAID", "later"), texts()));
        assertEquals(List.of(), findings(row.replace("SAID", "unknown"), texts()));
    }

    @Test
    void aDigestThatIsNoneIsOneFindingToo() {
        Map<String, RegisteredPassage> passages =
                Map.of("s-0-59", new RegisteredPassage(Passage.of("s", "0-59"), ""));
        Findings findings = new Findings();
        EvidenceGate gate =
                new EvidenceGate(
                        passages, texts(), EvidenceFixture.names(), Map.of(), findings::add);
        EvidenceFixture.rows(GOOD).forEach(gate::verify);
        assertEquals(Code.PASSAGE_DIGEST, findings.sorted().getFirst().code());
        assertEquals(1, findings.size());
    }

    private static Map<String, Text> texts() {
        return Map.of("s", EvidenceFixture.text(TEXT));
    }

    private static List<String> findings(String csv, Map<String, Text> texts) {
        Findings findings = new Findings();
        gate(texts, findings, EvidenceFixture.rows(csv));
        return findings.lines();
    }

    private static EvidenceGate gate(
            Map<String, Text> texts, Findings findings, List<EvidencedRow> rows) {
        Map<String, RegisteredPassage> passages =
                new HashMap<>(EvidenceFixture.register("0-25", "0-59", "0-60", "60-107", "0-107"));
        passages.put("s-60-109", new RegisteredPassage(Passage.of("s", "60-109"), "0".repeat(64)));
        passages.put("s-0-58", new RegisteredPassage(Passage.of("s", "0-58"), "0".repeat(64)));
        passages.put(
                "other-0-5", new RegisteredPassage(Passage.of("other", "0-5"), "0".repeat(64)));
        EvidenceGate gate =
                new EvidenceGate(
                        passages,
                        texts,
                        EvidenceFixture.names(),
                        Map.of("later", EvidenceFixture.rows(ALSO_GOOD).getFirst()),
                        findings::add);
        rows.forEach(gate::verify);
        return gate;
    }
}
