package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SparqlTest {
    private static final String JSON = "application/sparql-results+json";
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX afn: <http://jena.apache.org/ARQ/function#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /// Never ends by itself, and has no first row until it does.
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?count) { "
                    + "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }";

    @TempDir static Path releases;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        server =
                LiveServer.with(
                        Gazette.TRIG,
                        releases,
                        usual ->
                                usual.withLimits(
                                        Limits.standard()
                                                .withTimeoutSeconds(2)
                                                .withMaxQueryCharacters(2_000)
                                                .withMaxConcurrent(4)));
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void queryInTheSyntaxOf11RunsOnTheDefaultGraph() throws Exception {
        HttpResponse<String> response =
                ask("SELECT ?n { <https://w3id.org/chancery/id/agreement/lease> chy:signed ?n }");
        assertEquals(200, response.statusCode());
        assertEquals(JSON + "; charset=utf-8", Web.type(response).replace(";charset", "; charset"));
        assertEquals("Accept", Web.header(response, "Vary").replaceAll(",.*", ""));
        assertEquals("*", Web.header(response, "Access-Control-Allow-Origin"));
        assertTrue(response.body().contains("id/time/2002-01-25"), response.body());
        assertEquals(0, rows(ask("SELECT * { ?r rdf:reifies ?t }")));
    }

    @Test
    void textQueryIsTheOnlyPropertyFunction() throws Exception {
        String text = "PREFIX text: <http://jena.apache.org/text#> ";
        HttpResponse<String> found =
                ask(text + "SELECT * { (?s ?score ?t) text:query 'Reykjavik' }");
        assertEquals(0, rows(found), "no name is like that");
        HttpResponse<String> north = ask(text + "SELECT ?s { ?s text:query 'SEVER' }");
        assertEquals(1, rows(north));
        assertTrue(north.body().contains("id/state/north"), north.body());
        assertEquals(
                0,
                rows(
                        ask(
                                "PREFIX apf: <http://jena.apache.org/ARQ/property#>"
                                        + " SELECT * { ?x apf:splitIRI ('a' 'b') }")));
    }

    @Test
    void aTextQueryThatCannotBeReadIsABadRequest() throws Exception {
        String text = "PREFIX text: <http://jena.apache.org/text#> ";
        HttpResponse<String> bad = ask(text + "SELECT ?s { ?s text:query '(North' }");
        assertEquals(400, bad.statusCode());
        assertTrue(
                Web.detail(bad).startsWith("query: text:query: found \"(North\", expected a query"),
                bad.body());
        HttpResponse<String> within =
                ask(text + "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s text:query '(North' } }");
        assertEquals(400, within.statusCode());
        assertEquals(Web.detail(bad), Web.detail(within));
    }

    @Test
    void queryInTheSyntaxOf12RunsOverTheUnion() throws Exception {
        HttpResponse<String> response = web.query("SELECT * { ?s ?p ?o ~ ?r }", JSON);
        assertEquals(200, response.statusCode());
        assertEquals(1, rows(response));
        assertTrue(response.body().contains("id/claim/01"), response.body());
    }

    @Test
    void namedGraphsAreSeenByBoth() throws Exception {
        assertEquals(
                3,
                rows(
                        ask(
                                "SELECT * { GRAPH <https://w3id.org/chancery/graph/best> "
                                        + "{ ?s ?p ?o } }")));
    }

    @Test
    void tablesComeInTheFormAskedFor() throws Exception {
        String query = "SELECT ?s { ?s a <https://w3id.org/chancery/ontology#Person> }";
        assertTrue(Web.type(web.query(query, "text/csv")).startsWith("text/csv"));
        assertTrue(Web.type(web.query(query, "application/xml")).startsWith("application/xml"));
        assertTrue(Web.type(web.query(query, "*/*")).startsWith(JSON));
        HttpResponse<String> page = web.query(query, "text/html,*/*;q=0.8");
        assertTrue(Web.type(page).startsWith("text/html"));
        assertTrue(
                page.body().contains("<a href=\"/id/person/anna\" lang=\"en\">Anna<"), page.body());
        assertEquals(406, web.query(query, "image/png").statusCode());
        assertTrue(
                Web.type(web.get("/sparql?output=csv&query=" + Web.encode(query), "text/html"))
                        .startsWith("text/csv"));
    }

    @Test
    void askIsAnswered() throws Exception {
        assertTrue(ask("ASK { ?s a chy:Person }").body().contains("true"));
    }

    @Test
    void tripleTermsAreInGraphsOnlyIfVersion12IsAccepted() throws Exception {
        String query =
                PREFIXES
                        + "CONSTRUCT { ?r rdf:reifies <<( ?s ?p ?o )>> . ?s ?p ?o } "
                        + "{ ?s ?p ?o ~ ?r }";
        HttpResponse<String> plain = web.query(query, "text/turtle");
        assertEquals(200, plain.statusCode());
        assertFalse(plain.body().contains("<<("), plain.body());
        HttpResponse<String> full = web.query(query, "text/turtle;version=1.2");
        assertTrue(full.body().contains("<<("), full.body());
        assertTrue(Web.type(full).contains("version=1.2"));
        HttpResponse<String> json = web.query(query, "application/ld+json;version=1.2");
        assertEquals(200, json.statusCode());
        assertFalse(json.body().contains("claim/01"), json.body());
    }

    @Test
    void describeWorks() throws Exception {
        HttpResponse<String> response =
                web.query("DESCRIBE <https://w3id.org/chancery/id/person/anna>", "text/turtle");
        assertTrue(response.body().contains("\"Anna\"@en"), response.body());
    }

    @Test
    void postWorksInBothForms() throws Exception {
        assertEquals(200, web.send("POST", "/sparql", JSON, "ASK {}").statusCode());
        assertEquals(200, web.form("query=" + Web.encode("ASK {}")).statusCode());
    }

    @Test
    void serviceIsRefused() throws Exception {
        assertEquals(
                403, ask("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }").statusCode());
    }

    @Test
    void functionsOffTheListAreRefusedAndNeverRun() throws Exception {
        for (String call :
                new String[] {
                    "SELECT (afn:wait(9000) AS ?x) {}",
                    "SELECT * { ?s ?p ?o FILTER(afn:wait(9000)) }",
                    "SELECT * { VALUES ?v { 1 2 } } ORDER BY afn:wait(9000)",
                    "SELECT (<java:org.apache.jena.sparql.function.library.wait>(9000) AS ?x) {}"
                }) {
            long start = System.nanoTime();
            HttpResponse<String> response = ask(call);
            assertEquals(403, response.statusCode(), call);
            assertTrue(System.nanoTime() - start < 2_000_000_000L, call);
        }
    }

    @Test
    void functionsOnTheListWork() throws Exception {
        HttpResponse<String> response =
                ask(
                        "SELECT (xsd:integer('3') + 1 AS ?n) (UCASE('a') AS ?u) "
                                + "(<http://www.w3.org/2005/xpath-functions#upper-case>('b')"
                                + " AS ?v) {}");
        assertTrue(response.body().contains("\"4\""), response.body());
        assertTrue(response.body().contains("\"A\""), response.body());
        assertTrue(response.body().contains("\"B\""), response.body());
    }

    @Test
    void propertyFunctionsAreJustProperties() throws Exception {
        assertEquals(
                0,
                rows(
                        ask(
                                "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> "
                                        + "(?a ?b) }")));
    }

    @Test
    void extensionsOfTheSyntaxAreRefused() throws Exception {
        assertEquals(400, ask("SELECT * { ?s ?p ?o LATERAL { ?s ?q ?r } }").statusCode());
        assertEquals(400, ask("SELECT (CALL(afn:wait, 1) AS ?x) {}").statusCode());
        assertEquals(400, ask("SELECT * WHERE").statusCode());
    }

    @Test
    void updatesAreRefused() throws Exception {
        String update = "INSERT DATA { <a:a> <a:b> <a:c> }";
        assertEquals(400, ask(update).statusCode());
        assertEquals(400, web.form("update=" + Web.encode(update)).statusCode());
        assertEquals(405, web.send("PUT", "/sparql?default", "*/*", "").statusCode());
        assertEquals(405, web.send("DELETE", "/sparql?default", "*/*", "").statusCode());
        assertEquals(400, web.get("/sparql?default", "*/*").statusCode());
        for (String path : new String[] {"/update", "/sparql/update", "/upload", "/data"}) {
            assertEquals(404, web.get(path, "*/*").statusCode(), path);
        }
        assertEquals(404, web.get("/$/server", "*/*").statusCode());
    }

    @Test
    void fromNeverFetches() throws Exception {
        HttpResponse<String> response =
                ask("SELECT * FROM <file:///etc/passwd> FROM <http://localhost:1/x> { ?s ?p ?o }");
        assertEquals(200, response.statusCode());
        assertEquals(0, rows(response));
    }

    @Test
    void longQueryIsRefused() throws Exception {
        HttpResponse<String> response = ask("ASK {} #" + "x".repeat(3_000));
        assertEquals(413, response.statusCode());
        assertTrue(Web.detail(response).startsWith("query: found 3"), response.body());
        assertEquals(
                413,
                web.send("POST", "/sparql", JSON, "ASK {} #" + "x".repeat(200_000)).statusCode());
    }

    @Test
    void queryWithoutEndIsStoppedInTime() throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> response = ask(ENDLESS);
        assertEquals(503, response.statusCode());
        assertEquals(
                "query: found no end after 2 s, expected one within that time\n",
                Web.detail(response));
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }

    @Test
    void sortingIsStoppedToo() throws Exception {
        String rows = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
        long start = System.nanoTime();
        assertEquals(503, ask("SELECT * " + rows + " ORDER BY ?c ?f ?i").statusCode());
        assertTrue(System.nanoTime() - start < 15_000_000_000L);
    }

    @Test
    void deepNestingIsRefusedAndTheServerGoesOn() throws Exception {
        String deep = "SELECT (" + "(".repeat(700) + "1" + ")".repeat(700) + " AS ?x) {}";
        int status = ask(deep).statusCode();
        assertTrue(status == 200 || status == 400 || status == 503, "status " + status);
        assertEquals(200, ask("ASK {}").statusCode());
    }

    @Test
    void answerStoppedHalfWayIsBrokenOff() {
        String cross = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";
        assertThrows(IOException.class, () -> ask(cross));
    }

    @Test
    void withoutAQueryThereIsADescriptionOrAForm() throws Exception {
        HttpResponse<String> description = web.get("/sparql", "*/*");
        assertTrue(Web.type(description).startsWith("text/turtle"));
        assertTrue(description.body().contains("sd:Service"));
        HttpResponse<String> form = web.get("/sparql", "text/html");
        assertTrue(form.body().contains("<textarea"));
        assertEquals("Accept, Accept-Language, Accept-Encoding", Web.header(form, "Vary"));
        assertEquals(200, web.send("HEAD", "/sparql", "*/*", "").statusCode());
        HttpResponse<String> options = web.send("OPTIONS", "/sparql", "*/*", "");
        assertEquals(204, options.statusCode());
        assertTrue(Web.header(options, "Access-Control-Allow-Methods").contains("POST"));
    }

    private static HttpResponse<String> ask(String query) throws Exception {
        return web.query(PREFIXES + query, JSON);
    }

    /// Rows of a JSON answer whose rows have one line for each variable.
    private static int rows(HttpResponse<String> response) {
        return org.apache
                .jena
                .atlas
                .json
                .JSON
                .parse(response.body())
                .getObj("results")
                .get("bindings")
                .getAsArray()
                .size();
    }
}
