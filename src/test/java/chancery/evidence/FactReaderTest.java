package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chancery.check.Findings;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.vocab.Base;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {
    @Test
    void readsValuesWordsAndPlacesInTheOrderOfTheRow() {
        EvidencedRow row =
                EvidenceFixture.rows(
                                "t,state/russia; state/azerbaijan,2002-01-25,,,,A Treaty,,s,"
                                        + "0-59;60-107,Russia; Azerbaijan;25 January 2002;~,plans,"
                                        + "somebody-said,pronoun;inference,G\n")
                        .getFirst();
        assertEquals("s", row.source());
        assertEquals(List.of(Passage.of("s", "0-59"), Passage.of("s", "60-107")), row.passages());
        assertEquals(
                List.of("party", "party", "signed", "title"),
                row.values().stream().map(value -> value.column().name()).toList());
        assertEquals(List.of("Russia", "Azerbaijan", "25 January 2002", "~"), row.asWritten());
        assertEquals("25 January 2002", row.words(2));
        assertEquals("", row.words(3));
        assertEquals("", row.words(4));
        assertEquals(Stance.PLANS, row.stance());
        assertEquals("somebody-said", row.saidIn());
        assertEquals(List.of("pronoun", "inference"), row.excuses());
        assertEquals("G", row.gist());
        assertEquals("seeds/facts.csv:2", row.position().toString());
    }

    @Test
    void withoutAStanceTheSourceAsserts() {
        EvidencedRow row =
                EvidenceFixture.rows("t,state/russia,,,,,,,s,0-59,Russia,,,,G\n").getFirst();
        assertEquals(Stance.ASSERTS, row.stance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t,state/russia,,,,,,,s,0-59,Russia,says,,,G\n",
                "t,state/russia,,,,,,,s,59,Russia,asserts,,,G\n",
                "t,state/russia,,,,,,,s,59-0,Russia,asserts,,,G\n",
                "t,state/russia,,,,,,,s,0-99999999999,Russia,asserts,,,G\n",
                "t,state/russia,,,,,,,s,,Russia,asserts,,,G\n",
                "t,state/russia,,,,,,,,0-59,Russia,asserts,,,G\n",
                "t,state/russia\n"
            })
    void aRowWithoutSourcePassageOrStanceIsNoneAndNoReasonToStop(String csv) {
        Findings findings = new Findings();
        FactReader facts =
                new FactReader(
                        EvidenceFixture.table(),
                        new Mapper(
                                EvidenceFixture.table(),
                                Base.DEFAULT.iri(),
                                Mode.EVIDENCE,
                                findings));
        List<Optional<EvidencedRow>> read =
                EvidenceFixture.checked(csv, findings).stream().map(facts::read).toList();
        assertFalse(read.isEmpty());
        assertEquals(List.of(Optional.empty()), read);
    }
}
