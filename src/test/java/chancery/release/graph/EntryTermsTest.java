package chancery.release.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.CanonicalQuads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTermsTest {
    private static final Node SUBJECT = NodeFactory.createURI("http://a/s");
    private static final Node GRAPH = NodeFactory.createURI("http://a/g é \ud83d\ude00");
    private static final Node AWKWARD =
            NodeFactory.createLiteralLang("x )>> \" \\ ^^<y> \\u0041", "en");

    static List<Node> terms() {
        Node nested = NodeFactory.createTripleTerm(Triple.create(SUBJECT, RDF.Nodes.type, AWKWARD));
        return List.of(
                SUBJECT,
                NodeFactory.createURI("http://a/<b> \\u0041 {}\"é\ud83d\ude00\0"),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralString("\0\1\b\f\t\r\n\"\\'\u007f é\ud83d\ude00\u2028"),
                NodeFactory.createLiteralString("\"@en"),
                AWKWARD,
                NodeFactory.createLiteralLang("x", "de-CH"),
                NodeFactory.createLiteralDirLang("x", "ar", "rtl"),
                NodeFactory.createLiteralDT("07", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("no number", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("\"x\"^^", NodeFactory.getType("http://a/type>\"<")),
                nested,
                NodeFactory.createTripleTerm(Triple.create(SUBJECT, RDF.Nodes.type, nested)));
    }

    static Stream<Quad> quads() {
        return terms().stream()
                .flatMap(
                        object ->
                                Stream.of(RDF.Nodes.type, SUBJECT)
                                        .map(p -> Quad.create(GRAPH, SUBJECT, p, object)));
    }

    @ParameterizedTest
    @MethodSource("quads")
    void aQuadComesBackFromItsEntry(Quad quad) {
        byte[] entry = new QuadEntries().of(quad);
        EntryTerms terms = new EntryTerms();
        assertEquals(quad, terms.quad(entry));
        assertEquals(quad, terms.quad(entry));
        assertEquals(quad.asTriple(), terms.triple(QuadEntries.triple(entry)));
    }

    @ParameterizedTest
    @MethodSource("quads")
    void theLineOfAnEntryIsThatOfItsQuad(Quad quad) {
        byte[] line = QuadEntries.line(new QuadEntries().of(quad));
        assertEquals(
                new CanonicalQuads().line(quad) + "\n", new String(line, StandardCharsets.UTF_8));
    }
}
