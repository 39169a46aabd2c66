package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.evidence.Coverage.Mention;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    private static List<String> shown(List<Mention> mentions) {
        return mentions.stream()
                .map(m -> m.kind().name().toLowerCase(Locale.ROOT) + " " + m.words())
                .toList();
    }

    private static List<String> of(String text, String... labels) {
        Names names = new Names();
        for (String label : labels) {
            names.add(
                    Triple.create(
                            NodeFactory.createURI(
                                    "http://example.org/id/place/" + label.hashCode()),
                            RDFS.label.asNode(),
                            NodeFactory.createLiteralString(label)));
        }
        return shown(new Mentions("s", EvidenceFixture.text(text), names).all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 25 January 2002 it rained.      | date 25 January 2002",
                "On the 2nd of July it rained.      | number 2nd, date July",
                "By May 28, 2012, it rained.        | date May 28, 2012",
                "By September 19-20, 2023 all left. | date September 19-20, 2023",
                "It may rain in the 1990s.          | date 1990s",
                "They paid 2.4 billion for 1,200.   | number 2.4, number billion, number 1,200",
                "They were two of twenty.           | number two, number twenty",
                "They said so.[12] They left.       | ''",
                "  3. ^ They left.                  | ''",
                "They met Heydar Aliyev in Baku.    | name Heydar Aliyev, name Baku",
                "Baku fell.                         | ''",
                "[2] Later they fell.               | ''",
                "In Baku they met.                  | name Baku",
                "I know what I know.                | ''",
                "They asked Jean-Paul.              | name Jean-Paul",
            })
    void datesNumbersAndNamesAreFound(String text, String expected) {
        assertEquals(expected, String.join(", ", of(text)));
    }

    @Test
    void aRegistersLabelIsANameEvenWhereASentenceOpens() {
        assertEquals(List.of("name Baku"), of("Baku fell.", "Baku"));
        assertEquals(List.of("name West Bank", "name Baku"), of("West Bank Baku.", "West Bank"));
    }

    @Test
    void aLabelWithoutACapitalIsNoName() {
        assertEquals(List.of(), of("In that region it rained.", "Region"));
    }

    @Test
    void placesAreToldInCodePoints() {
        List<Mention> all =
                new Mentions("s", EvidenceFixture.text("The 🌍 is 7 old."), new Names()).all();
        assertEquals(List.of(new Mention(Coverage.Kind.NUMBER, 9, 10, "7")), all);
    }

    private static List<String> open(String row, String... furniture) {
        List<Passage> passages =
                List.of(furniture).stream().map(chars -> Passage.of("s", chars)).toList();
        Names names = EvidenceFixture.names();
        return shown(
                new Mentions("s", EvidenceFixture.text(EvidenceFixture.TEXT), names)
                        .open(row.isEmpty() ? List.of() : EvidenceFixture.rows(row), passages));
    }

    @Test
    void quotedWordsAndTheSubjectCoverWhatStandsInTheirPassage() {
        assertEquals(
                List.of(
                        "name Azerbaijan",
                        "name Baku",
                        "number 2.4",
                        "number billion",
                        "number five",
                        "date 1992"),
                open(
                        "t,state/russia,2002-01-25,,,,,,s,0-58,Russia;25 January 2002,asserts,,,"
                                + "G\n"));
    }

    @Test
    void wordsAreNotCoveredBeyondTheirPassage() {
        assertEquals(
                List.of("date 25 January 2002", "name Russia", "name Azerbaijan"),
                open(
                        "t,,,,2.4e9 USD,,,,s,59-106,Baku 🌍 got $2.4 billion for five years in 1992,"
                                + "asserts,,,G\n"));
    }

    @Test
    void wordsDoNotCoverAPartOfLongerOnes() {
        String row = "t,,,,,2,,,s,0-58,2,asserts,,,G\n";
        assertEquals("date 25 January 2002", open(row).getFirst());
    }

    @Test
    void furnitureCoversAllOfItsPassage() {
        assertEquals(List.of(), open("", "0-106"));
        assertEquals(7, open("", "0-24").size());
    }
}
