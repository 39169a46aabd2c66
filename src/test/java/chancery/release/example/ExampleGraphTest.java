package chancery.release.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleGraphTest {
    private static final Base OTHER = new Base("http://example.org/kg/");

    private static final Graph ONTOLOGY =
            RDFParser.fromString(
                            """
                            PREFIX chy: <https://w3id.org/chancery/ontology#>
                            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                            chy:Agreement rdfs:label "agreement"@en , "соглашение"@ru .
                            chy:signed rdfs:label "signed"@en .
                            """,
                            Lang.TURTLE)
                    .toGraph();

    @ParameterizedTest
    @CsvSource({
        "'SELECT * { ?s ?p ?o }', sh:SPARQLSelectExecutable, sh:select",
        "'ASK { ?s ?p ?o }', sh:SPARQLAskExecutable, sh:ask",
        "'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', sh:SPARQLConstructExecutable, sh:construct",
        "'DESCRIBE <x:y>', spex:SPARQLDescribeExecutable, spex:describe",
        "'SELECT * { ?s ?p ?o ~ ?claim }', sh:SPARQLSelectExecutable, sh:select"
    })
    void kindAndPropertyAreThoseOfTheQuery(String text, String kind, String property) {
        Graph graph = graph(Base.DEFAULT, text);
        assertTrue(
                asks(
                        graph,
                        "<https://w3id.org/chancery/queries/it> a sh:SPARQLExecutable , "
                                + kind
                                + " ; "
                                + property
                                + " ?text ; rdfs:comment \"What is it?\"@en ;"
                                + " schema:target <https://w3id.org/chancery/sparql>"));
    }

    @Test
    void keywordsAreTheClassesElseTheProperties() {
        String both = "PREFIX chy: <x:> SELECT * { ?a a chy:Agreement ; chy:signed ?b }";
        assertEquals(List.of("agreement"), select(graph(OTHER, both), "?q schema:keywords ?x"));
        String property = "PREFIX chy: <x:> SELECT * { ?a chy:signed ?b }";
        assertEquals(List.of("signed"), select(graph(OTHER, property), "?q schema:keywords ?x"));
    }

    @Test
    void textNamesThingsOfTheBaseAndTermsOfTheOntology() {
        String text =
                "PREFIX chy: <https://w3id.org/chancery/ontology#> SELECT *"
                        + " { <https://w3id.org/chancery/id/state/north> chy:signed ?x }";
        assertEquals(
                List.of(
                        "PREFIX chy: <https://w3id.org/chancery/ontology#> SELECT *"
                                + " { <http://example.org/kg/id/state/north> chy:signed ?x }"),
                select(graph(OTHER, text), "?q sh:select ?x"));
    }

    @Test
    void otherEndpointsAreNamed() {
        String text = "SELECT * { { SERVICE <http://example.org/sparql> { ?s ?p ?o } } }";
        assertEquals(
                List.of("http://example.org/sparql"),
                select(graph(OTHER, text), "?q spex:federatesWith ?x"));
    }

    @Test
    void everyPrefixIsDeclaredOnce() {
        Graph graph = graph(OTHER, "ASK {}");
        assertEquals(
                Prefixes.of(OTHER).keySet().stream().sorted().toList(),
                select(graph, "[] sh:declare [ sh:namespace ?n ; sh:prefix ?x ]"));
        assertTrue(graph.stream().noneMatch(triple -> triple.getSubject().isBlank()));
    }

    @Test
    void withoutExamplesThereIsNothing() {
        assertEquals(List.of(), new ExampleGraph(OTHER, ONTOLOGY).of(List.of()));
    }

    @Test
    void textThatIsNoQueryIsNamed() {
        QueryException refused = assertThrows(QueryException.class, () -> graph(OTHER, "SELECT"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("it.rq: "));
    }

    private static Graph graph(Base base, String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        new ExampleGraph(base, ONTOLOGY)
                .of(List.of(new ExampleQuery("it", "What is it?", text)))
                .forEach(graph::add);
        return graph;
    }

    private static boolean asks(Graph graph, String pattern) {
        return QueryExec.graph(graph).query(prefixed("ASK { " + pattern + " }")).build().ask();
    }

    private static List<String> select(Graph graph, String pattern) {
        RowSet rows =
                QueryExec.graph(graph)
                        .query(prefixed("SELECT ?x { " + pattern + " } ORDER BY ?x"))
                        .build()
                        .select();
        return Stream.generate(() -> rows)
                .takeWhile(RowSet::hasNext)
                .map(each -> each.next().get("x"))
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }

    private static String prefixed(String query) {
        return """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX schema: <https://schema.org/>
                PREFIX spex: <https://purl.expasy.org/sparql-examples/ontology#>
                """
                + query;
    }
}
