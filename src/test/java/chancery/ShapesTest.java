package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each shape of `ontology/shapes.ttl`, against a graph that keeps to all and one that breaks it.
///
/// The graphs stand in `src/test/resources/shapes`: `valid.ttl`, and `breaks.trig` with one graph
/// per shape, named after the shape, which is added to the valid one.
class ShapesTest {
    private static final Path DATA = Path.of("src/test/resources/shapes");
    private static final Shapes SHAPES = Shapes.parse(ShapesFile.GRAPH);
    private static final Graph VALID = RDFDataMgr.loadGraph(DATA.resolve("valid.ttl").toString());
    private static final DatasetGraph BREAKS =
            RDFDataMgr.loadDatasetGraph(DATA.resolve("breaks.trig").toString());
    private static final Pattern MESSAGE = Pattern.compile("expected [^\\[]+ \\[([a-z0-9-]+)]");

    @Test
    void theValidGraphConforms() {
        assertEquals(List.of(), validate(dataWith(GraphFactory.createDefaultGraph())));
    }

    @Test
    void theOntologyItselfBreaksNoShape() {
        assertEquals(List.of(), validate(OntologyTest.terms()));
    }

    @ParameterizedTest
    @MethodSource("namesOfBreaks")
    void aGraphThatBreaksAShapeIsReportedUnderItsCode(String name) {
        Node shape = ShapesFile.node(name);
        Graph data = dataWith(BREAKS.getGraph(shape));
        Set<String> codes = ShapesFile.codesOf(name);
        Node targetClass = object(shape, SHACL.targetClass);
        List<ReportEntry> entries = validate(data);
        assertTrue(
                entries.stream()
                        .filter(entry -> codes.contains(codeIn(entry.message())))
                        .anyMatch(
                                entry ->
                                        targetClass == null
                                                || data.contains(
                                                        entry.focusNode(),
                                                        RDF.Nodes.type,
                                                        targetClass)),
                () -> "no entry with one of " + codes + " in " + entries);
    }

    @Test
    void everyShapeHasAGraphThatBreaksIt() {
        assertEquals(
                ShapesFile.namesThatConstrain(),
                namesOfBreaks().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMessageSaysWhatWasExpectedAndEndsWithTheCodeOfItsShape() {
        ShapesFile.GRAPH
                .find(Node.ANY, SHACL.message, Node.ANY)
                .forEachRemaining(
                        t ->
                                assertEquals(
                                        ShapesFile.codeFor(ShapesFile.nameOf(t.getSubject())),
                                        codeIn(t.getObject().getLiteralLexicalForm()),
                                        t.getSubject().toString()));
    }

    @Test
    void everyConstraintHasAMessage() {
        for (Node kind : List.of(SHACL.PropertyShape, SHACL.SPARQLConstraint)) {
            ShapesFile.GRAPH
                    .find(Node.ANY, RDF.Nodes.type, kind)
                    .forEachRemaining(
                            t ->
                                    assertTrue(
                                            ShapesFile.GRAPH.contains(
                                                    t.getSubject(), SHACL.message, Node.ANY),
                                            t.getSubject().toString()));
        }
    }

    static Stream<String> namesOfBreaks() {
        return Stream.generate(BREAKS.listGraphNodes()::next)
                .limit(BREAKS.size())
                .map(ShapesFile::nameOf)
                .sorted();
    }

    private static Graph dataWith(Graph addition) {
        Graph data = GraphFactory.createDefaultGraph();
        for (Graph graph : List.of(OntologyTest.terms(), VALID, addition)) {
            graph.find().forEachRemaining(data::add);
        }
        return data;
    }

    private static List<ReportEntry> validate(Graph data) {
        return List.copyOf(ShaclValidator.get().validate(SHAPES, data).getEntries());
    }

    private static Node object(Node subject, Node predicate) {
        return ShapesFile.objects(subject, predicate).stream().findFirst().orElse(null);
    }

    private static String codeIn(String message) {
        var matcher = MESSAGE.matcher(message);
        assertTrue(matcher.matches(), () -> "expected \"expected … [code]\", found: " + message);
        return matcher.group(1);
    }
}
