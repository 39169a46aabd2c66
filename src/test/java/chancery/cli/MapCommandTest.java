package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.map.NTriples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chancery map`, whole outputs.
class MapCommandTest {
    private static final String METADATA =
            """
            {"@context": "http://www.w3.org/ns/csvw", "url": "rivers.csv",
             "tableSchema": {"aboutUrl": "#{name}", "primaryKey": "name", "columns": [
               {"name": "name", "titles": "name", "required": true, "propertyUrl": "rdfs:label"},
               {"name": "length", "titles": "length", "datatype": "integer"}]}}
            """;
    private static final String RIVERS = "name,length\nKura,1515\nAras,\"1072\"\n";
    private static final String TRIPLES =
            """
            <https://example.org/rivers.csv#Kura> <http://www.w3.org/2000/01/rdf-schema#label> "Kura" .
            <https://example.org/rivers.csv#Kura> <https://example.org/rivers.csv#length> "1515"^^<http://www.w3.org/2001/XMLSchema#integer> .
            <https://example.org/rivers.csv#Aras> <http://www.w3.org/2000/01/rdf-schema#label> "Aras" .
            <https://example.org/rivers.csv#Aras> <https://example.org/rivers.csv#length> "1072"^^<http://www.w3.org/2001/XMLSchema#integer> .
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

    private static Result mapInput(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                Cli.run(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Stream.concat(Stream.of("map"), Arrays.stream(arguments))
                                .toArray(String[]::new));
        return new Result(exit, out.toString(), err.toString());
    }

    private Result map(String... arguments) {
        String[] more = {"--mode", "minimal", "--url", "https://example.org/"};
        return mapInput(
                "",
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void aTableOrItsMetadataGiveTheSame() {
        assertEquals(new Result(0, TRIPLES, ""), map(path("rivers.csv")));
        assertEquals(new Result(0, TRIPLES, ""), map(path("rivers.csv-metadata.json")));
    }

    @Test
    void theTableCanComeFromStandardInput() {
        assertEquals(
                new Result(0, TRIPLES, ""),
                mapInput(
                        RIVERS,
                        "-",
                        path("rivers.csv-metadata.json"),
                        "--mode",
                        "minimal",
                        "--url",
                        "https://example.org/"));
        Result alone = mapInput(RIVERS, "-", "--mode", "minimal", "--url", "https://example.org/");
        assertTrue(
                alone.out().contains("<https://example.org/standard-input.csv#length> \"1072\" ."),
                alone.out());
    }

    @Test
    void aGraphMakesQuads() {
        assertEquals(
                TRIPLES.replace(" .\n", " <https://example.org/g> .\n"),
                map(path("rivers.csv"), "--graph", "https://example.org/g").out());
    }

    @Test
    void tablesAndOutputsMayBeCompressed() throws IOException {
        try (OutputStream gz =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("rivers.csv.gz")))) {
            gz.write(RIVERS.getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(folder.resolve("rivers.csv"));
        assertEquals(new Result(0, "", ""), map(path("rivers.csv.gz"), "-o", path("out.nt.gz")));
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("out.nt.gz")))) {
            assertEquals(TRIPLES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatDoesNotFitIsTextAndAFinding() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), RIVERS + "Samur,long\nKura,1364\n");
        Result found = map(path("rivers.csv"));
        assertEquals(1, found.exit());
        String csv = path("rivers.csv");
        assertEquals(
                csv
                        + ":4: column \"length\": found \"long\", expected a whole number [datatype]\n"
                        + csv
                        + ":5: found the primary key (name) of line 2 again, expected a key that no"
                        + " other row has [duplicate-key]\n",
                found.err());
        assertTrue(
                found.out()
                        .contains("#Samur> <https://example.org/rivers.csv#length> \"long\" .\n"),
                found.out());
        assertEquals(1, map(path("rivers.csv"), "--no-keys").err().lines().count());
    }

    @Test
    void aTableThatCannotBeReadToItsEndLeavesNoFile() throws IOException {
        Files.writeString(folder.resolve("rivers.csv"), RIVERS + "Samur,\"213\n");
        Result found = map(path("rivers.csv"), "-o", path("out.nt"));
        assertEquals(3, found.exit());
        assertEquals(
                path("rivers.csv")
                        + ":4: found a quote opened here is never closed, expected a table that can"
                        + " be read on [malformed-table]\n",
                found.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().contains("out.nt")));
        }
        // on standard output what was read before is there
        assertEquals(TRIPLES, map(path("rivers.csv")).out());
    }

    @Test
    void wrongUseIsTold() {
        assertEquals(2, mapInput("", "a.csv", "b.csv").exit());
        assertEquals(2, mapInput("", path("rivers.csv"), "--threads", "0").exit());
        assertEquals(2, mapInput("", path("rivers.csv"), "--graph", "g").exit());
        assertEquals(2, mapInput("", path("rivers.csv"), "--url", "https://example.org").exit());
        Result missing = mapInput("", path("lakes.csv"));
        assertEquals(
                new Result(
                        3,
                        "",
                        path("lakes.csv") + ": found no such file, expected a table or metadata\n"),
                missing);
    }

    @Test
    void bytesGoToTheStreamThatIsGiven() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter out = new StringWriter();
        int exit =
                Cli.run(
                        new ByteArrayInputStream(new byte[0]),
                        bytes,
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "map",
                        path("rivers.csv"),
                        "--mode=minimal",
                        "--url=https://example.org/");
        assertEquals(0, exit);
        assertEquals(TRIPLES, bytes.toString(StandardCharsets.UTF_8));
        assertEquals("", out.toString());
    }

    @Test
    void aStoreHoldsTheTriplesAndIsThereAsAWhole() throws IOException {
        Path store = folder.resolve("store");
        assertEquals(new Result(0, "", ""), map(path("rivers.csv"), "--store", store.toString()));
        assertEquals(TRIPLES.lines().sorted().toList(), triples(store));
        Result again = map(path("rivers.csv"), "--store", store.toString());
        assertEquals(
                new Result(
                        3, "", store + ": found files in it, expected an empty folder or none\n"),
                again);
        Files.writeString(folder.resolve("rivers.csv"), RIVERS + "Samur,\"213\n");
        Path other = folder.resolve("other");
        assertEquals(3, map(path("rivers.csv"), "--store", other.toString()).exit());
        assertFalse(Files.exists(other));
    }

    private static List<String> triples(Path store) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(store));
        try {
            return Txn.calculateRead(
                    dataset,
                    () ->
                            dataset.getDefaultGraph().stream()
                                    .map(
                                            t ->
                                                    NTriples.text(t.getSubject())
                                                            + " "
                                                            + NTriples.text(t.getPredicate())
                                                            + " "
                                                            + NTriples.text(t.getObject())
                                                            + " .")
                                    .sorted()
                                    .toList());
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    @Test
    void aDiskWithoutRoomIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        Result file = map(path("rivers.csv"), "-o", full.toString());
        assertEquals(3, file.exit());
        assertTrue(
                file.err().startsWith("/dev/full: found no way to read on or write on"),
                file.err());
        StringWriter err = new StringWriter();
        try (OutputStream bytes = new FileOutputStream(full.toFile())) {
            int exit =
                    Cli.run(
                            new ByteArrayInputStream(new byte[0]),
                            bytes,
                            new PrintWriter(err),
                            new PrintWriter(err),
                            "map",
                            path("rivers.csv"));
            assertEquals(3, exit);
        }
        assertTrue(err.toString().startsWith("standard output: found no way"), err.toString());
    }

    @Test
    void aKeyIsTheSameWhicheverWayItsRowIsRead() throws IOException {
        // the second row is read by the reference path, for its length
        Files.writeString(folder.resolve("rivers.csv"), RIVERS + "Kura,1,x\nAras,2\n");
        Result found = map(path("rivers.csv"));
        assertEquals(
                List.of("4", "5"),
                found.err()
                        .lines()
                        .filter(line -> line.endsWith("[duplicate-key]"))
                        .map(line -> line.replaceFirst(".*rivers.csv:(\\d+):.*", "$1"))
                        .toList());
    }
}
