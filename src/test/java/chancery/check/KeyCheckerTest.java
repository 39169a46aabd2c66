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
        TableFixture.keys(
                List.of(facts, sources), List.of("id,source\nx,a\ny,b\nz,\n", "id\na\n"), findings);
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

    @Test
    void whatStandsBetweenThePartsOfAKeyMayStandInThemToo() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\"}, {\"name\": \"b\"}",
                        "\"primaryKey\": [\"a\", \"b\"]");
        List<String> lines =
                TableFixture.findings(
                        table,
                        "a,b\nx\u001F,y\nx,\u001Fy\nx\u001E,y\nx\u001E\u001E,y\nx\u001F,y\n");
        assertEquals(
                List.of("seeds/t.csv:6"),
                lines.stream()
                        .filter(line -> line.endsWith("line 2 has it [duplicate-key]"))
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
        assertEquals(1, lines.stream().filter(line -> line.contains("duplicate-key")).count());
    }

    @Test
    void moreKeysThanStayInMemoryAreTheSameToTheFindings() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"id\"}, {\"name\": \"up\"}",
                        "\"primaryKey\": \"id\", \"foreignKeys\": [{\"columnReference\": \"up\","
                                + " \"reference\": {\"resource\": \"t.csv\","
                                + " \"columnReference\": \"id\"}}]");
        int rows = 400_000;
        StringBuilder csv = new StringBuilder("id,up\n");
        for (int row = 1; row <= rows; row++) {
            String id = row == 300_000 ? "r17" : "r" + row;
            String up = row == 200_000 ? "nobody" : row == 7 ? "r17" : "r5";
            csv.append(id).append(',').append(up).append('\n');
        }
        assertEquals(
                List.of(
                        "seeds/t.csv:8: column \"up\": found \"r17\", expected one row of t.csv"
                                + " with this id, there are 2 [ambiguous-reference]",
                        "seeds/t.csv:200001: column \"up\": found \"nobody\", expected the id of a"
                                + " row of t.csv [dangling-reference]",
                        "seeds/t.csv:300001: column \"id\": found \"r17\", expected a key that no"
                                + " other row has; line 18 has it [duplicate-key]"),
                TableFixture.findings(table, csv.toString()));
    }

    @Test
    void referencesToOneAnotherAndToOneselfAreReferencesLikeOthers() {
        String key =
                "\"primaryKey\": \"id\", \"foreignKeys\": [{\"columnReference\": \"other\","
                        + " \"reference\": {\"resource\": \"%s.csv\","
                        + " \"columnReference\": \"id\"}}]";
        String columns = "{\"name\": \"id\"}, {\"name\": \"other\"}";
        TableDescription one = TableFixture.describe("one", columns, key.formatted("two"));
        TableDescription two = TableFixture.describe("two", columns, key.formatted("one"));
        TableDescription self = TableFixture.describe("self", columns, key.formatted("self"));
        Findings findings = new Findings();
        TableFixture.keys(
                List.of(one, two, self),
                List.of("id,other\na,b\nc,x\n", "id,other\nb,a\nd,c\n", "id,other\ne,e\nf,a\n"),
                findings);
        assertEquals(
                List.of(
                        "seeds/one.csv:3: column \"other\": found \"x\", expected the id of a row"
                                + " of two.csv [dangling-reference]",
                        "seeds/self.csv:3: column \"other\": found \"a\", expected the id of a row"
                                + " of self.csv [dangling-reference]"),
                findings.lines());
    }

    @Test
    void aTableThatIsNotThereHasNoRowToReferTo() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\"}",
                        "\"foreignKeys\": [{\"columnReference\": \"a\", \"reference\":"
                                + " {\"resource\": \"gone.csv\", \"columnReference\": \"id\"}}]");
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"a\": found \"1\", expected the id of a row of"
                                + " gone.csv [dangling-reference]"),
                TableFixture.findings(table, "a\n1\n\n"));
    }
}
