package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class ClaimWriterTest {
    private static final Base BASE = Base.DEFAULT;
    private static final String TWICE =
            """
            t,state/russia,,,,,,,s,0-59;60-107,Russia,denies,wp-claim,,First
            t,state/russia,,,,,,,s,60-107,~,denies,wp-claim,pronoun;inference,Second
            """;

    private static List<Quad> quads(String csv, Map<String, List<Node>> speakers) {
        List<Quad> quads = new ArrayList<>();
        ClaimWriter writer = new ClaimWriter(BASE, "seeds/", speakers, quads::add);
        EvidenceFixture.claims(csv).forEach(writer::write);
        return quads;
    }

    private static Set<Triple> in(List<Quad> quads, String graph) {
        Set<Triple> triples = new LinkedHashSet<>();
        quads.stream()
                .filter(quad -> quad.getGraph().equals(BASE.graph(graph)))
                .forEach(quad -> triples.add(quad.asTriple()));
        return triples;
    }

    @Test
    void theClaimStandsInTheGraphOfItsSource() {
        Node claim = EvidenceFixture.claims(TWICE).getFirst().key().node(BASE);
        Node minister = BASE.id("person", "safar-abiyev");
        Graph expected = GraphFactory.createGraphMem();
        RDFParser.fromString(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX id: <https://w3id.org/chancery/id/>
                        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                        <%s> a chy:Claim, rdf:Statement ;
                          rdf:subject <https://w3id.org/chancery/id/agreement/t> ;
                          rdf:predicate chy:party ;
                          rdf:object <https://w3id.org/chancery/id/state/russia> ;
                          chy:statedIn <https://w3id.org/chancery/id/source/s> ;
                          chy:stance chy:denies ;
                          chy:saidIn <https://w3id.org/chancery/id/statement/wp-claim> ;
                          chy:saidBy <https://w3id.org/chancery/id/person/safar-abiyev> ;
                          chy:passage <https://w3id.org/chancery/id/passage/s-0-59>,
                            <https://w3id.org/chancery/id/passage/s-60-107> ;
                          chy:gist "First"@en, "Second"@en ; chy:asWritten "Russia" ;
                          chy:excuse "pronoun", "inference" .
                        """
                                .formatted(claim.getURI()),
                        Lang.TURTLE)
                .parse(expected);
        List<Quad> quads = quads(TWICE, Map.of("wp-claim", List.of(minister)));
        Graph written = GraphFactory.createGraphMem();
        in(quads, "source/s").forEach(written::add);
        assertTrue(expected.isIsomorphicWith(written), "" + in(quads, "source/s"));
    }

    @Test
    void bothFormsOfRdfCarryTheSameIriAndSayTheSame() {
        List<Quad> quads = quads(TWICE, Map.of());
        Set<Triple> reifiers = in(quads, "reifiers");
        assertEquals(1, reifiers.size());
        Triple reifier = reifiers.iterator().next();
        Triple said = EvidenceFixture.claims(TWICE).getFirst().key().triple();
        assertEquals(
                EvidenceFixture.claims(TWICE).getFirst().key().node(BASE), reifier.getSubject());
        assertEquals(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies",
                reifier.getPredicate().getURI());
        assertEquals(said, reifier.getObject().getTriple());
        assertTrue(
                in(quads, "source/s").stream()
                        .allMatch(triple -> triple.getSubject().equals(reifier.getSubject())));
        assertTrue(in(quads, "source/s").stream().noneMatch(t -> t.getObject().isTripleTerm()));
    }

    @Test
    void rowsAreNamedRelativeToTheFolderOfTheTables() {
        Set<String> rows = new TreeSet<>();
        in(quads(TWICE, Map.of()), "rows").forEach(t -> rows.add(t.getObject().getURI()));
        assertEquals(
                Set.of(
                        "https://w3id.org/chancery/seeds/facts.csv#row=2",
                        "https://w3id.org/chancery/seeds/facts.csv#row=3"),
                rows);
    }

    @Test
    void theNarratorsClaimHasNoStatementAndNoSpeaker() {
        List<Quad> quads =
                quads(
                        "t,state/russia,,,,,,,s,0-59,Russia,asserts,,,G\n",
                        Map.of("", List.of(BASE.id("person", "nobody"))));
        assertTrue(
                quads.stream()
                        .noneMatch(
                                q ->
                                        q.getPredicate().equals(Chy.term("saidIn"))
                                                || q.getPredicate().equals(Chy.term("saidBy"))));
    }

    @Test
    void nothingIsWrittenIntoAnyOtherGraph() {
        Set<String> graphs = new TreeSet<>();
        quads(TWICE, Map.of()).forEach(quad -> graphs.add(BASE.relative(quad.getGraph().getURI())));
        assertEquals(Set.of("graph/reifiers", "graph/rows", "graph/source/s"), graphs);
    }
}
