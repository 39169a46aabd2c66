package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class ClaimKeyTest {
    private static final Base BASE = Base.DEFAULT;
    private static final Base OTHER = new Base("http://localhost:3030/x/");

    private static ClaimKey key(Base base, String object) {
        return new ClaimKey(
                Triple.create(
                        base.id("agreement", "t"), Chy.term("signed"), base.id("time", object)),
                "country-study-1994",
                Stance.ASSERTS,
                "");
    }

    private static ClaimKey of(Node object) {
        ClaimKey key = key(BASE, "2002");
        Triple triple =
                Triple.create(key.triple().getSubject(), key.triple().getPredicate(), object);
        return new ClaimKey(triple, key.source(), key.stance(), key.saidIn());
    }

    @Test
    void isNamedByTwentyDigitsOfAHash() {
        String iri = key(BASE, "2002-01-25").node(BASE).getURI();
        assertTrue(iri.matches("https://w3id\\.org/chancery/id/claim/[0-9a-f]{20}"), iri);
    }

    @Test
    void isTheSameClaimUnderEveryBase() {
        String here = key(BASE, "2002-01-25").node(BASE).getURI();
        String there = key(OTHER, "2002-01-25").node(OTHER).getURI();
        assertEquals(BASE.relative(here), OTHER.relative(there));
        assertTrue(there.startsWith(OTHER.iri()), there);
    }

    /// The IRIs of claims are cited: a change of the hash would break every citation.
    @Test
    void keepsTheIriItHasToday() {
        assertEquals(
                "id/claim/"
                        + ClaimKey.sha256(
                                        """
                                id/agreement/t
                                https://w3id.org/chancery/ontology#signed
                                <id/time/2002-01-25>
                                country-study-1994
                                ASSERTS
                                """)
                                .substring(0, 20),
                BASE.relative(key(BASE, "2002-01-25").node(BASE).getURI()));
    }

    @Test
    void changesWithEachPart() {
        ClaimKey key = key(BASE, "2002-01-25");
        Triple said = key.triple();
        Node s = said.getSubject();
        Node p = said.getPredicate();
        Node o = said.getObject();
        List<ClaimKey> all =
                List.of(
                        key,
                        key(BASE, "2002-01-26"),
                        with(Triple.create(BASE.id("agreement", "u"), p, o)),
                        with(Triple.create(BASE.id("event", "t"), p, o)),
                        with(Triple.create(s, Chy.term("ended"), o)),
                        new ClaimKey(said, "wikipedia-2016", key.stance(), ""),
                        new ClaimKey(said, key.source(), Stance.DENIES, ""),
                        new ClaimKey(said, key.source(), Stance.PLANS, ""),
                        new ClaimKey(said, key.source(), Stance.ASKS, ""),
                        new ClaimKey(said, key.source(), key.stance(), "wp2016-abiyev-claim"));
        assertAllDiffer(all);
    }

    private static ClaimKey with(Triple triple) {
        return new ClaimKey(triple, "country-study-1994", Stance.ASSERTS, "");
    }

    @Test
    void changesWithDatatypeAndLanguageOfTheValue() {
        assertAllDiffer(
                List.of(
                        of(NodeFactory.createLiteralString("5")),
                        of(NodeFactory.createLiteralLang("5", "en")),
                        of(NodeFactory.createLiteralLang("5", "ru")),
                        of(NodeFactory.createLiteralDT("5", XSDDatatype.XSDinteger)),
                        of(NodeFactory.createLiteralDT("5", XSDDatatype.XSDdecimal)),
                        of(NodeFactory.createLiteralDT("05", XSDDatatype.XSDinteger)),
                        of(NodeFactory.createLiteralString("id/time/5")),
                        of(BASE.id("time", "5")),
                        of(NodeFactory.createURI("5"))));
    }

    private static void assertAllDiffer(List<ClaimKey> keys) {
        Set<Node> nodes = new HashSet<>();
        for (ClaimKey key : keys) {
            assertTrue(nodes.add(key.node(BASE)), "the same IRI: " + key);
        }
    }
}
