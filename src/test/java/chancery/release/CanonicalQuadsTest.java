package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalQuadsTest {
    private final CanonicalQuads canonical = new CanonicalQuads();

    /// In the one order: graphs, subjects, types first, predicates, objects.
    private static final String SORTED =
            """
            <http://a/s2> <http://a/p> "x" <http://a/g1> .
            <http://a/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://a/T> <http://a/g1> .
            <http://a/s> <http://a/p> "10" <http://a/g1> .
            <http://a/s> <http://a/p> "9" <http://a/g1> .
            <http://a/s> <http://a/p> "9"@en <http://a/g1> .
            <http://a/s> <http://a/p> "9"^^<http://www.w3.org/2001/XMLSchema#integer> <http://a/g1> .
            <http://a/s> <http://a/p> <http://a/o> <http://a/g1> .
            <http://a/s> <http://a/q> "Türkiye 🌍" <http://a/g1> .
            <http://a/s> <http://a/q> "a \\"quoted\\" line\\nand \\\\ another" <http://a/g1> .
            <http://a/c> <http://a/p> "x" <http://a/g2> .
            <http://a/c> <http://a/reifies> <<( <http://a/s> <http://a/p> "9" )>> <http://a/g2> .
            """;

    private static Set<Quad> quads() {
        Set<Quad> quads = new LinkedHashSet<>();
        RDFParser.fromString(SORTED, Lang.NQUADS)
                .parse(
                        new org.apache.jena.riot.system.StreamRDFBase() {
                            @Override
                            public void quad(Quad quad) {
                                quads.add(quad);
                            }
                        });
        return quads;
    }

    private String lines(List<Quad> quads) {
        StringBuilder lines = new StringBuilder();
        quads.forEach(quad -> lines.append(canonical.line(quad)).append('\n'));
        return lines.toString();
    }

    @Test
    void aQuadIsOneLineOfCanonicalNQuads() {
        assertEquals(SORTED, lines(List.copyOf(quads())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderIsThatOfTheContentWhateverCameFirst(long seed) {
        List<Quad> shuffled = new ArrayList<>(quads());
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(SORTED, lines(canonical.sorted(new LinkedHashSet<>(shuffled))));

        List<Triple> triples = new ArrayList<>(shuffled.stream().map(Quad::asTriple).toList());
        triples.sort(canonical.tripleOrder());
        List<Quad> one = new ArrayList<>();
        triples.forEach(t -> one.add(Quad.create(NodeFactory.createURI("http://a/g"), t)));
        assertEquals(one, canonical.sorted(new LinkedHashSet<>(one)));
    }

    @Test
    void theDigestIsThatOfTheFirstLineAndTheLines() throws Exception {
        String bytes = "2026-01-31\n" + SORTED;
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                HexFormat.of().formatHex(digest),
                canonical.digest("2026-01-31", canonical.sorted(quads())));
        assertEquals(
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest("\n".getBytes(StandardCharsets.UTF_8))),
                canonical.digest("", List.of()));
    }

    @Test
    void theDigestChangesWithTheFirstLineAndEachQuad() {
        List<Quad> all = canonical.sorted(quads());
        String digest = canonical.digest("2026-01-31", all);
        assertNotEquals(digest, canonical.digest("2026-02-01", all));
        for (int i = 0; i < all.size(); i++) {
            List<Quad> fewer = new ArrayList<>(all);
            fewer.remove(i);
            assertNotEquals(digest, canonical.digest("2026-01-31", fewer));
        }
    }
}
