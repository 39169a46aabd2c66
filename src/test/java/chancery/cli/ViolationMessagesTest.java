package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.cli.ShapeCase.Row;
import chancery.cli.ShapeCase.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole messages of the contract, one of each form: which rows, which thing, what was found there,
/// what was expected.
class ViolationMessagesTest {
    @TempDir private Path folder;

    @Test
    void aWrongValueIsNamedWithTheRowThatStatesIt() throws IOException {
        assertEquals(
                """
                tenure-facts.csv:4: tenure/envoy-of-1991: found place/northtown, \
                expected at most one chy:holder, a chy:Person [holder]
                """,
                violations("tenure-facts.csv", "id,holder", "envoy-of-1991,place/northtown"));
    }

    @Test
    void aThingCanBeItsOwnWrongValue() throws IOException {
        assertEquals(
                """
                event-facts.csv:4: event/visit: found event/visit, \
                expected each chy:under to be an chy:Agreement [under]
                """,
                violations("event-facts.csv", "id,under", "visit,event/visit"));
    }

    @Test
    void aValueThatWasWrittenOutForASuperpropertyIsThatOfTheRow() throws IOException {
        assertEquals(
                """
                person-facts.csv:3: person/anna: found state/north, \
                expected each chy:kinOf to be a chy:Person [kin-of]
                person-facts.csv:3: person/anna: found state/north, \
                expected each chy:parentOf to be a chy:Person [parent-of]
                """,
                violations("person-facts.csv", "id,parent_of", "anna,state/north"));
    }

    @Test
    void aValueTooManyIsCountedAndEachRowNamed() throws IOException {
        assertEquals(
                """
                additions.csv:2, state-facts.csv:2: state/north: found 2 values, \
                expected at most one chy:begin, a chy:Time [begin]
                """,
                violations(
                        "additions.csv",
                        "thing,property,ref",
                        "state/north,begin,time/2002-01-25"));
    }

    @Test
    void ofManyRowsTheFirstThreeAreNamedAndTheRestCounted() throws IOException {
        String row = "lease,person/anna";
        assertEquals(
                """
                agreement-facts.csv:4, agreement-facts.csv:5, agreement-facts.csv:6 and 2 more: \
                agreement/lease: found person/anna, expected each chy:party to be a chy:State, \
                chy:Organisation, chy:Office or chy:Group [party]
                """,
                violations("agreement-facts.csv", "id,party", row, row, row, row, row));
    }

    @Test
    void whatIsMissingIsMissedInTheRowThatNamesTheThing() throws IOException {
        assertEquals(
                """
                statements.csv:3: statement/rumour, expected a chy:speaker [statement-speaker]
                """,
                violations("statements.csv", "id,label,about", "rumour,A rumour,state/south"));
    }

    @Test
    void aPropertyOnTheWrongThingIsNamedWithTheRowThatGivesIt() throws IOException {
        assertEquals(
                """
                additions.csv:2: person/anna: found ontology#capital, \
                expected such properties only on a chy:State [on-states]
                """,
                violations(
                        "additions.csv",
                        "thing,property,ref",
                        "person/anna,capital,place/northtown"));
    }

    @Test
    void aClaimIsThatOfItsRow() throws IOException {
        assertEquals(
                """
                description-facts.csv:3: claim/f769ee0b7049321fcc8a: found passage/gazette-0-40, \
                expected exactly one rdf:subject, a thing with a label [claim-subject]
                """,
                violations(
                        "description-facts.csv", "id,described_as", "passage/gazette-0-40,short"));
    }

    @Test
    void aTimeIsThatOfTheRowsThatHaveIt() throws IOException {
        assertEquals(
                """
                statements.csv:2, agreement-facts.csv:2, event-facts.csv:2 and 1 more: \
                time/2002-01-25, expected a chy:ofKind [possibility-has-kind]
                """,
                violations("addition-facts.csv", "thing,class", "time/2002-01-25,Possibility"));
    }

    /// @return the violations that a build with these rows tells, without folder and base
    private String violations(String table, String columns, String... rows) throws IOException {
        List<Row> added = new ArrayList<>();
        for (String row : rows) {
            added.add(new Row(List.of(row.split(",")), false));
        }
        Path seeds = folder.resolve("seeds");
        SmallWorld.write(List.of(new Table(table, List.of(columns.split(",")), added)), seeds);
        Result result =
                Result.of(
                        "build",
                        "--seeds",
                        seeds.toString(),
                        "--releases",
                        folder.resolve("releases").toString());
        StringBuilder told = new StringBuilder();
        result.err()
                .lines()
                .filter(line -> line.endsWith("]"))
                .map(line -> line.replace(seeds + "/", ""))
                .map(line -> line.replace("https://w3id.org/chancery/id/", ""))
                .map(line -> line.replace("https://w3id.org/chancery/", ""))
                .forEach(line -> told.append(line).append('\n'));
        return told.toString();
    }
}
