package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows of large tables have no labels: what they say names them.
class EventNameTest {
    private static final String TABLES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            BASE <https://example.org/>
            <id/state/a> rdfs:label "Azerbaijan"@en .
            <id/state/r> rdfs:label "Russia"@en .
            <id/concept/cameo-042> skos:prefLabel "Make a visit"@en .
            <id/time/2018-01-01> chy:edtf "2018-01-01" .
            <id/event/gdelt-1> a chy:Event ; chy:eventType <id/concept/cameo-042> ;
                chy:agent <id/state/r> ; chy:target <id/state/a> ; chy:time <id/time/2018-01-01> .
            <id/event/gdelt-2> a chy:Event ; chy:agent <id/state/r> ; chy:time <id/time/2018-01-01> .
            <id/event/gdelt-3> a chy:Event ; chy:time <id/time/2018-01-01> .
            <id/event/gdelt-4> a chy:Event .
            <id/event/named> a chy:Event ; rdfs:label "Summit"@en ; chy:agent <id/state/r> .
            """;

    private final GraphView view = view();

    private static GraphView view() {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(TABLES, Lang.TURTLE).parse(graph);
        return new GraphView(DatasetGraphFactory.wrap(graph), "https://example.org/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gdelt-1|Make a visit: Russia – Azerbaijan, 1 January 2018",
                "gdelt-2|Event: Russia, 1 January 2018",
                "gdelt-3|Event, 1 January 2018",
                "gdelt-4|gdelt-4",
                "named|Summit"
            })
    void isMadeOfWhatIsKnown(String event, String name) {
        assertEquals(name, view.link(view.node("id/event/" + event)).text());
    }

    @Test
    void leadsToTheEvent() {
        assertEquals("/id/event/gdelt-1", view.link(view.node("id/event/gdelt-1")).href());
    }
}
