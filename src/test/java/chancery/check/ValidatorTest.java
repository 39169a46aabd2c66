package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tables of others, as the standard reads them: every message with its place.
class ValidatorTest {
    private static String described(String columns, String more) {
        return """
               {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
                "tableSchema": {"columns": [%s]%s}}
               """
                .formatted(columns, more);
    }

    private static List<String> validate(String columns, String more, String csv) {
        return new Web()
                .with("t.csv", csv)
                .with("m.json", described(columns, more))
                .validate("m.json");
    }

    @Test
    void whatMetadataMayNotSayIsPassedOverWithItsPlace() {
        assertEquals(
                List.of(
                        "m.json:2: found property \"requird\" at /tableSchema/columns/0/requird,"
                                + " expected one of required, aboutUrl, default, … [metadata]",
                        "m.json:2: found \"integr\" at /tableSchema/columns/1/datatype, expected"
                                + " one of integer, int, date, … [metadata]"),
                validate(
                        "{\"titles\": \"a\", \"requird\": true},"
                                + " {\"titles\": \"b\", \"datatype\": \"integr\"}",
                        "",
                        "a,b\n1,2\n"));
    }

    @Test
    void whatStopsTheReadingIsAFindingToo() {
        assertEquals(
                List.of("m.json: found no such file, expected a description [metadata]"),
                new Web().validate("m.json"));
        assertEquals(
                List.of("t.csv: found no such file, expected a table [malformed-table]"),
                new Web().with("m.json", described("{\"titles\": \"a\"}", "")).validate("m.json"));
        assertEquals(
                List.of(
                        "t.csv:2: found a quote opened here is never closed, expected a table that"
                                + " can be read on [malformed-table]"),
                validate("{\"titles\": \"a\"}", "", "a\n\"1\n"));
    }

    @Test
    void aHeaderIsHeldAgainstTheMetadata() {
        assertEquals(
                List.of(
                        "t.csv:1: found column 2 named \"B\", expected \"b\" or \"Beta\""
                                + " [header-mismatch]"),
                validate("{\"titles\": \"a\"}, {\"titles\": [\"b\", \"Beta\"]}", "", "a,B\n1,2\n"));
        assertEquals(
                List.of(
                        "t.csv:1: found 2 columns, expected 1 as the metadata describe"
                                + " [header-mismatch]"),
                validate("{\"titles\": \"a\"}", "", "a,b\n1,2\n"));
    }

    @Test
    void aRowOfAnotherLengthIsNamed() {
        assertEquals(
                List.of(
                        "t.csv:3: found 1 field, expected 2 [field-count]",
                        "t.csv:4: found 3 fields, expected 2 [field-count]"),
                validate("{\"titles\": \"a\"}, {\"titles\": \"b\"}", "", "a,b\n1,2\n1\n1,2,3\n"));
    }

    @Test
    void keysAreCheckedOverAllTables() {
        Web web =
                new Web()
                        .with("a.csv", "id\n1\n2\n2\n")
                        .with("b.csv", "ref\n1\n3\n\n")
                        .with(
                                "m.json",
                                """
                                {"@context": "http://www.w3.org/ns/csvw", "tables": [
                                 {"url": "a.csv", "tableSchema": {"primaryKey": "id",
                                  "columns": [{"name": "id", "titles": "id",
                                               "datatype": "integer"}]}},
                                 {"url": "b.csv", "tableSchema": {
                                  "columns": [{"name": "ref", "titles": "ref",
                                               "datatype": "integer"}],
                                  "foreignKeys": [{"columnReference": "ref",
                                   "reference": {"resource": "a.csv", "columnReference": "id"}}]}}
                                ]}
                                """);
        assertEquals(
                List.of(
                        "a.csv:4: column \"id\": found \"2\", expected a key that no other row has;"
                                + " line 3 has it [duplicate-key]",
                        "b.csv:3: column \"ref\": found \"3\", expected the id of a row of a.csv"
                                + " [dangling-reference]"),
                web.validate("m.json"));
    }

    @Test
    void metadataAreFoundByLinkThenBySiteThenByName() {
        String other = described("{\"titles\": \"b\"}", "").replace("t.csv", "../t.csv");
        Web named =
                new Web()
                        .with("t.csv", "a\n1\n")
                        .with("t.csv-metadata.json", described("{\"titles\": \"b\"}", ""));
        assertEquals(1, named.validate("t.csv").size());

        Web site =
                named.with(
                                ".well-known/csvm",
                                "meta/{+url}\n/meta.json\n".getBytes(StandardCharsets.UTF_8),
                                "text/plain",
                                "")
                        .with("meta.json", described("{\"titles\": \"a\"}", ""));
        assertEquals(1, site.validate("t.csv").size());

        Web linked =
                new Web()
                        .with(
                                "t.csv",
                                "a\n1\n".getBytes(StandardCharsets.UTF_8),
                                "text/csv",
                                "",
                                "<deep/m.json>; rel=\"describedby\"; type=\"application/csvm+json\"")
                        .with("deep/m.json", other);
        assertEquals(
                List.of("t.csv:1: found column 1 named \"a\", expected \"b\" [header-mismatch]"),
                linked.validate("t.csv"));
    }

    @Test
    void metadataOfAnotherTableAreToldAndPassedOver() {
        assertEquals(
                List.of(
                        "csv-metadata.json:1: found no mention of http://example.org/t.csv,"
                                + " expected a description of this table [metadata]"),
                new Web()
                        .with("t.csv", "a\n1\n")
                        .with(
                                "csv-metadata.json",
                                described("{\"titles\": \"x\"}", "").replace("t.csv", "u.csv"))
                        .validate("t.csv"));
    }

    @Test
    void theMediaTypeSaysHowATableIsWritten() {
        Web web =
                new Web()
                        .with(
                                "t.tsv",
                                "Bak\u0131\tx\n".getBytes(StandardCharsets.UTF_16LE),
                                "text/tab-separated-values; charset=utf-16le; header=absent",
                                "")
                        .with(
                                "m.json",
                                described(
                                                "{\"datatype\": {\"length\": 4}},"
                                                        + " {\"datatype\": {\"length\": 1}}",
                                                "")
                                        .replace("t.csv", "t.tsv"));
        assertEquals(List.of(), web.validate("m.json"));
    }

    @Test
    void aSchemaMayBeWideAndAMetadataFileHostile() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    String columns =
                            IntStream.range(0, 100_000)
                                    .mapToObj(i -> "{\"name\": \"c" + i + "\"}")
                                    .collect(Collectors.joining(","));
                    String row = ",".repeat(99_999) + "\n";
                    Web wide = new Web().with("t.csv", row + row);
                    wide.with("m.json", described(columns, ""));
                    assertEquals(List.of(), wide.validate("m.json"));
                    assertEquals(
                            1,
                            new Web().with("m.json", "[".repeat(10_000)).validate("m.json").size());
                    String number = "9".repeat(10_000);
                    List<String> found =
                            validate(
                                    "{\"datatype\": {\"base\": \"decimal\", \"minimum\": "
                                            + number
                                            + "}}",
                                    "",
                                    "a\n1\n");
                    assertEquals(1, found.size());
                    assertTrue(found.getFirst().length() < 300, found.getFirst());
                    List<String> power =
                            validate(
                                    "{\"datatype\": {\"base\": \"decimal\", \"minimum\":"
                                            + " 1e999999999}}",
                                    "",
                                    "a\n1\n");
                    assertEquals(1, power.size());
                });
    }
}
