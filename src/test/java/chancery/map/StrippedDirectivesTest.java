package chancery.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.Validator;
import chancery.describe.Directive;
import chancery.describe.TableGroup;
import chancery.table.FolderLibrary;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our directives change nothing in what any processor of the standard writes: the metadata of all
/// seeds, as one group, give the same graphs with them and without.
class StrippedDirectivesTest {
    private static final String BASE = "http://example.org/seeds/";
    private static final Path SEEDS = Path.of("seeds");

    @TempDir private Path folder;

    @Test
    void theOutputIsTheSameWithoutThem() throws IOException {
        copyTables();
        String whole = group(false);
        String stripped = group(true);
        assertTrue(whole.contains(Directive.NS + "makesClaims"));
        assertFalse(stripped.contains(Directive.MAKES_CLAIMS));
        assertFalse(stripped.contains(Directive.TABLE_ROLE));
        assertFalse(stripped.contains(Directive.ITEM_URL));
        assertNotEquals(whole, stripped);
        for (Mode mode : List.of(Mode.MINIMAL, Mode.STANDARD)) {
            Graph with = converted(whole, mode);
            Graph without = converted(stripped, mode);
            assertTrue(with.size() > 5_000, with.size() + " triples");
            assertTrue(with.isIsomorphicWith(without), mode + ": the graphs differ");
        }
    }

    @Test
    void theSeedsAreValidByTheStandard() throws IOException {
        copyTables();
        Findings findings = new Findings();
        FolderLibrary library = new FolderLibrary(BASE, folder);
        Files.writeString(folder.resolve("group.json"), group(true));
        TableGroup group = new Groups(library, findings).ofMetadata(BASE + "group.json").get();
        new Validator(library, findings).validate(group);
        assertEquals(List.of(), findings.lines());
    }

    private void copyTables() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private Graph converted(String metadata, Mode mode) throws IOException {
        Files.writeString(folder.resolve("group.json"), metadata);
        FolderLibrary library = new FolderLibrary(BASE, folder);
        Findings findings = new Findings();
        TableGroup group = new Groups(library, findings).ofMetadata(BASE + "group.json").get();
        Graph graph = GraphFactory.createDefaultGraph();
        boolean whole = new Converter(library, mode, findings).convert(group, graph::add);
        assertTrue(whole, findings.lines().toString());
        assertEquals(List.of(), findings.lines());
        return graph;
    }

    /// The metadata of all tables in one document.
    private static String group(boolean strip) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(SEEDS)) {
            found.filter(file -> file.toString().endsWith("-metadata.json"))
                    .sorted()
                    .forEach(files::add);
        }
        JsonFactory json = new JsonFactory();
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeFieldName("@context");
            out.writeStartArray();
            out.writeString("http://www.w3.org/ns/csvw");
            out.writeStartObject();
            out.writeStringField("@language", "en");
            out.writeEndObject();
            out.writeEndArray();
            out.writeFieldName("tables");
            out.writeStartArray();
            for (Path file : files) {
                try (JsonParser in = json.createParser(file.toFile())) {
                    copy(in, out, strip);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void copy(JsonParser in, JsonGenerator out, boolean strip) throws IOException {
        while (in.nextToken() != null) {
            boolean isName = in.currentToken() == JsonToken.FIELD_NAME;
            String name = isName ? in.currentName() : "";
            if (name.equals("@context") || (strip && name.startsWith(Directive.NS))) {
                in.nextToken();
                in.skipChildren();
            } else {
                out.copyCurrentEvent(in);
            }
        }
    }
}
