package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.Release;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds of every release, looked up in the release of the seeds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseLawsTest {
    private static final Base BASE = Base.DEFAULT;

    private Path folder;
    private Release release;

    @BeforeAll
    void open() throws Exception {
        folder = SeedRelease.folder();
        release = Release.open(folder);
    }

    @AfterAll
    void close() {
        release.close();
    }

    @Test
    void everyPlainTripleHasAnAcceptedClaimAndEveryAcceptedClaimItsTriple() {
        Set<Triple> accepted = new HashSet<>();
        for (Triple verdict : plain(Node.ANY, Chy.term("verdict"), Chy.term("Accepted"))) {
            Node claim = verdict.getSubject();
            accepted.add(
                    Triple.create(
                            one(claim, RDF.Nodes.subject),
                            one(claim, RDF.Nodes.predicate),
                            one(claim, RDF.Nodes.object)));
        }
        assertFalse(accepted.isEmpty());
        assertEquals(accepted, graph("best"));
    }

    @Test
    void everyClaimHasItsTripleTermUnderTheSameIri() {
        Set<Triple> reifiers = graph("reifiers");
        List<Triple> claims = plain(Node.ANY, RDF.Nodes.type, Chy.CLAIM);
        assertEquals(claims.size(), reifiers.size());
        for (Triple reifier : reifiers) {
            Triple term = reifier.getObject().getTriple();
            assertEquals(one(reifier.getSubject(), RDF.Nodes.subject), term.getSubject());
            assertEquals(one(reifier.getSubject(), RDF.Nodes.predicate), term.getPredicate());
            assertEquals(one(reifier.getSubject(), RDF.Nodes.object), term.getObject());
        }
    }

    @Test
    void theDefaultGraphIsTheUnionOfAllButReifiersAndRows() {
        Set<Triple> union = new HashSet<>();
        for (Quad quad : named()) {
            boolean apart =
                    quad.getGraph().equals(BASE.graph("reifiers"))
                            || quad.getGraph().equals(BASE.graph("rows"));
            if (!apart) {
                union.add(quad.asTriple());
            }
        }
        assertEquals(union, Set.copyOf(plain(Node.ANY, Node.ANY, Node.ANY)));
    }

    @Test
    void theTurtleDumpIsTheDefaultGraph() {
        Graph dump = GraphFactory.createGraphMem();
        RDFParser.source(folder.resolve("dumps/chancery.ttl")).parse(dump);
        assertEquals(Set.copyOf(plain(Node.ANY, Node.ANY, Node.ANY)), dump.find().toSet());
    }

    @Test
    void theNQuadsDumpHoldsTheNamedGraphsButForTheTripleTerms() {
        Set<Quad> withoutTripleTerms = new HashSet<>(named());
        withoutTripleTerms.removeIf(quad -> quad.getObject().isTripleTerm());
        assertTrue(withoutTripleTerms.size() < named().size());
        assertEquals(withoutTripleTerms, parsed("dumps/chancery.nq"));
    }

    @Test
    void theDescriptionCountsWhatTheReleaseHolds() {
        List<Triple> all = plain(Node.ANY, Node.ANY, Node.ANY);
        Node described =
                plain(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode()).getFirst().getSubject();
        assertEquals(all.size(), number(described, VOID.triples.asNode()));
        for (Triple part : plain(described, VOID.propertyPartition.asNode(), Node.ANY)) {
            Node property = one(part.getObject(), VOID.property.asNode());
            assertEquals(
                    all.stream().filter(t -> t.getPredicate().equals(property)).count(),
                    number(part.getObject(), VOID.triples.asNode()),
                    property.toString());
        }
        for (Triple part : plain(described, VOID.classPartition.asNode(), Node.ANY)) {
            Node type = one(part.getObject(), VOID._class.asNode());
            assertEquals(
                    plain(Node.ANY, RDF.Nodes.type, type).size(),
                    number(part.getObject(), VOID.entities.asNode()),
                    type.toString());
        }
        Map<Node, Long> graphs =
                named().stream()
                        .collect(Collectors.groupingBy(Quad::getGraph, Collectors.counting()));
        Map<Node, Long> told = new HashMap<>();
        for (Triple subset : plain(described, VOID.subset.asNode(), Node.ANY)) {
            told.put(subset.getObject(), number(subset.getObject(), VOID.triples.asNode()));
        }
        assertEquals(graphs, told);
    }

    private long number(Node subject, Node property) {
        return Long.parseLong(one(subject, property).getLiteralLexicalForm());
    }

    @Test
    void theTrigDumpHoldsTheNamedGraphs() {
        assertEquals(Set.copyOf(named()), parsed("dumps/chancery.trig"));
    }

    @Test
    void noNodeIsBlank() {
        for (Triple triple : plain(Node.ANY, Node.ANY, Node.ANY)) {
            assertFalse(triple.getSubject().isBlank() || triple.getObject().isBlank(), "" + triple);
        }
    }

    @Test
    void everyChecksumHolds() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("dumps/SHA256SUMS"));
        assertTrue(lines.size() > 10);
        for (String line : lines) {
            byte[] bytes = Files.readAllBytes(folder.resolve("dumps").resolve(line.substring(66)));
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertEquals(line.substring(0, 64), digest, line);
        }
    }

    @Test
    void aSingleValuedPropertyHasOneAcceptedValueAtMost() {
        for (Triple mark : plain(Node.ANY, Chy.term("singleValued"), Node.ANY)) {
            Set<Node> seen = new HashSet<>();
            for (Triple triple : graph("best")) {
                if (triple.getPredicate().equals(mark.getSubject())) {
                    assertTrue(seen.add(triple.getSubject()), "two values: " + triple);
                }
            }
        }
    }

    @Test
    void whatIsDisputedIsInAnOpenDisagreementAndWhatIsOutweighedInADecidedOne() {
        Set<Node> open = new HashSet<>();
        Set<Node> decided = new HashSet<>();
        for (Triple position : plain(Node.ANY, Chy.term("position"), Node.ANY)) {
            String rule = one(position.getSubject(), Chy.term("rule")).getLiteralLexicalForm();
            (rule.equals("undecided") ? open : decided).add(position.getObject());
        }
        assertAmong(open, "Disputed");
        assertAmong(decided, "Outweighed");
    }

    private void assertAmong(Set<Node> positions, String verdict) {
        Set<Node> claims = claimsOf(verdict);
        assertFalse(claims.isEmpty(), verdict);
        claims.removeAll(positions);
        assertEquals(Set.of(), claims, verdict);
    }

    private Set<Node> claimsOf(String verdict) {
        Set<Node> claims = new HashSet<>();
        plain(Node.ANY, Chy.term("verdict"), Chy.term(verdict))
                .forEach(triple -> claims.add(triple.getSubject()));
        return claims;
    }

    @Test
    void everyClaimThatLostCanBeAskedFor() {
        for (String verdict : List.of("Disputed", "Outweighed", "Refined", "NotAsserted")) {
            for (Node claim : claimsOf(verdict)) {
                Node source = one(claim, Chy.term("statedIn"));
                String graph = "source/" + source.getURI().replaceAll(".*/", "");
                Triple said = Triple.create(claim, RDF.Nodes.object, one(claim, RDF.Nodes.object));
                assertTrue(graph(graph).contains(said), claim + " in " + graph);
            }
        }
    }

    @Test
    void theSeedsHoldWhatWasAskedOfThem() {
        assertTrue(count("Agreement") + possible("Agreement") > 25, "agreements");
        assertTrue(count("Event") + possible("Event") > 60, "events");
        assertTrue(count("Person") > 20, "people");
        int figures = plain(Node.ANY, RDF.Nodes.predicate, Chy.term("quantity")).size();
        assertTrue(figures > 40, "figures, one a source: " + figures);
        Set<Triple> said = new HashSet<>();
        int claims = 0;
        for (Triple source : plain(Node.ANY, RDF.Nodes.type, Chy.SOURCE)) {
            said.clear();
            String id = source.getSubject().getURI().replaceAll(".*/", "");
            for (Triple triple : graph("source/" + id)) {
                if (triple.getPredicate().equals(RDF.Nodes.subject)) {
                    Node claim = triple.getSubject();
                    said.add(
                            Triple.create(
                                    one(claim, RDF.Nodes.subject),
                                    one(claim, RDF.Nodes.predicate),
                                    one(claim, RDF.Nodes.object)));
                }
            }
            claims += said.size();
        }
        assertTrue(claims > 600, "claims: " + claims);
    }

    private long count(String localName) {
        return plain(Node.ANY, RDF.Nodes.type, Chy.term(localName)).size();
    }

    private long possible(String localName) {
        return plain(Node.ANY, Chy.term("ofKind"), Chy.term(localName)).size();
    }

    private Node one(Node subject, Node predicate) {
        List<Triple> found = plain(subject, predicate, Node.ANY);
        assertEquals(1, found.size(), subject + " " + predicate);
        return found.getFirst().getObject();
    }

    private List<Triple> plain(Node s, Node p, Node o) {
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(dataset, () -> dataset.getDefaultGraph().find(s, p, o).toList());
    }

    private Set<Triple> graph(String name) {
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(dataset, () -> dataset.getGraph(BASE.graph(name)).find().toSet());
    }

    private Set<Quad> named() {
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(
                dataset,
                () -> {
                    Set<Quad> quads = new HashSet<>();
                    dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                            .forEachRemaining(quads::add);
                    return quads;
                });
    }

    private Set<Quad> parsed(String file) {
        Set<Quad> quads = new HashSet<>();
        RDFParser.source(folder.resolve(file))
                .parse(
                        new org.apache.jena.riot.system.StreamRDFBase() {
                            @Override
                            public void quad(Quad quad) {
                                quads.add(quad);
                            }
                        });
        return quads;
    }
}
