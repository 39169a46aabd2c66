package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import chancery.describe.TableDescription;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowCheckerTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static List<Value> values(String column, String text) {
        TableDescription table =
                TableFixture.describe(
                        "t", "{\"name\": \"a\", " + column + "}, {\"name\": \"b\"}", "");
        Findings findings = new Findings();
        CheckedRow row = TableFixture.check(table, "a,b\n\"" + text + "\",\n", findings).get(0);
        assertEquals(List.of(), findings.lines());
        return row.cell("a").values();
    }

    @Test
    void aStringKeepsItsSpacesAndHasTheLanguageOfItsColumn() {
        assertEquals(
                List.of(new Value.Text(" Bakı\n", "az")), values("\"lang\": \"az\"", " Bakı\n"));
    }

    @Test
    void otherTextsLoseSpacesByTheirDatatype() {
        assertEquals(
                List.of(new Value.Typed("a b", XSD + "token")),
                values("\"datatype\": \"token\"", " a \n b "));
        assertEquals(
                List.of(new Value.Typed(" a  b ", XSD + "normalizedString")),
                values("\"datatype\": \"normalizedString\"", " a\n b "));
    }

    @Test
    void anEmptyTextIsTheDefaultAndNullsAreAbsent() {
        assertEquals(List.of(new Value.Text("none", "")), values("\"default\": \"none\"", ""));
        assertEquals(List.of(new Value.Absent()), values("\"null\": [\"-\", \"\"]", "-"));
        assertEquals(List.of(new Value.Text("", "")), values("\"null\": \"-\"", ""));
    }

    @Test
    void aListHasOneValueAnItem() {
        assertEquals(
                List.of(
                        new Value.Number(BigDecimal.ONE, "1", XSD + "integer"),
                        new Value.Absent(),
                        new Value.Number(new BigDecimal("22"), "+22", XSD + "integer")),
                values("\"separator\": \";\", \"datatype\": \"integer\"", "1; ;+22"));
        assertEquals(List.of(), values("\"separator\": \";\"", ""));
    }

    @Test
    void numbersKeepTheirFormIfXmlSchemaHasIt() {
        assertEquals(
                List.of(new Value.Number(new BigDecimal("1234.50"), "1234.50", XSD + "decimal")),
                values(
                        "\"datatype\": {\"base\": \"decimal\", \"format\":"
                                + " {\"decimalChar\": \",\", \"groupChar\": \".\"}}",
                        "1.234,50"));
        assertEquals(
                List.of(new Value.Typed("INF", XSD + "double")),
                values("\"datatype\": \"number\"", "INF"));
        assertEquals("7.0", values("\"datatype\": \"decimal\"", "7").get(0).canonical());
        assertEquals("7.5E1", values("\"datatype\": \"double\"", "75").get(0).canonical());
        assertEquals("700", values("\"datatype\": \"integer\"", "700").get(0).canonical());
    }

    @Test
    void otherLiteralsAreReadByTheirDatatype() {
        assertEquals(
                List.of(new Value.Bool(true, "true", XSD + "boolean")),
                values("\"datatype\": {\"base\": \"boolean\", \"format\": \"yes|no\"}", "yes"));
        assertEquals(
                List.of(new Value.Typed("P5Y", XSD + "duration")),
                values("\"datatype\": \"duration\"", "P5Y"));
        assertEquals(
                List.of(new Value.Typed("2002-01-25T24:00:00+04:00", XSD + "dateTime")),
                values("\"datatype\": \"datetime\"", "2002-01-25T24:00:00+04:00"));
        assertEquals(
                List.of(
                        new Value.Typed(
                                "POINT(1 2)", "http://www.opengis.net/ont/geosparql#wktLiteral")),
                values(
                        "\"datatype\": {\"@id\":"
                                + " \"http://www.opengis.net/ont/geosparql#wktLiteral\","
                                + " \"base\": \"string\", \"format\": \"POINT.*\"}",
                        "POINT(1 2)"));
    }

    @Test
    void itemsOfItemUrlAreThings() {
        String itemUrl =
                "\"separator\": \";\", \"https://w3id.org/chancery/ontology#itemUrl\":"
                        + " \"https://w3id.org/chancery/id/{+item}\"";
        assertEquals(
                List.of(
                        new Value.Iri("https://w3id.org/chancery/id/state/russia", "state/russia"),
                        new Value.Iri(
                                "https://w3id.org/chancery/id/state/armenia", "state/armenia")),
                values(itemUrl, "state/russia; state/armenia"));
    }

    @Test
    void whatDoesNotFitIsKeptAsAMisfit() {
        TableDescription table =
                TableFixture.describe(
                        "t", "{\"name\": \"a\", \"datatype\": \"integer\"}, {\"name\": \"b\"}", "");
        Findings findings = new Findings();
        CheckedRow row = TableFixture.check(table, "a,b\nx,y\n", findings).get(0);
        assertEquals(List.of(new Value.Misfit("x")), row.cell("a").values());
        assertEquals(List.of(), row.cell("a").usable());
        assertEquals("y", row.text("b"));
        assertEquals("", row.text("c"));
        assertThrows(IllegalArgumentException.class, () -> row.cell("c"));
    }

    @Test
    void aRowOfAnotherLengthIsReadWithoutFurtherFindings() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\", \"datatype\": \"integer\"}, {\"name\": \"b\"}",
                        "\"primaryKey\": \"a\"");
        Findings findings = new Findings();
        CheckedRow row = TableFixture.check(table, "a,b\nx,y,z\n", findings).get(0);
        assertFalse(row.whole());
        assertEquals("x", row.text("a"));
        assertEquals(1, findings.size());
    }

    @Test
    void cellsAreFoundByTheNamesOfTheHeader() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\", \"titles\": [\"A\", \"Alpha\"]}, {\"name\": \"b\"}",
                        "");
        CheckedRow row = TableFixture.check(table, "b,Alpha\n1,2\n", new Findings()).get(0);
        assertEquals("2", row.text("a"));
        assertEquals("1", row.text("b"));
    }

    @Test
    void aWrongDelimiterIsOneFindingHoweverManyRows() {
        TableDescription table =
                TableFixture.describe("t", "{\"name\": \"a\"}, {\"name\": \"b\"}", "");
        assertEquals(1, TableFixture.findings(table, "a;b\n1;2,3\n4;5\n").size());
    }

    @Test
    void itemsAreTheTextsOfAList() {
        TableDescription table =
                TableFixture.describe(
                        "t", "{\"name\": \"a\", \"separator\": \";\"}, {\"name\": \"b\"}", "");
        CheckedRow row = TableFixture.check(table, "a,b\nx; ~;y,x;y\n", new Findings()).get(0);
        assertEquals(List.of("x", "~", "y"), row.items("a"));
        assertEquals(List.of("x;y"), row.items("b"));
        assertEquals(List.of(), row.items("c"));
    }

    @Test
    void hostileTablesAreReadInTime() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\", \"datatype\": {\"format\": \"(x|y)*\"}},"
                                + " {\"name\": \"b\", \"datatype\": \"anyURI\"}",
                        "");
        String columns =
                IntStream.range(0, 100_000).mapToObj(i -> ",c" + i).collect(Collectors.joining());
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    String wide = "a,b" + columns + "\n" + ",".repeat(100_001) + "\n";
                    assertEquals(21, TableFixture.findings(table, wide).size());
                    String long1 = "a,b\n" + "x".repeat(1_000_000) + "z,\n";
                    assertEquals(1, TableFixture.findings(table, long1).size());
                    String long2 = "a,b\n," + "%41".repeat(1_000_000) + "\n";
                    assertEquals(List.of(), TableFixture.findings(table, long2));
                });
    }
}
