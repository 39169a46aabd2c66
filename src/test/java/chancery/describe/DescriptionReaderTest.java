package chancery.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.describe.datatype.Format;
import chancery.describe.iri.UriTemplate;
import chancery.table.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionReaderTest {
    @TempDir Path folder;

    private TableDescription read(String json) throws IOException, BadDescription {
        Path file = Files.writeString(folder.resolve("t.csv-metadata.json"), json);
        return DescriptionReader.read(file, "http://example.org/").get(0);
    }

    private static String table(String columns, String more) {
        return """
               {
                 "@context": "http://www.w3.org/ns/csvw",
                 "url": "t.csv",
                 "tableSchema": {
                   "columns": [%s]%s
                 }
               }
               """
                .formatted(columns, more);
    }

    private String refusal(String json) {
        String message =
                String.valueOf(assertThrows(BadDescription.class, () -> read(json)).getMessage());
        return message.replace(folder.toString().replace('\\', '/'), "seeds");
    }

    @Test
    void aTableIsReadWithAllThatOurTablesUse() throws IOException, BadDescription {
        TableDescription table =
                read(
                        """
                        {
                          "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
                          "url": "t.csv",
                          "dc:description": "Things",
                          "dialect": {"delimiter": ";", "quoteChar": null, "trim": "start"},
                          "lang": "en",
                          "tableSchema": {
                            "aboutUrl": "https://w3id.org/chancery/id/state/{id}",
                            "null": "-",
                            "columns": [
                              {"name": "id", "required": true, "suppressOutput": true,
                               "datatype": {"base": "string", "format": "[a-z]+"}},
                              {"titles": "Other names", "separator": ";", "lang": "az",
                               "null": ["", "none"], "propertyUrl": "skos:altLabel",
                               "dc:description": "what else it is called"},
                              {"name": "signed", "propertyUrl": "chy:signed",
                               "https://w3id.org/chancery/ontology#valueForm": "time",
                               "https://w3id.org/chancery/ontology#makesClaims": true},
                              {"name": "type", "virtual": true, "propertyUrl": "rdf:type",
                               "valueUrl": "skos:Concept"}
                            ],
                            "primaryKey": "id",
                            "rowTitles": ["id"],
                            "https://w3id.org/chancery/ontology#tableRole": "register"
                          }
                        }
                        """);
        assertEquals("t", table.name());
        assertEquals("http://example.org/t.csv", table.iri());
        assertEquals(folder.resolve("t.csv").toString(), table.source().name());
        assertEquals("Things", table.description());
        assertEquals("register", table.role());
        assertEquals(Optional.of(new Key(List.of("id"))), table.primaryKey());
        assertEquals(List.of("id"), table.rowTitles());
        assertEquals(";", table.dialect().delimiter());
        assertEquals(Dialect.Trim.START, table.dialect().trim());
        assertEquals(
                Optional.of(UriTemplate.of("https://w3id.org/chancery/id/state/{id}")),
                table.aboutUrl());
        assertEquals(
                List.of("id", "Other%20names", "signed", "type"),
                table.columns().stream().map(Column::name).toList());

        Column id = table.columns().get(0);
        assertTrue(id.required() && id.suppressOutput());
        assertEquals("en", id.lang());
        assertEquals(List.of("-"), id.nulls());
        assertTrue(id.datatype().format() instanceof Format.Regex r && r.source().equals("[a-z]+"));

        Column names = table.columns().get(1);
        assertEquals(Optional.of(";"), names.separator());
        assertEquals("az", names.lang());
        assertEquals(List.of("", "none"), names.nulls());
        assertEquals("what else it is called", names.description());
        assertEquals(table.aboutUrl(), names.aboutUrl());
        assertFalse(names.makesClaims());

        Column signed = table.columns().get(2);
        assertEquals(Optional.of(ValueForm.TIME), signed.valueForm());
        assertTrue(signed.makesClaims());
        assertTrue(table.columns().get(3).virtual());
    }

    @Test
    void aGroupHandsItsPropertiesDownToItsTables() throws IOException, BadDescription {
        Path file =
                Files.writeString(
                        folder.resolve("g-metadata.json"),
                        """
                        {
                          "@context": "http://www.w3.org/ns/csvw",
                          "lang": "ru",
                          "tables": [
                            {"url": "a.csv", "tableSchema": {"columns": [{"name": "x"}]}},
                            {"url": "b.csv", "lang": "az",
                             "tableSchema": {"columns": [{"name": "x"}]}}
                          ]
                        }
                        """);
        List<TableDescription> tables = DescriptionReader.read(file);
        assertEquals(
                List.of("ru", "az"), tables.stream().map(t -> t.columns().get(0).lang()).toList());
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsLine() {
        assertEquals(
                "seeds/t.csv-metadata.json:2: found text that is not JSON at character 14,"
                        + " expected JSON",
                refusal("{\n  \"url\": \"t\" \"tableSchema\": {}\n}"));
        assertEquals(
                "seeds/t.csv-metadata.json:2: found the end of the file, expected more JSON",
                refusal("{\n  \"url\": \"t.csv\""));
        assertEquals(
                "seeds/t.csv-metadata.json: found an empty file, expected a description",
                refusal(""));
        assertEquals(
                "seeds/t.csv-metadata.json: found JSON too long, too deep, or with a number of too"
                        + " many digits, expected at most 64 levels and numbers of at most 1000"
                        + " digits",
                refusal("[".repeat(100_000)));
        assertEquals(
                "seeds/t.csv-metadata.json#/url: found twice, expected once",
                refusal("{\"url\": \"a\", \"url\": \"b\"}"));
    }

    @Test
    void aMissingFileIsRefused() {
        assertEquals(
                "seeds/none.json: found no such file, expected a description",
                assertThrows(
                                BadDescription.class,
                                () -> DescriptionReader.read(Path.of("seeds/none.json")))
                        .getMessage());
    }

    @Test
    void aDatatypeThatDoesNotExistIsRefusedWithTheNearest() {
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/1/datatype: found \"integr\","
                        + " expected one of integer, int, date, …",
                refusal(
                        table(
                                "{\"name\": \"a\"}, {\"name\": \"b\", \"datatype\": \"integr\"}",
                                "")));
    }

    @Test
    void everyMistakeIsRefusedAtItsPlace() {
        assertEquals(
                "seeds/t.csv-metadata.json: found no @context, expected"
                        + " \"http://www.w3.org/ns/csvw\"",
                refusal("{\"url\": \"t.csv\"}"));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/requird: found property"
                        + " \"requird\", expected one of required, aboutUrl, default, …",
                refusal(table("{\"name\": \"a\", \"requird\": true}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/required: found \"yes\","
                        + " expected true or false",
                refusal(table("{\"name\": \"a\", \"required\": \"yes\"}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/name: found \"a b\", expected"
                        + " letters, digits, _ and . only, the first one not _",
                refusal(table("{\"name\": \"a b\"}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/1: found name \"a\" twice,"
                        + " expected it once",
                refusal(table("{\"name\": \"a\"}, {\"name\": \"a\"}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/valueUrl: found \"a b/{a}\","
                        + " expected a template without \" \" outside {…}",
                refusal(table("{\"name\": \"a\", \"valueUrl\": \"a b/{a}\"}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/datatype/format: found \"[a\","
                        + " expected a regular expression",
                refusal(table("{\"name\": \"a\", \"datatype\": {\"format\": \"[a\"}}", "")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/primaryKey: found \"b\", expected a",
                refusal(table("{\"name\": \"a\"}", ", \"primaryKey\": \"b\"")));
    }

    @Test
    void aDirectiveMustBeOfItsKind() {
        String chy = "https://w3id.org/chancery/ontology#";
        String at =
                "seeds/t.csv-metadata.json#/tableSchema/columns/0/"
                        + "https:~1~1w3id.org~1chancery~1ontology#";
        assertEquals(
                at + "makesClaims: found \"true\", expected true or false",
                refusal(table("{\"name\": \"a\", \"" + chy + "makesClaims\": \"true\"}", "")));
        assertEquals(
                at + "valueForm: found \"date\", expected one of time, quantity, timeOrReference",
                refusal(table("{\"name\": \"a\", \"" + chy + "valueForm\": \"date\"}", "")));
        assertEquals(
                at + "itemUrl: found \"id/{a}\", expected a template with {item} or {+item} once",
                refusal(table("{\"name\": \"a\", \"" + chy + "itemUrl\": \"id/{a}\"}", "")));
    }

    @Test
    void aFolderHoldsKeysAndTablesTogether() throws IOException, BadDescription {
        String key =
                """
                , "foreignKeys": [{"columnReference": "a",
                                   "reference": {"resource": "%s", "columnReference": "%s"}}]\
                """;
        Files.writeString(folder.resolve("t.csv"), "a\n");
        read(table("{\"name\": \"a\"}", key.formatted("t.csv", "a")));
        assertEquals(
                List.of("t"),
                DescriptionReader.readFolder(folder).stream().map(TableDescription::name).toList());

        read(table("{\"name\": \"a\"}", key.formatted("tt.csv", "a")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/foreignKeys/0/reference/resource:"
                        + " found \"tt.csv\", expected t.csv",
                folderRefusal());

        read(table("{\"name\": \"a\"}", key.formatted("t.csv", "b")));
        assertEquals(
                "seeds/t.csv-metadata.json#/tableSchema/foreignKeys/0/reference/columnReference:"
                        + " found \"b\", expected a",
                folderRefusal());
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertEquals(
                "seeds/none: found no such folder, expected tables",
                assertThrows(
                                BadDescription.class,
                                () -> DescriptionReader.readFolder(Path.of("seeds/none")))
                        .getMessage());
    }

    private String folderRefusal() {
        String message =
                String.valueOf(
                        assertThrows(
                                        BadDescription.class,
                                        () -> DescriptionReader.readFolder(folder))
                                .getMessage());
        return message.replace(folder.toString().replace('\\', '/'), "seeds");
    }
}
