package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of `ontology/`: they parse, define what they use, and document every term.
class OntologyTest {
    private static final Path ONTOLOGY = Path.of("ontology");
    private static final Path QUERIES = Path.of("queries");
    private static final List<String> TERM_FILES = List.of("core", "evidence", "detail");

    private static final Set<Node> TERM_TYPES =
            Set.of(
                    OWL.Class.asNode(),
                    OWL.ObjectProperty.asNode(),
                    OWL.DatatypeProperty.asNode(),
                    OWL.AnnotationProperty.asNode(),
                    Chy.term("Stance"),
                    Chy.term("Verdict"),
                    Chy.term("Certainty"),
                    Chy.term("DisagreementKind"));

    private final Graph terms = terms();

    /// The three files that define terms, as one graph.
    static Graph terms() {
        Graph all = GraphFactory.createDefaultGraph();
        TERM_FILES.forEach(name -> read(name).find().forEachRemaining(all::add));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "evidence", "detail", "alignments", "shapes"})
    void everyFileParsesAndNamesItsVersionAndLicence(String name) {
        Graph graph = read(name);
        Node file = NodeFactory.createURI("https://w3id.org/chancery/ontology/" + name);
        assertTrue(graph.contains(file, RDF.Nodes.type, OWL.Ontology.asNode()));
        assertTrue(graph.contains(file, OWL.versionInfo.asNode(), Node.ANY));
        assertTrue(
                graph.contains(
                        file,
                        NodeFactory.createURI("http://purl.org/dc/terms/license"),
                        NodeFactory.createURI(
                                "https://creativecommons.org/publicdomain/zero/1.0/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "evidence", "detail", "alignments", "shapes"})
    void everyTermOfOursThatAFileUsesIsDefined(String name) {
        var undefined = used(read(name));
        undefined.removeAll(defined());
        assertEquals(Set.of(), undefined);
    }

    @Test
    void everyTermIsDefinedOnce() {
        for (String term : defined()) {
            var types = terms.find(Chy.term(term), RDF.Nodes.type, Node.ANY).toList();
            assertEquals(1, types.size(), () -> term + ": " + types);
            assertTrue(TERM_TYPES.contains(types.get(0).getObject()), term);
        }
    }

    @Test
    void everyTermHasLabelDefinitionExampleAndNearestTerm() {
        for (String term : defined()) {
            for (Node property :
                    List.of(
                            RDFS.label.asNode(),
                            SKOS.definition.asNode(),
                            SKOS.example.asNode(),
                            Chy.term("nearestTerm"))) {
                var values = terms.find(Chy.term(term), property, Node.ANY).toList();
                assertEquals(1, values.size(), () -> "chy:" + term + " " + property);
            }
        }
    }

    /// Annotation properties steer the program or the reader of this file; no query needs them.
    @Test
    void everyTermButTheAnnotationsNamesAQueryThatUsesIt() {
        for (String term : defined()) {
            boolean annotation =
                    terms.contains(Chy.term(term), RDF.Nodes.type, OWL.AnnotationProperty.asNode());
            assertTrue(annotation || !queriesOf(term).isEmpty(), term);
            queriesOf(term)
                    .forEach(q -> assertTrue(q.matches("(packs/[a-z0-9-]+/)?[a-z0-9-]+\\.rq"), q));
        }
    }

    /// A comment that names the term does not use it.
    @Test
    void everyQueryThatATermNamesExistsAndUsesIt() throws IOException {
        for (String term : defined()) {
            for (String query : queriesOf(term)) {
                Path file = fileOf(query);
                assertTrue(Files.exists(file), () -> term + ": no " + file);
                assertTrue(uses(Files.readString(file), term), () -> file + " without " + term);
            }
        }
    }

    @Test
    void everySingleValuedPropertyHasAShapeThatAllowsOneValue() {
        Graph shapes = read("shapes");
        terms.find(Node.ANY, Chy.term("singleValued"), Node.ANY)
                .forEachRemaining(
                        t ->
                                assertTrue(
                                        shapes.find(Node.ANY, SHACL.path, t.getSubject())
                                                .filterKeep(s -> allowsOne(shapes, s.getSubject()))
                                                .hasNext(),
                                        t.getSubject().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "evidence", "detail", "alignments"})
    void whatGoesIntoAReleaseHasNoBlankNodesAndNoSameAs(String name) {
        Graph graph = read(name);
        graph.find()
                .forEachRemaining(
                        t -> {
                            assertFalse(t.getSubject().isBlank() || t.getObject().isBlank());
                            assertFalse(t.getPredicate().equals(OWL.sameAs.asNode()));
                        });
    }

    @Test
    void everySubclassAndSubpropertyIsOfTheSameSort() {
        for (Node axiom : List.of(RDFS.Nodes.subClassOf, RDFS.subPropertyOf.asNode())) {
            terms.find(Node.ANY, axiom, Node.ANY)
                    .filterKeep(t -> isOurs(t.getObject()))
                    .forEachRemaining(
                            t -> assertEquals(typeOf(t.getSubject()), typeOf(t.getObject())));
        }
    }

    /// A file that ends in the middle or is missing would leave the suite green without this.
    @Test
    void theFolderHoldsTheFiveFiles() throws IOException {
        try (Stream<Path> files = Files.list(ONTOLOGY)) {
            assertEquals(
                    List.of(
                            "alignments.ttl",
                            "core.ttl",
                            "detail.ttl",
                            "evidence.ttl",
                            "shapes.ttl"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    private static Graph read(String name) {
        return RDFDataMgr.loadGraph(ONTOLOGY.resolve(name + ".ttl").toString());
    }

    private static boolean allowsOne(Graph shapes, Node shape) {
        return shapes.contains(
                shape, SHACL.maxCount, NodeFactory.createLiteralByValue(1, XSDDatatype.XSDinteger));
    }

    private Set<String> defined() {
        Set<String> names = new TreeSet<>();
        terms.find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .forEachRemaining(t -> names.add(localName(t.getSubject())));
        return names;
    }

    private static Set<String> used(Graph graph) {
        Set<String> names = new TreeSet<>();
        graph.find()
                .forEachRemaining(
                        t ->
                                nodes(t).filter(OntologyTest::isOurs)
                                        .forEach(n -> names.add(localName(n))));
        return names;
    }

    private static Stream<Node> nodes(Triple t) {
        return Stream.of(t.getSubject(), t.getPredicate(), t.getObject());
    }

    private List<String> queriesOf(String term) {
        return terms.find(Chy.term(term), Chy.term("usedBy"), Node.ANY)
                .mapWith(t -> t.getObject().getLiteralLexicalForm())
                .toList();
    }

    /// Terms that only datasets use are in the questions of their packs: `packs/NAME/QUESTION.rq`.
    private static Path fileOf(String query) {
        Path name = Path.of(query);
        return name.startsWith("packs")
                ? Path.of("seeds")
                        .resolve(name.getParent())
                        .resolve("queries")
                        .resolve(name.getFileName())
                : QUERIES.resolve(query);
    }

    private static boolean uses(String query, String term) {
        Pattern name =
                Pattern.compile("(?<![\\w-])chy:" + term + "(?![\\w-])|<" + Chy.NS + term + ">");
        return query.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .anyMatch(line -> name.matcher(line).find());
    }

    private Node typeOf(Node term) {
        return terms.find(term, RDF.Nodes.type, Node.ANY).next().getObject();
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(Chy.NS);
    }

    private static String localName(Node node) {
        return node.getURI().substring(Chy.NS.length());
    }
}
