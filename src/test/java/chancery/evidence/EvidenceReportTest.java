package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class EvidenceReportTest {
    private static final Tally ONE = new Tally(6, 5, 3, 1, 20, 2);
    private static final Tally OTHER = new Tally(1, 1, 1, 0, 2, 0);
    private static final String RELEASE = Base.DEFAULT.iri() + "release/0123";

    private final Graph graph =
            RDFParser.fromString(
                            EvidenceReport.turtle(
                                    Base.DEFAULT, "0123", Map.of("one", ONE, "other", OTHER)),
                            Lang.TURTLE)
                    .toGraph();

    private String number(String subject, String property) {
        return graph.find(NodeFactory.createURI(subject), Chy.term(property), Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm();
    }

    @Test
    void aReleaseHasTheSumOfItsSources() {
        assertEquals("7", number(RELEASE, "passagesRegistered"));
        assertEquals("6", number(RELEASE, "passagesChecked"));
        assertEquals("4", number(RELEASE, "passagesSupported"));
        assertEquals("1", number(RELEASE, "passagesExcused"));
        assertEquals("22", number(RELEASE, "rowsChecked"));
        assertEquals("2", number(RELEASE, "rowsExcused"));
    }

    @Test
    void eachSourceIsAPartOfIt() {
        Node release = NodeFactory.createURI(RELEASE);
        assertEquals(2, graph.find(Node.ANY, DCTerms.isPartOf.asNode(), release).toList().size());
        Node source = Base.DEFAULT.id("source", "one");
        String part = graph.find(Node.ANY, Chy.term("source"), source).next().getSubject().getURI();
        assertEquals("6", number(part, "passagesRegistered"));
        assertEquals("3", number(part, "passagesSupported"));
        assertEquals("2", number(part, "rowsExcused"));
    }

    @Test
    void theSameNumbersGiveTheSameText() {
        Map<String, Tally> tallies = Map.of("one", ONE);
        assertEquals(
                EvidenceReport.turtle(Base.DEFAULT, "a", tallies),
                EvidenceReport.turtle(Base.DEFAULT, "a", tallies));
    }
}
