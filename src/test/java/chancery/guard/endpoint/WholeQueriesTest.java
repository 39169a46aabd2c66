package chancery.guard.endpoint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeQueriesTest {
    private static final String PREFIXES =
            "PREFIX : <http://example.org/> PREFIX text: <http://jena.apache.org/text#> ";

    private static boolean canBeSent(String query) {
        return WholeQueries.canBeSent(
                QueryFactory.create(PREFIXES + query, Syntax.syntaxSPARQL_11));
    }

    /// With all that makes a query ours in one place after the other, and with what does not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o FILTER(EXPRESSION) }",
                "SELECT * { ?s ?p ?o BIND(EXPRESSION AS ?b) }",
                "SELECT (EXPRESSION AS ?b) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s :p ?q FILTER(EXPRESSION) } }",
                "SELECT * { ?s ?p ?o } ORDER BY EXPRESSION",
                "SELECT * { ?s ?p ?o } ORDER BY ?s DESC(EXPRESSION) LIMIT 5",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s ORDER BY (COUNT(EXPRESSION))",
                "SELECT (MAX(EXPRESSION) AS ?m) { ?s ?p ?o }",
                "SELECT (1 + COUNT(DISTINCT EXPRESSION) AS ?m) { ?s ?p ?o }",
                "SELECT (GROUP_CONCAT(EXPRESSION ; SEPARATOR=',') AS ?m) { ?s ?p ?o }",
                "SELECT ?g { ?s ?p ?o } GROUP BY (EXPRESSION AS ?g)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (SUM(EXPRESSION) > 1)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXPRESSION)",
                "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY EXPRESSION LIMIT 5 } UNION { ?s a :T } }",
                "SELECT * { ?s a :T MINUS { { SELECT (MAX(EXPRESSION) AS ?m) { ?s ?p ?o } } } }",
                "SELECT (MAX(EXISTS { GRAPH ?g { ?s :p ?o FILTER(EXPRESSION) } }) AS ?m) { ?s ?p ?o }",
                "ASK { { SELECT ?s { ?s ?p ?o } ORDER BY EXPRESSION } }",
                "CONSTRUCT { ?s :p ?o } WHERE { ?s ?p ?o } ORDER BY EXPRESSION"
            })
    void whatIsOursIsSeenWhereverItStands(String query) {
        for (String ours :
                new String[] {
                    "(<bif:sys_stat>('st_host_name'))",
                    "(<http://www.w3.org/2001/XMLSchema#int>(?o) = 1 && :f(?o))",
                    "(IF(BOUND(?s), :f(?o), 1))",
                    "(EXISTS { SERVICE <http://example.org/> { ?x ?y ?z } })",
                    "(NOT EXISTS { ?s text:query 'a' })",
                    "(EXISTS { ?s :p* ?o })",
                    "(EXISTS { ?s (:p/^(:q+)) ?o })"
                }) {
            assertFalse(canBeSent(query.replace("EXPRESSION", ours)), ours);
        }
        for (String anybodys :
                new String[] {
                    "(<http://www.w3.org/2001/XMLSchema#int>(?o))",
                    "(IF(STRLEN(STR(?o)) > 1, ?o, 1))",
                    "(EXISTS { ?s :p/^:q ?o })"
                }) {
            assertTrue(canBeSent(query.replace("EXPRESSION", anybodys)), anybodys);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) AS ?d) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s"
                        + " HAVING (<http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) > 1)"
            })
    void aggregatesThatSparqlDoesNotHaveAreOurs(String query) {
        assertFalse(canBeSent(query));
    }
}
