package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
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
    void triplesOfAGraphAreOrderedAsItsQuadsAre(long seed) {
        Node graph = NodeFactory.createURI("http://a/g1");
        List<Quad> expected =
                quads().stream().filter(quad -> quad.getGraph().equals(graph)).toList();
        List<Triple> triples = new ArrayList<>(expected.stream().map(Quad::asTriple).toList());
        Collections.shuffle(triples, new Random(seed));
        triples.sort(canonical.tripleOrder());
        assertEquals(expected, triples.stream().map(t -> Quad.create(graph, t)).toList());
    }

    @Test
    void theCharacterZeroIsEscaped() {
        assertEquals("\"a\\u0000b\"", canonical.term(NodeFactory.createLiteralString("a\0b")));
    }
}
