package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Finding;
import chancery.check.Findings;
import chancery.map.Mode;
import chancery.table.FolderLibrary;
import chancery.table.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a program uses the engine as a library.
class CsvOnTheWebExampleTest {
    private static final String TABLE = "https://example.org/rivers.csv";

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), "name,length\nKura,1515\nSamur,long\n");
        Files.writeString(
                folder.resolve("rivers.csv-metadata.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "url": "rivers.csv",
                 "tableSchema": {"aboutUrl": "#{name}", "primaryKey": "name", "columns": [
                   {"name": "name", "titles": "name"},
                   {"name": "length", "titles": "length", "datatype": "integer"}]}}
                """);
    }

    @Test
    void tablesAreValidatedWrittenAndStreamed() throws IOException {
        Library library = new FolderLibrary("https://example.org/", folder);
        CsvOnTheWeb rivers = CsvOnTheWeb.ofTable(library, TABLE);

        Findings wrong = rivers.validate();
        Finding first = wrong.sorted().getFirst();
        assertEquals(Finding.Code.DATATYPE, first.code());
        assertEquals(3, first.position().line());
        assertEquals("length", first.columnName());
        assertEquals("long", first.found());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvOnTheWeb.Outcome written = rivers.write(Mode.MINIMAL, out);
        assertTrue(written.whole());
        assertTrue(written.findings().hasErrors());
        assertEquals(4, out.toString(StandardCharsets.UTF_8).lines().count());

        Graph graph = GraphFactory.createDefaultGraph();
        rivers.stream(Mode.MINIMAL, graph::add);
        assertEquals(4, graph.size());
    }

    @Test
    void metadataThatCannotBeUsedAreAFinding() throws IOException {
        Files.writeString(folder.resolve("rivers.csv-metadata.json"), "{");
        Library library = new FolderLibrary("https://example.org/", folder);
        CsvOnTheWeb rivers =
                CsvOnTheWeb.ofMetadata(library, "https://example.org/rivers.csv-metadata.json");
        assertTrue(rivers.description().isEmpty());
        assertTrue(rivers.validate().hasErrors());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertFalse(rivers.write(Mode.STANDARD, out).whole());
        assertEquals(0, out.size());
    }

    @Test
    void triplesAreThoseOfTheLines() throws IOException {
        Library library = new FolderLibrary("https://example.org/", folder);
        CsvOnTheWeb rivers = CsvOnTheWeb.ofTable(library, TABLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rivers.write(Mode.STANDARD, out);
        Graph written = GraphFactory.createDefaultGraph();
        RDFParser.fromString(out.toString(StandardCharsets.UTF_8), Lang.NTRIPLES).parse(written);
        Graph streamed = GraphFactory.createDefaultGraph();
        rivers.stream(Mode.STANDARD, streamed::add);
        assertTrue(written.isIsomorphicWith(streamed), () -> "found " + streamed);
    }
}
