package chancery.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Chy;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class OntologyMarksTest {
    private static OntologyMarks marks(String turtle) {
        Graph ontology = GraphFactory.createGraphMem();
        RDFParser.fromString(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX schema: <https://schema.org/>
                        """
                                + turtle,
                        Lang.TURTLE)
                .parse(ontology);
        return new OntologyMarks(ontology);
    }

    @Test
    void onlyTrueMarksAProperty() {
        OntologyMarks marks =
                marks(
                        """
                        chy:signed chy:singleValued true .
                        chy:party chy:singleValued false .
                        chy:quality chy:evaluative true .
                        """);
        assertTrue(marks.isSingleValued(Chy.term("signed")));
        assertFalse(marks.isSingleValued(Chy.term("party")));
        assertFalse(marks.isSingleValued(Chy.term("quality")));
        assertFalse(marks.isSingleValued(Chy.term("unheard")));
        assertTrue(marks.isEvaluative(Chy.term("quality")));
        assertFalse(marks.isEvaluative(Chy.term("signed")));
    }

    @Test
    void everythingAboveInOurOntologyIsFound() {
        OntologyMarks marks =
                marks(
                        """
                        chy:agent rdfs:subPropertyOf chy:participant, schema:agent .
                        chy:participant rdfs:subPropertyOf chy:involves .
                        chy:Leader rdfs:subClassOf chy:Person .
                        chy:Person rdfs:subClassOf chy:Agent, schema:Person,
                          [ rdfs:label "a restriction" ] .
                        schema:Person rdfs:subClassOf chy:Lost .
                        """);
        assertEquals(
                Set.of(Chy.term("participant"), Chy.term("involves")),
                marks.superProperties(Chy.term("agent")));
        assertEquals(
                Set.of(Chy.term("Person"), Chy.term("Agent")),
                marks.superClasses(Chy.term("Leader")));
        assertEquals(Set.of(), marks.superClasses(Chy.term("Agent")));
        assertEquals(
                Set.of(), marks.superClasses(NodeFactory.createURI("https://schema.org/Thing")));
    }

    @Test
    void aCircleEnds() {
        OntologyMarks marks =
                marks(
                        """
                        chy:A rdfs:subClassOf chy:B . chy:B rdfs:subClassOf chy:C .
                        chy:C rdfs:subClassOf chy:A .
                        """);
        assertEquals(Set.of(Chy.term("B"), Chy.term("C")), marks.superClasses(Chy.term("A")));
    }
}
