package chancery.release.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.CanonicalQuads;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
    private static final String GRAPH =
            """
            state:iran a chy:State , chy:Actor ; rdfs:label "Iran"@en , "Иран"@ru ;
              chy:begin <id/time/1935> .
            agreement:t a chy:Agreement ; chy:party state:iran , state:russia ; chy:title "T" .
            <id/concept/x> a skos:Concept , owl:Thing .
            state:russia rdfs:label "Russia"@en .
            """;
    private static final String HEAD =
            """
            # Chancery: relations between states, release 0123456789abcdef of 2026-01-31
            # https://w3id.org/chancery/release/0123456789abcdef
            # WHAT; the release has 12,345 triples and 678 claims
            # licence of what is stated: https://creativecommons.org/publicdomain/zero/1.0/
            # licence of what is quoted: that of the source
            """;

    @TempDir private Path folder;

    private Set<Triple> triples(String name) {
        return new HashSet<>(Dumped.read(folder.resolve(name)).find().toList());
    }

    private static Set<Triple> about(String name) {
        return Set.copyOf(Dumped.EDITION.about(name));
    }

    /// What a slice says besides what it says of itself.
    private Set<Triple> slice(String name) {
        Set<Triple> slice = triples(name);
        assertTrue(slice.removeAll(about(name)), name + " says of which release it is");
        return slice;
    }

    private static Set<Triple> graph(String turtle) {
        return new HashSet<>(Dumped.graph(turtle).find().toList());
    }

    @Test
    void everyTextBeginsWithItsReleaseDateCountsAndLicence() throws IOException {
        Dumped.write(folder, Dumped.graph(GRAPH));
        for (String[] each :
                new String[][] {
                    {"chancery.ttl", "The default graph, which a query sees"},
                    {"chancery.nq", "All named graphs but that of the triple terms"},
                    {"chancery.trig", "All named graphs, RDF 1.2"},
                    {"best.ttl", "The graph of accepted claims alone"},
                    {"classes/State.ttl", "The things of one class"}
                }) {
            String text = Files.readString(folder.resolve(each[0]));
            assertTrue(text.startsWith(HEAD.replace("WHAT", each[1])), each[0] + ": " + text);
        }
    }

    @Test
    void whatIsReadBackIsWhatWasGiven() throws IOException {
        Dumped.write(folder, Dumped.graph(GRAPH));
        assertEquals(graph(GRAPH), triples("chancery.ttl"));
        assertEquals(graph(GRAPH), slice("best.ttl"));
        for (String name : List.of("chancery.nq", "chancery.trig")) {
            DatasetGraph dataset = DatasetGraphFactory.create();
            RDFParser.source(folder.resolve(name)).parse(dataset);
            Node best = Dumped.EDITION.base().graph("best");
            assertEquals(graph(GRAPH), new HashSet<>(dataset.getGraph(best).find().toList()));
            assertTrue(dataset.getDefaultGraph().isEmpty());
        }
    }

    @Test
    void thePartOfASourceHasTheLicenceOfItsText() throws IOException {
        Node dct = DCTerms.license.asNode();
        for (String[] each :
                new String[][] {
                    {"sources/free", "# licence of what is quoted: https://example.org/free\n"},
                    {"sources/silent", "# licence of what is quoted: none is named by the source\n"}
                }) {
            try (Dumps dumps = new Dumps(folder, Dumped.EDITION, new CanonicalQuads())) {
                dumps.slice(each[0]).close();
                dumps.finish();
            }
            String text = Files.readString(folder.resolve(each[0] + ".ttl"));
            assertTrue(text.contains(each[1]), text);
            Graph graph = Dumped.read(folder.resolve(each[0] + ".ttl"));
            assertEquals(
                    each[0].endsWith("free") ? "[https://example.org/free]" : "[]",
                    graph.find(Node.ANY, dct, Node.ANY)
                            .mapWith(Triple::getObject)
                            .mapWith(Node::toString)
                            .toList()
                            .toString());
            assertEquals(
                    1, graph.find(Node.ANY, DCTerms.rights.asNode(), Node.ANY).toList().size());
        }
    }

    @Test
    void aClassHasAFileWithAllThatIsSaidOfItsThings() throws IOException {
        Dumped.write(folder, Dumped.graph(GRAPH));
        try (var files = Files.list(folder.resolve("classes"))) {
            assertEquals(
                    Set.of("Actor.ttl", "Agreement.ttl", "State.ttl", "skos-Concept.ttl"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".ttl"))
                            .collect(Collectors.toSet()));
        }
        Set<Triple> iran =
                graph(
                        """
                        state:iran a chy:State , chy:Actor ; rdfs:label "Iran"@en , "Иран"@ru ;
                          chy:begin <id/time/1935> .
                        """);
        assertEquals(iran, slice("classes/State.ttl"));
        assertEquals(iran, slice("classes/Actor.ttl"));
        assertEquals(
                graph("<id/concept/x> a skos:Concept , owl:Thing ."),
                slice("classes/skos-Concept.ttl"));
    }

    @Test
    void everyFileIsThereCompressedInTwoWays() throws IOException {
        List<DumpedFile> files = Dumped.write(folder, Dumped.graph(GRAPH));
        for (String name : List.of("chancery.ttl", "chancery.jsonld", "classes/State.ttl")) {
            byte[] plain = Files.readAllBytes(folder.resolve(name));
            try (InputStream gzip =
                            new GZIPInputStream(
                                    Files.newInputStream(folder.resolve(name + ".gz")));
                    InputStream zstd =
                            new ZstdInputStream(
                                    Files.newInputStream(folder.resolve(name + ".zst")))) {
                assertArrayEquals(plain, gzip.readAllBytes());
                assertArrayEquals(plain, zstd.readAllBytes());
            }
        }
        Set<String> types =
                files.stream()
                        .filter(file -> file.name().startsWith("chancery.ttl"))
                        .map(
                                file ->
                                        file.name()
                                                + " "
                                                + file.mediaType()
                                                + " "
                                                + file.compression())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "chancery.ttl text/turtle ",
                        "chancery.ttl.gz text/turtle application/gzip",
                        "chancery.ttl.zst text/turtle application/zstd"),
                types);
    }

    @Test
    void theListOfChecksumsHasEveryFile() throws IOException {
        List<DumpedFile> files = Dumped.write(folder, Dumped.graph(GRAPH));
        try (var all = Files.walk(folder)) {
            assertEquals(
                    all.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.equals("SHA256SUMS"))
                            .sorted()
                            .toList(),
                    files.stream().map(DumpedFile::name).toList());
        }
        assertEquals(
                files.stream().map(file -> file.sha256() + "  " + file.name()).toList(),
                Files.readAllLines(folder.resolve("SHA256SUMS")));
    }

    @Test
    void jsonLdHasTheSameGraphALineForEachSubject() throws IOException {
        String odd =
                """
                state:odd chy:value "a \\"b\\"\\\\\\n\\t\\u0001" , "7.0"^^xsd:decimal , "007"^^xsd:integer ,
                  true , "P1Y"^^xsd:duration , "2026-01-31Z"^^xsd:date , "" , "x"@de-CH ,
                  "POINT(1 2)"^^geo:wktLiteral , <https://example.org/a:b/c#d> , <urn:x:y> , state:a-b ;
                  rdfs:seeAlso <geo:40,50> , <https://w3id.org/chancery/id/state/> ,
                  <https://example.org/ə> .
                <geo:1,2> a chy:Place ; rdfs:label "place" .
                """;
        Graph graph = Dumped.graph(GRAPH + odd);
        Dumped.write(folder, graph);
        Graph read = jsonLd(folder.resolve("chancery.jsonld"));
        assertEquals(new HashSet<>(graph.find().toList()), new HashSet<>(read.find().toList()));
        List<String> lines = Files.readAllLines(folder.resolve("chancery.jsonld"));
        assertTrue(lines.getFirst().startsWith("{\"@context\":{\"@version\":1.1,\"chy\":"));
        assertTrue(
                lines.contains(
                        "{\"@id\":\"agreement:t\",\"@type\":\"chy:Agreement\",\"chy:party\":["
                                + "{\"@id\":\"state:iran\"},{\"@id\":\"state:russia\"}],"
                                + "\"chy:title\":\"T\"},"),
                lines.toString());
        assertEquals(6 + 3, lines.size());
    }

    private static Graph jsonLd(Path file) {
        Graph graph = org.apache.jena.sparql.graph.GraphFactory.createGraphMem();
        RDFParser.source(file).lang(Lang.JSONLD11).parse(graph);
        return graph;
    }

    @Test
    void jsonLdOfNothingIsJsonLd() throws IOException {
        Dumped.write(folder, Dumped.graph(""));
        assertTrue(jsonLd(folder.resolve("chancery.jsonld")).isEmpty());
        assertTrue(triples("chancery.ttl").isEmpty());
    }
}
