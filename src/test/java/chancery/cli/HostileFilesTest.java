package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody made to be too much: what `check` says of them, and that it ends.
@Timeout(300)
class HostileFilesTest {
    @TempDir private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Result check(String name) {
        return Result.of("check", path(name));
    }

    private void describe(String columns, String more) throws IOException {
        Files.writeString(
                folder.resolve("t.csv-metadata.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
                 "tableSchema": {"columns": [%s]%s}}
                """
                        .formatted(columns, more));
    }

    private void expect(int exit, String lines, Result result) {
        assertEquals(lines.replace("FOLDER", folder.toString()), result.out(), result.err());
        assertEquals(exit, result.exit());
    }

    @Test
    void aHundredThousandColumns() throws IOException {
        int columns = 100_000;
        String header =
                IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "1" + ",1".repeat(columns - 1);
        String bad = "x" + ",1".repeat(columns - 1);
        Files.writeString(
                folder.resolve("t.csv"), String.join("\n", header, row, "1,1", bad, row) + "\n");
        String ragged = "FOLDER/t.csv:3: found 2 fields, expected 100000 [field-count]\n";
        expect(1, ragged + "1 table, 4 rows, 1 error, no warnings\n", check("t.csv"));
        describe(
                IntStream.range(0, columns)
                        .mapToObj(i -> "{\"titles\": \"c" + i + "\", \"datatype\": \"integer\"}")
                        .collect(Collectors.joining(",\n")),
                "");
        expect(
                1,
                ragged
                        + "FOLDER/t.csv:4: column \"c0\": found \"x\", expected a whole number"
                        + " [datatype]\n"
                        + "1 table, 4 rows, 2 errors, no warnings\n",
                check("t.csv"));
    }

    /// A file of a gigabyte that takes no room: all behind its beginning is NUL.
    private void gigabyte(String beginning) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), beginning);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
    }

    @Test
    void aQuoteNeverClosedInAGigabyte() throws IOException {
        gigabyte("a,b\n1,2\n3,\"");
        expect(
                1,
                """
                FOLDER/t.csv:3: found a field, whose quote is perhaps never closed, of more than 67,108,864 characters, expected at most so many [malformed-table]
                1 table, 1 row, 1 error, no warnings
                """,
                check("t.csv"));
    }

    @Test
    void aGigabyteThatIsOneField() throws IOException {
        gigabyte("a,b\n1,");
        expect(
                1,
                """
                FOLDER/t.csv:2: found a field of more than 67,108,864 characters, expected at most so many [malformed-table]
                1 table, no rows, 1 error, no warnings
                """,
                check("t.csv"));
    }

    @Test
    void metadataNestedTenThousandDeep() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a\n1\n");
        int deep = 10_000;
        describe(
                "{\"titles\": \"a\"}",
                "}, \"notes\": {\"x\": " + "[".repeat(deep) + "]".repeat(deep));
        Result result = check("t.csv-metadata.json");
        assertEquals(1, result.exit(), result.err());
        assertTrue(result.out().contains("expected at most 64 levels"), result.out());
        assertTrue(result.out().contains("[metadata]"), result.out());
        assertEquals(1, check("t.csv").exit());
    }

    @Test
    void anExpressionThatTriesForEver() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a\nab\n" + "a".repeat(5_000) + "\n");
        describe(
                "{\"titles\": \"a\", \"datatype\": {\"base\": \"string\", \"format\": \"(a+)+b\"}}",
                "");
        expect(
                1,
                "FOLDER/t.csv:3: column \"a\": found \""
                        + "a".repeat(80)
                        + "…\", expected text that can be held against (a+)+b in reasonable time"
                        + " [pattern]\n1 table, 2 rows, 1 error, no warnings\n",
                check("t.csv"));
    }

    @Test
    void numbersOfTenThousandDigits() throws IOException {
        String digits = "9".repeat(10_000);
        Files.writeString(
                folder.resolve("t.csv"),
                "i,d\n" + digits + "," + digits + "\n1,1e999999\n1,1e9999999\n");
        describe(
                "{\"titles\": \"i\", \"datatype\": \"integer\"},"
                        + " {\"titles\": \"d\", \"datatype\": \"double\"}",
                "");
        String found = ": found \"" + "9".repeat(80) + "…\", expected a ";
        expect(
                1,
                "FOLDER/t.csv:2: column \"i\""
                        + found
                        + "whole number of at most 1000 characters [datatype]\n"
                        + "FOLDER/t.csv:2: column \"d\""
                        + found
                        + "number of at most 1000 characters [datatype]\n"
                        + "FOLDER/t.csv:4: column \"d\": found \"1e9999999\", expected a number"
                        + " [datatype]\n1 table, 3 rows, 3 errors, no warnings\n",
                check("t.csv"));
    }

    @Test
    void foreignKeysInACircle() throws IOException {
        String table =
                """
                {"url": "%1$s.csv", "tableSchema": {"primaryKey": "id", "columns": [
                  {"name": "id", "titles": "id"}, {"name": "of", "titles": "of"}],
                  "foreignKeys": [{"columnReference": "of",
                    "reference": {"resource": "%2$s.csv", "columnReference": "id"}}]}}
                """;
        Files.writeString(
                folder.resolve("all.json"),
                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"tables\": [%s, %s, %s]}"
                        .formatted(
                                table.formatted("a", "b"),
                                table.formatted("b", "c"),
                                table.formatted("c", "a")));
        Files.writeString(folder.resolve("a.csv"), "id,of\n1,2\n");
        Files.writeString(folder.resolve("b.csv"), "id,of\n2,3\n");
        Files.writeString(folder.resolve("c.csv"), "id,of\n3,1\n4,4\n");
        expect(
                1,
                """
                FOLDER/c.csv:3: column "of": found "4", expected the id of a row of a.csv [dangling-reference]
                3 tables, 4 rows, 1 error, no warnings
                """,
                check("all.json"));
    }

    @Test
    void foreignKeysIntoATableThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a\n1\n1\n1\n1\n");
        String key =
                ", \"foreignKeys\": [{\"columnReference\": \"a\", \"reference\":"
                        + " {\"resource\": \"gone.csv\", \"columnReference\": \"id\"}}]";
        String column = "{\"name\": \"a\", \"titles\": \"a\"}";
        describe(column, key);
        Result undescribed = check("t.csv");
        assertEquals(1, undescribed.exit());
        assertTrue(undescribed.out().contains("gone.csv"), undescribed.out());
        Files.writeString(
                folder.resolve("all.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "tables": [
                 {"url": "gone.csv", "tableSchema": {"columns": [{"name": "id", "titles": "id"}]}},
                 {"url": "t.csv", "tableSchema": {"columns": [%s]%s}}]}
                """
                        .formatted(column, key));
        expect(
                1,
                """
                FOLDER/gone.csv: found no such file, expected a table [malformed-table]
                FOLDER/t.csv:2: column "a": found "1", expected the id of a row of gone.csv [dangling-reference]
                  … 3 more at lines 3, 4, 5
                2 tables, 4 rows, 5 errors, no warnings
                """,
                check("all.json"));
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("t.csv"), "a,b\n1,x\0y\n".getBytes(StandardCharsets.UTF_8));
        expect(
                1,
                """
                FOLDER/t.csv:2: column "b": found "x\\u0000y", expected characters that XML allows, unlike U+0000 [datatype]
                1 table, 1 row, 1 error, no warnings
                """,
                check("t.csv"));
        Files.write(folder.resolve("t.csv"), new byte[] {'a', '\n', (byte) 0xFF, '\n'});
        expect(
                1,
                """
                FOLDER/t.csv:2: found the byte 0xFF, expected text in UTF-8 [malformed-table]
                1 table, no rows, 1 error, no warnings
                """,
                check("t.csv"));
    }

    @Test
    void anEncodingThatOnlyTheWebKnows() throws IOException {
        Files.write(folder.resolve("t.csv"), new byte[] {'a', '\n', (byte) 0xA1, '\n'});
        Files.writeString(
                folder.resolve("t.csv-metadata.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
                 "dialect": {"encoding": "latin6"},
                 "tableSchema": {"columns": [
                   {"titles": "a", "datatype": {"base": "string", "format": "x"}}]}}
                """);
        expect(
                1,
                """
                FOLDER/t.csv:2: column "a": found "Ą", expected text like x [pattern]
                1 table, 1 row, 1 error, no warnings
                """,
                check("t.csv"));
    }

    /// In a process of its own, whose heap is the smaller the better.
    @Test
    void aMillionFindingsAndAMillionKeysInSixtyFourMegabytes() throws Exception {
        int rows = 1_000_000;
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("t.csv"))) {
            csv.write("id,n,up\n");
            for (int row = 1; row <= rows; row++) {
                String id = row == rows ? "k1" : "k" + row;
                csv.write(id + ",x" + row + ",k" + (row + 1) + "\n");
            }
        }
        describe(
                "{\"name\": \"id\", \"titles\": \"id\"},"
                        + " {\"name\": \"n\", \"titles\": \"n\", \"datatype\": \"integer\"},"
                        + " {\"name\": \"up\", \"titles\": \"up\"}",
                ", \"primaryKey\": \"id\", \"foreignKeys\": [{\"columnReference\": \"up\","
                        + " \"reference\": {\"resource\": \"t.csv\", \"columnReference\": \"id\"}}]");
        Process check =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "chancery.cli.Main",
                                "check",
                                path("t.csv"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(check.getInputStream().readAllBytes(), Charset.defaultCharset());
        assertEquals(1, check.waitFor(), said);
        List<String> lines = new ArrayList<>(said.lines().toList());
        assertEquals(25, lines.size(), said);
        assertTrue(lines.getFirst().contains("found \"x1\", expected a whole number"), said);
        assertTrue(
                said.contains("found \"k1\", expected a key that no other row has; line 2"), said);
        assertTrue(said.contains("found \"k1000001\", expected the id"), said);
        assertTrue(said.contains("and 999980 more datatype"), said);
        assertEquals("1 table, 1,000,000 rows, 1,000,003 errors, no warnings", lines.getLast());
    }
}
