package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.describe.TableDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCheckerTest {
    @Test
    void referencesAreHeldAgainstTablesThatAreReadLater() {
        TableDescription facts =
                TableFixture.describe(
                        "facts",
                        "{\"name\": \"id\"}, {\"name\": \"source\"}",
                        "\"foreignKeys\": [{\"columnReference\": \"source\", \"reference\":"
                                + " {\"resource\": \"sources.csv\", \"columnReference\": \"id\"}}]");
        TableDescription sources =
                TableFixture.describe("sources", "{\"name\": \"id\"}", "\"primaryKey\": \"id\"");
        Findings findings = new Findings();
        KeyChecker keys = new KeyChecker(List.of(facts, sources), findings);
        TableFixture.check(facts, "id,source\nx,a\ny,b\nz,\n", findings)
                .forEach(row -> keys.add(facts, row));
        TableFixture.check(sources, "id\na\n", findings).forEach(row -> keys.add(sources, row));
        keys.finish();
        assertEquals(
                List.of(
                        "seeds/facts.csv:3: column \"source\": found \"b\", expected the id of a row"
                                + " of sources.csv [dangling-reference]"),
                findings.lines());
    }

    @Test
    void aKeyMayHaveSeveralColumns() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\"}, {\"name\": \"b\"}",
                        "\"primaryKey\": [\"a\", \"b\"]");
        assertEquals(
                List.of(
                        "seeds/t.csv:5: column \"a, b\": found \"1, 2\", expected a key that no"
                                + " other row has; line 2 has it [duplicate-key]"),
                TableFixture.findings(table, "a,b\n1,2\n1,3\n12,\n1,2\n"));
    }

    @Test
    void anEmptyCellRefersToNothingButADefaultAndTheWordOfNullDo() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\"}, {\"name\": \"b\", \"null\": \"-\", \"default\": \"x\"},"
                                + " {\"name\": \"c\"}",
                        "\"foreignKeys\": [{\"columnReference\": \"b\", \"reference\":"
                                + " {\"resource\": \"t.csv\", \"columnReference\": \"a\"}},"
                                + " {\"columnReference\": \"c\", \"reference\":"
                                + " {\"resource\": \"t.csv\", \"columnReference\": \"a\"}}]");
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"b\": found \"\", expected the a of a row of t.csv"
                                + " [dangling-reference]",
                        "seeds/t.csv:3: column \"b\": found \"-\", expected the a of a row of t.csv"
                                + " [dangling-reference]"),
                TableFixture.findings(table, "a,b,c\n1,,\n2,-,\n3,1,2\n"));
    }

    @Test
    void aKeyThatDoesNotFitItsDatatypeIsNotReportedTwice() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\"}, {\"name\": \"b\", \"datatype\": \"integer\"}",
                        "\"foreignKeys\": [{\"columnReference\": \"b\", \"reference\":"
                                + " {\"resource\": \"t.csv\", \"columnReference\": \"a\"}}]");
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"b\": found \"x\", expected a whole number"
                                + " [datatype]"),
                TableFixture.findings(table, "a,b\n1,x\n"));
    }
}
