package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `chancery describe` prints, writes and refuses.
class DescribeCommandTest {
    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Result describe(Object... args) {
        String[] all = new String[args.length + 1];
        all[0] = "describe";
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i].toString();
        }
        return Result.of(all);
    }

    @Test
    void aTableIsDescribedOnStandardOutput() throws IOException {
        Path table =
                file(
                        "my states.csv",
                        """
                        code;Name;founded;size
                        AZ;Azerbaijan;28.05.1918;86,6
                        RU;Russia;25.12.1991;NA
                        """);
        Result result = describe(table);
        assertEquals(
                """
                {
                  "@context": "http://www.w3.org/ns/csvw",
                  "url": "my%20states.csv",
                  "dc:description": "Guessed from 2 rows",
                  "dialect": {
                    "encoding": "utf-8",
                    "delimiter": ";",
                    "header": true
                  },
                  "tableSchema": {
                    "columns": [
                      {
                        "name": "code",
                        "titles": "code",
                        "dc:description": "2 values, no two the same, each of 2 characters",
                        "datatype": "string",
                        "required": true
                      },
                      {
                        "name": "Name",
                        "titles": "Name",
                        "dc:description": "2 values, no two the same, of 6 to 10 characters",
                        "datatype": "string"
                      },
                      {
                        "name": "founded",
                        "titles": "founded",
                        "dc:description": "both values are dates written dd.MM.yyyy",
                        "datatype": {
                          "base": "date",
                          "format": "dd.MM.yyyy"
                        }
                      },
                      {
                        "name": "size",
                        "titles": "size",
                        "dc:description": "one value, of the kind: numbers with a comma before fractions; no value: \\"NA\\" (1)",
                        "datatype": {
                          "base": "decimal",
                          "format": {
                            "decimalChar": ","
                          }
                        },
                        "null": [
                          "",
                          "NA"
                        ]
                      }
                    ],
                    "primaryKey": "code"
                  }
                }
                """,
                result.out());
        assertEquals("", result.err());
        assertEquals(0, result.exit());
    }

    @Test
    void severalTablesAreAGroupWithTheirReferences() throws IOException {
        Path states = file("states.csv", "id,label\naz,Azerbaijan\nru,Russia\nde,Germany\n");
        Path cities = file("cities.csv", "city,state\nBaku,az\nMoscow,ru\nGanja,az\n");
        Result result = describe(states, cities);
        assertEquals(0, result.exit());
        assertTrue(result.out().contains("\"tables\": ["), result.out());
        assertTrue(
                result.out()
                        .contains(
                                """
                                            "columnReference": "state",
                                            "reference": {
                                              "resource": "states.csv",
                                              "columnReference": "id"
                                            }
                                """),
                result.out());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path table = file("t.csv", "a,b\n1,2\n2,3\n");
        Path out = folder.resolve("t.csv-metadata.json");
        assertEquals(0, describe(table, "-o", out).exit());
        String first = Files.readString(out);
        assertTrue(first.contains("\"url\": \"t.csv\""), first);
        Files.writeString(out, "mine");
        Result again = describe(table, "-o", out);
        assertEquals(3, again.exit());
        assertEquals(
                out + ": found a file there, expected none, or --force\n",
                again.err().replace("\r", ""));
        assertEquals("mine", Files.readString(out));
        assertEquals(0, describe(table, "-o", out, "--force").exit());
        assertEquals(first, Files.readString(out));
    }

    @Test
    void theUrlIsRelativeToTheFileWritten() throws IOException {
        Path table = file("t.csv", "a,b\n1,2\n2,3\n");
        Path below = Files.createDirectories(folder.resolve("meta"));
        assertEquals(0, describe(table, "-o", below.resolve("m.json")).exit());
        String text = Files.readString(below.resolve("m.json"));
        assertTrue(text.contains("\"url\": \"../t.csv\""), text);
    }

    @Test
    void faultsAreToldOnStandardError() throws IOException {
        Path table = file("t.csv", "a,b\n1,2\n2,3,4\n4,5\n6,7\n");
        Result result = describe(table);
        assertEquals(0, result.exit());
        assertEquals(
                table + ": 1 row with another number of fields than 2 (line 3)\n", result.err());
    }

    @Test
    void checkTakesWhatWasWritten() throws IOException {
        Path states = file("states.csv", "id,label\naz,Azerbaijan\nru,Russia\nde,Germany\n");
        Path cities = file("cities.csv", "city;state;size\nBaku;az;2,3\nMoscow;ru;13\n");
        Path below = Files.createDirectories(folder.resolve("meta")).resolve("m.json");
        assertEquals(0, describe(states, cities, "-o", below).exit());
        Result check = Result.of("check", below.toString());
        assertEquals("2 tables, 5 rows, no errors, no warnings\n", check.out());
        assertEquals(0, check.exit());
        Files.writeString(states, "id,label\naz,Azerbaijan\nde,Germany\n");
        Result dangling = Result.of("check", below.toString());
        assertTrue(dangling.out().contains("[dangling-reference]"), dangling.out());
        assertEquals(1, dangling.exit());
    }

    @Test
    void aCompressedTableIsReadAndNamedByWhatItHolds() throws IOException {
        Path zipped = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("id,n\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8));
        }
        Path metadata = folder.resolve("t.csv-metadata.json");
        assertEquals(0, describe(zipped, "-o", metadata).exit());
        assertTrue(Files.readString(metadata).contains("\"url\": \"t.csv\""));
        assertEquals(0, Result.of("check", metadata.toString()).exit());
    }

    @Test
    void onlyTheFirstRowsAreReadIfAskedFor() throws IOException {
        Path table = file("t.csv", "a,b\n1,2\n2,3\n3,x\n");
        Result result = describe(table, "--rows", "2");
        assertTrue(result.out().contains("Guessed from the first 2 rows"), result.out());
        assertTrue(
                describe(table, "--rows", "0").out().contains("Guessed from 3 rows"), result.out());
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Path none = folder.resolve("none.csv");
        assertRefused(none + ": found no such file, expected a table\n", none);
        assertRefused(folder + ": found a folder, expected a table\n", folder);
        Path empty = file("empty.csv", "");
        assertRefused(empty + ": found an empty file, expected a table\n", empty);
        Path blank = file("blank.csv", "\n\n\n");
        assertRefused(blank + ": found blank lines only, expected a table\n", blank);
        Path binary = folder.resolve("b.csv");
        Files.write(binary, new byte[] {1, 2, 3, 0, 0, 5, 7, 0, 0, 0, 9});
        assertRefused(binary + ": found bytes that are no text, expected a CSV file\n", binary);
        Path zipped = folder.resolve("t.zip.csv");
        Files.write(zipped, "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                zipped + ": found a zip archive or a spreadsheet, expected a CSV file\n", zipped);
        Path twice = file("t.csv", "a,b\n1,2\n");
        Result result = describe(twice, twice);
        assertEquals(3, result.exit());
        assertEquals(twice + ": found it twice, expected every table once\n", result.err());
    }

    private void assertRefused(String message, Path table) {
        Result result = describe(table);
        assertEquals(message, result.err());
        assertEquals("", result.out());
        assertEquals(3, result.exit());
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertEquals(2, describe().exit());
        Result result = describe(file("t.csv", "a,b\n1,2\n"), "--rows", "-1");
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("--rows: found -1, expected 0 or more"), result.err());
    }
}
