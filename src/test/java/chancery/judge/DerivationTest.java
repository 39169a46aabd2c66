package chancery.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.Findings;
import chancery.check.TableFixture;
import chancery.describe.TableDescription;
import chancery.evidence.ValueNodes;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class DerivationTest {
    private static final Base BASE = Base.DEFAULT;
    private static final String ONTOLOGY =
            """
            chy:Leader rdfs:subClassOf chy:Person .
            chy:Treaty rdfs:subClassOf chy:Agreement . chy:Agreement rdfs:subClassOf chy:Thing .
            chy:agent rdfs:subPropertyOf chy:participant .
            """;

    private static Set<Triple> graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX id: <https://w3id.org/chancery/id/>
                        PREFIX event: <https://w3id.org/chancery/id/event/>
                        PREFIX tenure: <https://w3id.org/chancery/id/tenure/>
                        PREFIX person: <https://w3id.org/chancery/id/person/>
                        PREFIX office: <https://w3id.org/chancery/id/office/>
                        PREFIX agreement: <https://w3id.org/chancery/id/agreement/>
                        PREFIX concept: <https://w3id.org/chancery/id/concept/>
                        PREFIX time: <https://w3id.org/chancery/id/time/>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX dcterms: <http://purl.org/dc/terms/>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        """
                                + turtle,
                        Lang.TURTLE)
                .parse(graph);
        return graph.find().toSet();
    }

    /// @param times those whose nodes are known
    private static Set<Triple> derived(String register, String accepted, String... times) {
        Graph ontology = GraphFactory.createGraphMem();
        graph(ONTOLOGY).forEach(ontology::add);
        Set<Triple> derived = new HashSet<>();
        new Derivation(BASE, new OntologyMarks(ontology), known(times))
                .derive(graph(register), graph(accepted), derived::add);
        return derived;
    }

    private static ValueNodes known(String... times) {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        """
                        {"name": "id", "suppressOutput": true},
                        {"name": "time", "chy:valueForm": "time"}\
                        """
                                .replace("chy:", Chy.NS),
                        "");
        Findings findings = new Findings();
        ValueNodes values = new ValueNodes(BASE);
        Mapper mapper = new Mapper(table, BASE.iri(), Mode.EVIDENCE, findings);
        String csv = "id,time\na," + String.join("\na,", times) + "\n";
        TableFixture.check(table, csv, findings).forEach(row -> mapper.map(row, values::add));
        assertEquals(List.of(), findings.lines());
        return values;
    }

    @Test
    void superclassesAndSuperpropertiesAreWrittenOut() {
        assertEquals(
                graph(
                        """
                        agreement:t a chy:Agreement, chy:Thing .
                        event:e chy:participant id:state\\/russia .
                        """),
                derived("agreement:t a chy:Treaty .", "event:e chy:agent id:state\\/russia ."));
    }

    @Test
    void whatIsAcceptedAnywayIsNotDerivedOnceMore() {
        assertEquals(
                Set.of(), derived("", "event:e chy:agent person:a ; chy:participant person:a ."));
    }

    @Test
    void aPreferredLabelIsALabel() {
        assertEquals(
                graph("agreement:t rdfs:label \"T\"@en ."),
                derived("agreement:t skos:prefLabel \"T\"@en ; skos:altLabel \"U\"@en .", ""));
    }

    @Test
    void whoeverHeldAnOfficeThatHeadsAStateIsALeader() {
        String tenures =
                """
                office:president chy:officeKind concept:head-of-state .
                office:minister chy:officeKind concept:minister .
                tenure:one chy:holder person:a ; chy:office office:president .
                tenure:two chy:holder person:b ; chy:office office:minister .
                tenure:three chy:office office:president .
                """;
        assertEquals(graph("person:a a chy:Leader ."), derived("", tenures));
        assertEquals(
                graph("person:a a chy:Leader ."),
                derived("", tenures.replace("head-of-state", "head-of-government")));
    }

    @Test
    void eventsAgreementsAndTenuresHaveAnEarliestAndALatestDay() {
        assertEquals(
                graph(
                        """
                        event:e chy:earliest "2008-07-01"^^xsd:date ;
                          chy:latest "2008-07-31"^^xsd:date .
                        agreement:t chy:earliest "2006-01-23"^^xsd:date ;
                          chy:latest "2006-01-25"^^xsd:date .
                        tenure:one chy:earliest "1993-01-01"^^xsd:date ;
                          chy:latest "2008-07-31"^^xsd:date .
                        """),
                derived(
                        "",
                        """
                        event:e chy:time time:2008-07 .
                        agreement:t chy:signed time:2006-01-23_2006-01-25 ; chy:ended time:2008-07 .
                        tenure:one chy:begin time:1993 ; chy:attested time:2008-07, event:e .
                        """,
                        "2008-07",
                        "2006-01-23/2006-01-25",
                        "1993"));
    }

    @Test
    void aBoundThatIsNotKnownIsAMissingTriple() {
        assertEquals(
                graph("event:e chy:earliest \"2007-01-01\"^^xsd:date ."),
                derived("", "event:e chy:time time:2007-01-01_open .", "2007-01-01/.."));
        assertEquals(Set.of(), derived("", "event:e chy:time time:XXXX-04-22 .", "XXXX-04-22"));
    }

    @Test
    void otherThingsAndOtherPropertiesHaveNoDays() {
        assertEquals(
                Set.of(),
                derived(
                        "",
                        """
                        id:condition\\/c chy:begin time:1993 .
                        event:e chy:attested time:1993 ; dcterms:date time:1993 ; rdfs:seeAlso time:1993 .
                        """,
                        "1993"));
    }
}
