package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chancery check FILE…`, whole outputs.
class CheckFilesTest {
    private static final String METADATA =
            """
            {"@context": "http://www.w3.org/ns/csvw", "url": "rivers.csv",
             "tableSchema": {"primaryKey": "name", "columns": [
               {"name": "name", "titles": "name", "required": true},
               {"name": "length", "titles": "length", "datatype": "integer"}]}}
            """;
    private static final String RIVERS =
            """
            name,length
            Kura,1515
            Aras,"1,072"
            Samur,long
            Kura,1364
            Terek,623,x
            """;
    private static final String FINDINGS =
            """
            %1$s:3: column "length": found "1,072", expected a whole number [datatype]
            %1$s:4: column "length": found "long", expected a whole number [datatype]
            %1$s:5: column "name": found "Kura", expected a key that no other row has; line 2 has it [duplicate-key]
            %1$s:6: found 3 fields, expected 2 [field-count]
            1 table, 5 rows, 4 errors, no warnings
            """;

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), RIVERS);
        Files.writeString(folder.resolve("rivers.csv-metadata.json"), METADATA);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Result check(String... arguments) {
        return Result.of(
                Stream.concat(Stream.of("check"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static Result checkInput(byte[] input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("check"), Arrays.stream(arguments)).toArray(String[]::new);
        int exit =
                Cli.run(
                        new ByteArrayInputStream(input),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        all);
        return new Result(exit, out.toString(), err.toString());
    }

    private void gzip(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTableIsCheckedWithTheMetadataBesideIt() {
        Result result = check(path("rivers.csv"));
        assertEquals(FINDINGS.formatted(path("rivers.csv")), result.out());
        assertEquals("", result.err());
        assertEquals(1, result.exit());
    }

    @Test
    void metadataLeadToTheirTables() {
        Result result = check(path("rivers.csv-metadata.json"));
        assertEquals(FINDINGS.formatted(path("rivers.csv")), result.out());
        assertEquals(1, result.exit());
    }

    @Test
    void aTableAndItsMetadataAreOneCheck() {
        Result result = check(path("rivers.csv"), path("rivers.csv-metadata.json"));
        assertEquals(FINDINGS.formatted(path("rivers.csv")), result.out());
    }

    @Test
    void aTableWithoutMetadataIsDescribedByItsHeader() throws IOException {
        Files.delete(folder.resolve("rivers.csv-metadata.json"));
        Result result = check(path("rivers.csv"));
        assertEquals(
                """
                %1$s:6: found 3 fields, expected 2 [field-count]
                1 table, 5 rows, 1 error, no warnings
                """
                        .formatted(path("rivers.csv")),
                result.out());
    }

    @Test
    void aGoodTableIsGood() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), "name,length\nKura,1515\n");
        Result result = check(path("rivers.csv"));
        assertEquals("1 table, 1 row, no errors, no warnings\n", result.out());
        assertEquals(0, result.exit());
    }

    @Test
    void warningsAloneAreNoFailure() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), "name,length\nKu\"ra,1515\n");
        Result result = check(path("rivers.csv"));
        assertEquals(
                """
                %s:2: column "name": found "Ku"ra", expected quotes around the whole field, those inside doubled [stray-quote]
                1 table, 1 row, no errors, 1 warning
                """
                        .formatted(path("rivers.csv")),
                result.out());
        assertEquals(0, result.exit());
    }

    @Test
    void aCompressedTableIsWhatItHolds() throws IOException {
        Files.delete(folder.resolve("rivers.csv"));
        gzip("rivers.csv.gz", RIVERS);
        Result beside = check(path("rivers.csv.gz"));
        assertEquals(FINDINGS.formatted(path("rivers.csv.gz")), beside.out());
        Files.move(
                folder.resolve("rivers.csv-metadata.json"),
                folder.resolve("rivers.csv.gz-metadata.json"));
        Files.writeString(
                folder.resolve("rivers.csv.gz-metadata.json"),
                METADATA.replace("rivers.csv", "rivers.csv.gz"));
        Result named = check(path("rivers.csv.gz"));
        assertEquals(FINDINGS.formatted(path("rivers.csv.gz")), named.out());
    }

    @Test
    void whatIsNotCompressedThoughItsNameSaysSoIsAFinding() throws IOException {
        Files.writeString(folder.resolve("plain.csv.gz"), RIVERS);
        Result result = check(path("plain.csv.gz"));
        assertEquals(
                """
                %s: found cannot be read, Not in GZIP format, expected a table that can be read on [malformed-table]
                1 table, no rows, 1 error, no warnings
                """
                        .formatted(path("plain.csv.gz")),
                result.out());
        assertEquals(1, result.exit());
        gzip("cut.csv.gz", RIVERS);
        byte[] whole = Files.readAllBytes(folder.resolve("cut.csv.gz"));
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        Result cut = check(path("cut.csv.gz"));
        assertTrue(cut.out().contains("Unexpected end of ZLIB input stream"), cut.out());
        assertEquals(1, cut.exit());
    }

    @Test
    void standardInputIsATable() {
        Result result = checkInput(RIVERS.getBytes(StandardCharsets.UTF_8), "-");
        assertEquals(
                """
                standard input:6: found 3 fields, expected 2 [field-count]
                1 table, 5 rows, 1 error, no warnings
                """,
                result.out());
        assertEquals(1, result.exit());
        Result empty = checkInput(new byte[0], "-");
        assertEquals("1 table, no rows, no errors, no warnings\n", empty.out());
        assertEquals(0, empty.exit());
    }

    @Test
    void jsonHasAllOfIt() {
        Result result = check("--format", "json", path("rivers.csv"));
        assertEquals(1, result.exit());
        JsonObject document = JSON.parse(result.out());
        String expected =
                """
                {"valid": false, "tables": 1, "rows": 5, "errors": 4, "warnings": 0,
                 "findings": [
                   {"code": "datatype", "severity": "error", "file": "FILE",
                    "line": 3, "record": 3, "row": 2, "column": "length", "columnNumber": 2,
                    "found": "1,072", "expected": "a whole number",
                    "rule": "Tabular Data Model, section 6.4"},
                   {"code": "datatype", "severity": "error", "file": "FILE",
                    "line": 4, "record": 4, "row": 3, "column": "length", "columnNumber": 2,
                    "found": "long", "expected": "a whole number",
                    "rule": "Tabular Data Model, section 6.4"},
                   {"code": "duplicate-key", "severity": "error", "file": "FILE",
                    "line": 5, "record": 5, "row": 4, "column": "name", "columnNumber": 1,
                    "found": "Kura",
                    "expected": "a key that no other row has; line 2 has it",
                    "rule": "Tabular Data Model, section 6.6"},
                   {"code": "field-count", "severity": "error", "file": "FILE",
                    "line": 6, "record": 6, "row": 5,
                    "found": "3 fields", "expected": "2",
                    "rule": "Tabular Data Model, section 8"}],
                 "complete": true,
                 "counts": [
                   {"code": "field-count", "file": "FILE", "count": 1},
                   {"code": "duplicate-key", "file": "FILE", "columnNumber": 1, "count": 1},
                   {"code": "datatype", "file": "FILE", "columnNumber": 2, "count": 2}]}
                """
                        .replace("FILE", path("rivers.csv"));
        assertEquals(JSON.parse(expected), document);
    }

    @Test
    void jsonOfTheSeedsIsOneDocumentToo() {
        Result result = check("--format", "json");
        assertEquals(0, result.exit(), result.err());
        JsonObject document = JSON.parse(result.out());
        assertTrue(document.getBoolean("valid"));
        assertEquals(0, document.get("findings").getAsArray().size());
        assertTrue(document.get("tables").getAsNumber().value().intValue() > 40, result.out());
    }

    @Test
    void theSameMistakeInEveryRowIsOneLineAndItsPlaces() throws IOException {
        StringBuilder csv = new StringBuilder("name,length\n");
        for (int row = 1; row <= 50_000; row++) {
            csv.append('r').append(row).append(",?\n");
        }
        Files.writeString(folder.resolve("rivers.csv"), csv);
        Result result = check(path("rivers.csv"));
        assertEquals(
                """
                %s:2: column "length": found "?", expected a whole number [datatype]
                  … 49999 more at lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …
                1 table, 50,000 rows, 50,000 errors, no warnings
                """
                        .formatted(path("rivers.csv")),
                result.out());
        JsonObject json = JSON.parse(check("--format", "json", path("rivers.csv")).out());
        assertEquals(10_000, json.get("findings").getAsArray().size());
        assertEquals(false, json.getBoolean("complete"));
        assertEquals(
                50_000,
                json.get("counts")
                        .getAsArray()
                        .get(0)
                        .getAsObject()
                        .get("count")
                        .getAsNumber()
                        .value()
                        .intValue());
    }

    @Test
    void tablesThatReferToOneAnotherAreCheckedTogether() throws IOException {
        Files.writeString(folder.resolve("towns.csv"), "town,river\nTiflis,Kura\nDerbent,none\n");
        Files.writeString(
                folder.resolve("all.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "tables": [
                  {"url": "rivers.csv", "tableSchema": {"columns": [
                    {"name": "name", "titles": "name"}, {"name": "length", "titles": "length"}]}},
                  {"url": "towns.csv", "tableSchema": {"columns": [
                    {"name": "town", "titles": "town"}, {"name": "river", "titles": "river"}],
                   "foreignKeys": [{"columnReference": "river",
                     "reference": {"resource": "rivers.csv", "columnReference": "name"}}]}}]}
                """);
        Result result = check(path("all.json"));
        assertEquals(
                """
                %1$s:6: found 3 fields, expected 2 [field-count]
                %2$s:2: column "river": found "Kura", expected one row of rivers.csv with this name, there are 2 [ambiguous-reference]
                %2$s:3: column "river": found "none", expected the name of a row of rivers.csv [dangling-reference]
                2 tables, 7 rows, 3 errors, no warnings
                """
                        .formatted(path("rivers.csv"), path("towns.csv")),
                result.out());
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Result missing = check(path("lakes.csv"));
        assertEquals(3, missing.exit());
        assertEquals(
                path("lakes.csv") + ": found no such file, expected a table or metadata\n",
                missing.err());
        Result directory = check(folder.toString());
        assertEquals(3, directory.exit());
        assertEquals(folder + ": found a folder, expected a table or metadata\n", directory.err());
    }

    @Test
    void filesAndTheOptionsOfTheSeedsDoNotGoTogether() {
        Result result = check("--seeds", "seeds", path("rivers.csv"));
        assertEquals(2, result.exit());
        assertTrue(
                result.err().startsWith("--seeds: found FILE beside it, expected one of them\n"),
                result.err());
        assertEquals(2, check("--watch", "--format", "json").exit());
    }

    @Test
    void aKeyOfColumnsThatHaveNoNamesIsToldSo() throws IOException {
        Files.writeString(
                folder.resolve("rivers.csv-metadata.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "url": "rivers.csv",
                 "tableSchema": {"primaryKey": "name", "columns": []}}
                """);
        Result result = check(path("rivers.csv"));
        assertEquals(1, result.exit());
        assertTrue(
                result.out().contains("expected nothing, as there is no name to choose from"),
                result.out());
    }
}
