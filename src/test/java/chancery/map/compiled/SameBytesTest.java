package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Web;
import chancery.describe.TableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The fast path against the reference path, on tables made up from seeds.
class SameBytesTest {
    private static final int TABLES = 400;

    private static final List<String> COLUMNS =
            List.of(
                    "\"datatype\": \"string\", \"lang\": \"az-Latn\"",
                    "\"datatype\": {\"base\": \"string\", \"minLength\": 2, \"maxLength\": 9}",
                    "\"datatype\": {\"base\": \"string\", \"format\": \"[A-Z]{2,4}\"}",
                    "\"datatype\": {\"base\": \"string\", \"format\": \"\\\\d+(a|b)*\"}",
                    "\"datatype\": {\"base\": \"string\", \"format\": \"^[a-c ]+[A-Z]?\\\\d*$\"}",
                    "\"datatype\": {\"base\": \"string\", \"format\": \"\\\\d{1,2}/\\\\d{2}/\\\\d{4}\"}",
                    "\"datatype\": {\"base\": \"string\", \"format\": \"[0-9-]+\", \"maxLength\": 9}",
                    "\"datatype\": \"integer\", \"required\": true",
                    "\"datatype\": {\"base\": \"integer\", \"minimum\": -5, \"maxExclusive\": 100}",
                    "\"datatype\": \"byte\", \"null\": [\"NA\", \"-9\"]",
                    "\"datatype\": \"unsignedShort\", \"default\": \"7\"",
                    "\"datatype\": \"decimal\"",
                    "\"datatype\": {\"base\": \"decimal\", \"minExclusive\": \"0.5\", \"maximum\": \"99.25\"}",
                    "\"datatype\": \"double\"",
                    "\"datatype\": {\"base\": \"double\", \"minimum\": -90, \"maximum\": 90}",
                    "\"datatype\": {\"base\": \"decimal\", \"format\": {\"pattern\": \"#,##0.0\"}}",
                    "\"datatype\": \"date\"",
                    "\"datatype\": {\"base\": \"date\", \"format\": \"d.M.yyyy\"}",
                    "\"datatype\": {\"base\": \"date\", \"format\": \"MM/dd/yyyy\", \"minimum\": \"1990-01-01\"}",
                    "\"datatype\": \"dateTime\"",
                    "\"datatype\": {\"base\": \"dateTime\", \"format\": \"yyyy-MM-dd HH:mm\"}",
                    "\"datatype\": \"gYear\"",
                    "\"datatype\": \"boolean\"",
                    "\"datatype\": {\"base\": \"boolean\", \"format\": \"Y|N\"}",
                    "\"datatype\": \"anyURI\"",
                    "\"datatype\": \"token\"",
                    "\"datatype\": \"duration\"",
                    "\"datatype\": {\"@id\": \"http://example.org/year\", \"base\": \"integer\"}",
                    "\"datatype\": \"string\", \"separator\": \";\"",
                    "\"datatype\": \"string\", \"suppressOutput\": true",
                    "\"valueUrl\": \"http://example.org/id/{c0}/{c1}\"",
                    "\"valueUrl\": \"#x-{c1}\"",
                    "\"valueUrl\": \"thing/{c0}\"",
                    "\"valueUrl\": \"{+c1}\"",
                    "\"valueUrl\": \"schema:{c0}\"",
                    "\"valueUrl\": \"urn:x:{_row}:{_sourceRow}:{_name}:{_column}\"",
                    "\"propertyUrl\": \"schema:name\"",
                    "\"propertyUrl\": \"http://example.org/p/{_name}\"",
                    "\"propertyUrl\": \"http://example.org/p/{c0}\"",
                    "\"aboutUrl\": \"http://example.org/row/{_row}\"",
                    "\"aboutUrl\": \"http://example.org/thing/{c0}\"",
                    "\"aboutUrl\": \"{c2}\"",
                    "\"aboutUrl\": \"http://example.org/{?c0,c1}\"");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "",
                    "",
                    "NA",
                    "-9",
                    "0",
                    "-0",
                    "7",
                    "+7",
                    "007",
                    "42",
                    "99",
                    "100",
                    "-5",
                    "-6",
                    "127",
                    "128",
                    "65535",
                    "65536",
                    "3.50",
                    "0.5",
                    "0.51",
                    "99.25",
                    "99.2500001",
                    ".5",
                    "5.",
                    "90",
                    "90.0",
                    "-90.00",
                    "1e5",
                    "1E-3",
                    "INF",
                    "NaN",
                    "1,234.5",
                    "1,23",
                    "12345678901234567890",
                    "1.0000000000000000001",
                    "2002-01-25",
                    "2002-02-29",
                    "2000-02-29",
                    "1989-12-31",
                    "0000-01-01",
                    "12002-01-25",
                    "2002-01-25Z",
                    "5.3.2001",
                    "05.03.2001",
                    "31.02.2001",
                    "03/05/2001",
                    "3/5/2001",
                    "01/25/1980",
                    "2002-01-25T12:30:00",
                    "2002-01-25T24:00:00",
                    "2002-01-25T12:30:00.5Z",
                    "2002-01-25 12:30",
                    "2002-01-25T12:61:00",
                    "2001",
                    "true",
                    "false",
                    "1",
                    "Y",
                    "N",
                    "AZE",
                    "RUS",
                    "abcde",
                    "x",
                    "a b",
                    " a",
                    "a ",
                    " 7",
                    "a  b",
                    "Bakı",
                    "Қазақ",
                    "Москва",
                    "𐍈𐍈",
                    "é",
                    "\u00a07",
                    "a\tb",
                    "a/b",
                    "a%20b",
                    "a%zz",
                    "..",
                    ".",
                    "http://example.org/a",
                    "https://example.org/b?c=d&e=f#g",
                    "http://example.org/ğ",
                    "ftp://x",
                    "mailto:a@b",
                    "schema:name",
                    "a;b;c",
                    "P1Y",
                    "a\\b",
                    "\u0007",
                    "<x>",
                    "#",
                    "a#b",
                    "\u001F",
                    "\u001E");

    private static final List<String> QUOTED =
            List.of(
                    "\"a,b\"",
                    "\"a\"\"b\"",
                    "\"\"\"\"",
                    "\"\"",
                    "\"line\nbreak\"",
                    "\"line\r\nbreak\"",
                    "\"two\r\rlines\"",
                    "\"7\"",
                    "\"2002-01-25\"",
                    "\"Bakı, \"\"şəhər\"\"\"",
                    "a\"b",
                    "a\"\"",
                    "\" a \"");

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String cell(Random random) {
        return random.nextInt(6) == 0 ? pick(random, QUOTED) : pick(random, TEXTS);
    }

    private static String metadata(Random random, int columns) {
        StringBuilder json = new StringBuilder();
        json.append("{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\", ");
        if (random.nextInt(4) == 0) {
            json.append("\"dialect\": {\"delimiter\": \";\", \"commentPrefix\": null}, ");
        }
        json.append("\"tableSchema\": {");
        if (random.nextInt(2) == 0) {
            json.append("\"aboutUrl\": \"http://example.org/r/{c0}-{_row}\", ");
        }
        json.append("\"columns\": [");
        for (int i = 0; i < columns; i++) {
            json.append(i == 0 ? "" : ", ")
                    .append("{\"name\": \"c")
                    .append(i)
                    .append("\", \"titles\": \"c");
            json.append(i).append("\", ").append(pick(random, COLUMNS)).append("}");
        }
        if (random.nextInt(3) == 0) {
            json.append(", {\"name\": \"v\", \"virtual\": true, \"propertyUrl\": \"rdf:type\", ");
            json.append("\"valueUrl\": \"schema:Event\"}");
        }
        return json.append("]}}").toString();
    }

    private static String table(Random random, int columns, String delimiter) {
        String lineEnd = pick(random, List.of("\n", "\r\n", "\r"));
        StringBuilder csv = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        csv.append(random.nextInt(6) == 0 ? "#first" + lineEnd : "");
        for (int i = 0; i < columns; i++) {
            csv.append(i == 0 ? "" : delimiter).append("c").append(i);
        }
        int rows = random.nextInt(30);
        for (int row = 0; row < rows; row++) {
            csv.append(lineEnd);
            if (random.nextInt(12) == 0) {
                csv.append("#a comment ").append(row).append(lineEnd);
            }
            int cells = random.nextInt(20) == 0 ? random.nextInt(columns + 2) : columns;
            for (int i = 0; i < cells; i++) {
                csv.append(i == 0 ? "" : delimiter).append(cell(random).replace(delimiter, ""));
            }
        }
        if (random.nextInt(30) == 0) {
            csv.append(lineEnd)
                    .append(pick(random, List.of("\"never closed", "\"a\"b,c", "\"a\" ,b")));
        }
        return csv.append(random.nextInt(2) == 0 ? lineEnd : "").toString();
    }

    @Test
    void bothPathsGiveTheSameBytesAndFindings() throws IOException {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            int columns = 3 + random.nextInt(4);
            String metadata = metadata(random, columns);
            String table = table(random, columns, metadata.contains("\"delimiter\"") ? ";" : ",");
            byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(15) == 0 && bytes.length > 40) {
                bytes[40 + random.nextInt(bytes.length - 40)] = (byte) 0xFF;
            }
            Web web =
                    new Web()
                            .with("t.csv", bytes, "text/csv", "")
                            .with("t.csv-metadata.json", metadata);
            TableGroup group = web.metadata("t.csv-metadata.json").orElseThrow();
            BothWays.assertSame(web, group, "seed " + seed + ": " + metadata + "\n" + table);
        }
    }

    @Test
    void mostRowsOfAnOrdinaryTableAreCompiled() throws IOException {
        // A guard of the guard: if nothing were compiled, the two paths would agree for nothing.
        String columns =
                COLUMNS.stream()
                        .filter(
                                rules ->
                                        !rules.contains("separator")
                                                && !rules.contains("Url\": \"{"))
                        .filter(rules -> !rules.contains("{?") && !rules.contains("p/{c0}"))
                        .collect(
                                Collectors.joining(
                                        "}, {\"name\": \"c\", ", "{\"name\": \"c0\", ", "}"));
        int number = 0;
        while (columns.contains("\"c\"")) {
            number++;
            columns = columns.replaceFirst("\"c\"", "\"c" + number + "\"");
        }
        Web web =
                new Web()
                        .with("t.csv", "c0\n")
                        .with(
                                "t.csv-metadata.json",
                                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\","
                                        + " \"tableSchema\": {\"columns\": ["
                                        + columns
                                        + "]}}");
        TableGroup group = web.metadata("t.csv-metadata.json").orElseThrow();
        assertTrue(
                RowProgram.of(
                                group.tables().getFirst(),
                                chancery.map.Mode.MINIMAL,
                                java.util.Optional.empty(),
                                java.util.List.of(),
                                new chancery.map.BlankNodes(""),
                                new chancery.map.BlankNodes("").table(),
                                " .\n")
                        .isPresent(),
                columns);
    }
}
