package chancery.release.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chancery.release.CanonicalQuads;
import chancery.release.sort.EntrySort;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedGraphTest {
    private static final String DATE = "2026-01-31";

    /// In the one order: graphs, subjects, types first, predicates, objects.
    private static final String SORTED =
            """
            <http://a/s2> <http://a/p> "x" <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://a/T> <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/p> "10" <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/p> "9" <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/p> "9"@en <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/p> "9"^^<http://www.w3.org/2001/XMLSchema#integer> <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/p> <http://a/o> <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/q> "Türkiye 🌍" <https://w3id.org/chancery/graph/best> .
            <http://a/s> <http://a/q> "a \\"quoted\\" line\\nand \\\\ another" <https://w3id.org/chancery/graph/best> .
            <http://a/c> <http://a/p> "x" <https://w3id.org/chancery/graph/reifiers> .
            <http://a/c> <http://a/reifies> <<( <http://a/s> <http://a/p> "9" )>> <https://w3id.org/chancery/graph/reifiers> .
            """;

    private static final String NOT_HASHED =
            """
            <http://a/z> <http://a/p> "x" <https://w3id.org/chancery/graph/release> .
            <http://a/b> <http://a/p> "x" <https://w3id.org/chancery/graph/rows> .
            """;

    @TempDir private Path folder;

    private static List<Quad> quads(String lines) {
        List<Quad> quads = new ArrayList<>();
        RDFParser.fromString(lines, Lang.NQUADS)
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void quad(Quad quad) {
                                quads.add(quad);
                            }
                        });
        return quads;
    }

    private Workroom room(long bytes) {
        return new Workroom(() -> Files.createTempDirectory(folder, "sort"), bytes);
    }

    private static SortedGraph graph(List<Quad> quads, Workroom room) throws IOException {
        QuadEntries entries = new QuadEntries();
        EntrySort sort = room.sort();
        for (Quad quad : quads) {
            sort.add(entries.of(quad));
        }
        return SortedGraph.of(Base.DEFAULT, sort, room);
    }

    private SortedGraph graph(String lines) throws IOException {
        return graph(quads(lines), room(1 << 20));
    }

    private static String lines(SortedGraph graph) throws IOException {
        CanonicalQuads canonical = new CanonicalQuads();
        StringBuilder lines = new StringBuilder();
        try (EntryReading<Quad> quads = graph.quads()) {
            quads.forEachRemaining(quad -> lines.append(canonical.line(quad)).append('\n'));
        }
        return lines.toString();
    }

    private static List<Triple> triples(SortedGraph graph) throws IOException {
        List<Triple> triples = new ArrayList<>();
        try (EntryReading<Triple> all = graph.triples()) {
            all.forEachRemaining(triples::add);
        }
        return triples;
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000", "2, 1", "3, 300", "4, 1000"})
    void theOrderIsThatOfTheContentWhateverCameFirst(long seed, long bytes) throws Exception {
        List<Quad> shuffled = new ArrayList<>(quads(SORTED));
        shuffled.addAll(quads(SORTED));
        Collections.shuffle(shuffled, new Random(seed));
        try (Workroom room = room(bytes)) {
            assertEquals(SORTED, lines(graph(shuffled, room)));
        }
    }

    @Test
    void theDefaultGraphHasEachTripleOnceAndNoTripleTermsNorRows() throws Exception {
        String again = SORTED.replace("graph/best", "graph/derived");
        List<Triple> expected =
                new ArrayList<>(quads(SORTED).stream().map(Quad::asTriple).toList());
        expected.removeIf(triple -> triple.getObject().isTripleTerm());
        expected.removeIf(triple -> triple.getSubject().getURI().equals("http://a/c"));
        Triple release = quads(NOT_HASHED).getFirst().asTriple();
        expected.add(release);
        assertEquals(expected, triples(graph(again + SORTED + NOT_HASHED)));
    }

    @Test
    void theIdIsADigestOfTheDateAndTheLines() throws Exception {
        byte[] bytes = (DATE + "\n" + SORTED).getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(digest.substring(0, 16), graph(SORTED).id(DATE));
        assertEquals(digest.substring(0, 16), graph(NOT_HASHED + SORTED).id(DATE));
    }

    @Test
    void theIdChangesWithTheDateAndEachQuad() throws Exception {
        String id = graph(SORTED).id(DATE);
        assertNotEquals(id, graph(SORTED).id("2026-02-01"));
        List<String> lines = SORTED.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            assertNotEquals(id, graph(String.join("\n", fewer)).id(DATE));
        }
    }

    @Test
    void moreQuadsComeInTheirPlaces() throws Exception {
        try (Workroom room = room(500)) {
            SortedGraph more = graph(quads(SORTED), room).with(quads(NOT_HASHED), room);
            assertEquals(
                    new TreeSet<>((SORTED + NOT_HASHED).lines().toList()),
                    new TreeSet<>(lines(more).lines().toList()));
            List<Quad> ordered = quads(lines(more));
            assertEquals(lines(graph(ordered, room)), lines(more));
        }
    }
}
