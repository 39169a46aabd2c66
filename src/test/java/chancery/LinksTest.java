package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.vocab.Chy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The links of the whole release: decided by somebody, on evidence, with their doubts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
    private static final Node SUBJECT = Chy.term("linkSubject");
    private static final Node RELATION = Chy.term("linkRelation");
    private static final Node OBJECT = Chy.term("linkObject");

    private Release release;

    @BeforeAll
    void openRelease() throws Exception {
        release = Release.open(SeedRelease.folder());
    }

    @AfterAll
    void closeRelease() {
        release.close();
    }

    @Test
    void nothingInTheReleaseIsSaidToBeTheSameByOwl() {
        reading(
                data ->
                        data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(LinksTest::assertNoSameAs));
    }

    private static void assertNoSameAs(Quad quad) {
        for (Node node : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject())) {
            assertFalse(node.equals(OWL.sameAs.asNode()), quad.toString());
        }
    }

    @Test
    void everyLinkIsATripleOfItsThingAndEveryExactMatchALink() {
        reading(
                data -> {
                    Graph graph = data.getDefaultGraph();
                    List<Node> links = links(graph);
                    assertFalse(links.isEmpty());
                    for (Node link : links) {
                        assertTrue(
                                graph.contains(
                                        one(graph, link, SUBJECT),
                                        one(graph, link, RELATION),
                                        one(graph, link, OBJECT)),
                                link.toString());
                    }
                    graph.find(Node.ANY, SKOS.exactMatch.asNode(), Node.ANY)
                            .forEachRemaining(
                                    t ->
                                            assertTrue(
                                                    links.stream()
                                                            .anyMatch(it -> says(graph, it, t)),
                                                    t.toString()));
                });
    }

    @Test
    void noItemIsTwoStates() {
        reading(
                data -> {
                    Graph graph = data.getDefaultGraph();
                    Set<Node> items = new HashSet<>();
                    graph.find(Node.ANY, SKOS.exactMatch.asNode(), Node.ANY)
                            .filterKeep(
                                    t ->
                                            graph.contains(
                                                    t.getSubject(),
                                                    RDF.Nodes.type,
                                                    Chy.term("State")))
                            .forEachRemaining(
                                    t -> assertTrue(items.add(t.getObject()), t.toString()));
                    assertTrue(items.size() > 200, items.size() + " states linked");
                });
    }

    private static boolean says(Graph graph, Node link, Triple match) {
        return graph.contains(link, SUBJECT, match.getSubject())
                && graph.contains(link, RELATION, match.getPredicate())
                && graph.contains(link, OBJECT, match.getObject());
    }

    @Test
    void whatIsInDoubtIsNoExactMatch() {
        reading(
                data -> {
                    Graph graph = data.getDefaultGraph();
                    int doubts = 0;
                    for (Node link : links(graph)) {
                        Node confidence = one(graph, link, Chy.term("linkConfidence"));
                        BigDecimal sure = new BigDecimal(confidence.getLiteralLexicalForm());
                        if (sure.compareTo(new BigDecimal("0.8")) < 0) {
                            doubts++;
                            assertFalse(
                                    one(graph, link, RELATION).equals(SKOS.exactMatch.asNode()),
                                    link.toString());
                        }
                    }
                    assertEquals(6, doubts);
                });
    }

    @Test
    void theTrapsAreSaidToBeOthersAndNeverTheSame() {
        reading(
                data -> {
                    Graph graph = data.getDefaultGraph();
                    List<String> traps = new ArrayList<>();
                    graph.find(Node.ANY, Chy.term("notSameAs"), Node.ANY)
                            .forEachRemaining(
                                    t -> {
                                        traps.add(t.getObject().getLocalName());
                                        assertFalse(
                                                graph.contains(
                                                        t.getSubject(),
                                                        SKOS.exactMatch.asNode(),
                                                        t.getObject()),
                                                t.toString());
                                    });
                    assertTrue(
                            traps.containsAll(List.of("Q244165", "Q330790", "Q4140710", "Q318693")),
                            traps.toString());
                });
    }

    /// Where a link was seen is an address of its own; the evidence is a sentence.
    @Test
    void theEvidenceOfALinkIsInWords() {
        reading(
                data -> {
                    Graph graph = data.getDefaultGraph();
                    for (String property : List.of("linkEvidence", "linkReason")) {
                        graph.find(Node.ANY, Chy.term(property), Node.ANY)
                                .forEachRemaining(
                                        t -> {
                                            String text = t.getObject().getLiteralLexicalForm();
                                            assertFalse(
                                                    text.matches(".*(/|\\.(csv|json|ann|yml)).*"),
                                                    text);
                                            assertEquals("en", t.getObject().getLiteralLanguage());
                                        });
                    }
                });
    }

    private void reading(Consumer<DatasetGraph> look) {
        DatasetGraph data = release.dataset();
        Txn.executeRead(data, () -> look.accept(data));
    }

    private static List<Node> links(Graph graph) {
        return graph.find(Node.ANY, SUBJECT, Node.ANY).mapWith(t -> t.getSubject()).toList();
    }

    private static Node one(Graph graph, Node subject, Node property) {
        List<Node> all =
                graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList();
        assertEquals(1, all.size(), subject + " " + property);
        return all.getFirst();
    }
}
