package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What helps to write a query and to hand it on.
@Timeout(120)
class QueryToolsTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String TRIG =
            """
            PREFIX ex: <http://example.org/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            ex:a ex:born "1950-02-01"^^xsd:date ; ex:height 1.8 ; ex:knows ex:b .
            ex:b ex:born "1960"^^xsd:gYear ; ex:height 1.6 .
            <https://w3id.org/chancery/id/evil>
                <http://www.w3.org/2000/01/rdf-schema#label>
                    "</svg></title><script>alert(1)</script>\\" onx='1'" ;
                ex:born "1970"^^xsd:gYear ; ex:height 1.7 ; ex:lat 1 ; ex:long 2 ;
                ex:knows <https://w3id.org/chancery/id/evil> .
            """;

    @TempDir private static Path folder;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        server =
                LiveServer.with(
                        TRIG,
                        Files.createDirectory(folder.resolve("releases")),
                        usual -> usual.withQueries(Path.of("queries")));
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject check(String query) throws Exception {
        HttpResponse<String> answer = web.send("POST", "/sparql/check", "*/*", query);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o ~ ?r }",
                "SELECT * { ?s ?p ?o {| ?q ?z |} }",
                "SELECT * { ?s ?p ?o ~ ?r {| ?q ?z |} }",
                "SELECT * { ?r <urn:reifies> <<( ?s ?p ?o )>> }",
                "SELECT * { << ?s ?p ?o ~ ?r >> ?q ?z }",
                "VERSION \"1.2\" SELECT * { ?s ?p ?o }",
                "SELECT (LANGDIR(?x) AS ?d) { VALUES ?x { \"a\"@en--ltr } }",
                "SELECT (TRIPLE(?s, ?p, ?o) AS ?t) { ?s ?p ?o FILTER(isTRIPLE(?o)) }",
            })
    void syntaxOfSparql12IsGood(String query) throws Exception {
        JsonObject verdict = check(query);
        assertTrue(verdict.get("isGood").getAsBoolean().value(), verdict.toString());
        assertEquals("SPARQL 1.2", verdict.get("syntax").getAsString().value());
    }

    @Test
    void syntaxOfSparql11IsCalledThat() throws Exception {
        JsonObject verdict = check("SELECT * { ?s ?p ?o }");
        assertEquals("SPARQL 1.1", verdict.get("syntax").getAsString().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * {\\n  ?s ?p }| 2 | 9",
                "SELECT *\\n\\n{ ?s ?p ?o ; ; ?x } LIMIT| 3 | 19",
                "SELECT * { ?s nowhere:p ?o }| 1 | 15",
                "SELEKT| 1 | 7",
            })
    void mistakeIsToldWithItsPlace(String query, int line, int column) throws Exception {
        JsonObject verdict = check(query.replace("\\n", "\n"));
        assertFalse(verdict.get("isGood").getAsBoolean().value());
        assertEquals(
                line + ":" + column,
                verdict.get("line").getAsNumber().value()
                        + ":"
                        + verdict.get("column").getAsNumber().value(),
                verdict.toString());
        assertFalse(verdict.get("detail").getAsString().value().startsWith("query:"));
    }

    @Test
    void whatIsTooLongOrNestedTooDeeplyIsRefusedAndNotRead() throws Exception {
        String deep = "SELECT * { " + "{ ".repeat(20_000) + "} ".repeat(20_000) + "}";
        assertFalse(check(deep).get("isGood").getAsBoolean().value());
        assertEquals(
                413, web.send("POST", "/sparql/check", "*/*", "#".repeat(3_000_000)).statusCode());
        assertEquals(400, web.get("/sparql/check", "*/*").statusCode());
        assertEquals(405, web.send("PUT", "/sparql/check", "*/*", "").statusCode());
    }

    @Test
    void wordsForCompletionAreThoseOfTheReleaseAndOurPrefixes() throws Exception {
        HttpResponse<String> answer = web.get("/sparql/terms", "*/*");
        assertEquals("application/json;charset=utf-8", Web.type(answer));
        JsonObject terms = JSON.parse(answer.body());
        assertEquals(
                "https://w3id.org/chancery/ontology#",
                terms.get("prefixes").getAsObject().get("chy").getAsString().value());
    }

    @Test
    void exampleHasTheShortestLinkAndItLeadsToItsAnswer() throws Exception {
        String leaders = Files.readString(Path.of("queries", "leaders.rq"));
        HttpResponse<String> link = web.get("/q/leaders", BROWSER);
        assertEquals(303, link.statusCode());
        assertEquals("/sparql?query=" + Web.encode(leaders), Web.header(link, "Location"));
        String page = web.get(Web.header(link, "Location"), BROWSER).body();
        assertTrue(page.contains("href=\"/q/leaders\""), page);
    }

    @Test
    void anyOtherQueryHasALinkThatHoldsItWithItsLook() throws Exception {
        String query = "SELECT ?s ?h { ?s <http://example.org/height> ?h # \"' é\n} ORDER BY ?h";
        String page =
                web.get("/sparql?view=chart&as-of=2001-01-01&query=" + Web.encode(query), BROWSER)
                        .body();
        String link = page.replaceFirst("(?s).* href=\"(/q/1\\.[^\"]+)\".*", "$1");
        assertTrue(link.length() < query.length() + 40, link);
        assertEquals(
                "/sparql?query=" + Web.encode(query) + "&view=chart&as-of=2001-01-01",
                Web.header(web.get(link, BROWSER), "Location"));
        assertEquals(404, web.get(link.substring(0, link.length() - 3), BROWSER).statusCode());
        assertEquals(404, web.get("/q/nobody", BROWSER).statusCode());
    }

    @Test
    void chosenLookIsShownAndTheOthersAreLinked() throws Exception {
        String query =
                Web.encode(
                        "SELECT ?s ?born ?height { ?s <http://example.org/born> ?born ;"
                                + " <http://example.org/height> ?height } ORDER BY ?s");
        String table = web.get("/sparql?query=" + query, BROWSER).body();
        assertTrue(table.contains("&amp;view=timeline\""), table);
        assertTrue(table.contains("&amp;view=chart\""), table);
        assertFalse(table.contains("view=map"), "there are no places");
        String chart = web.get("/sparql?view=chart&query=" + query, BROWSER).body();
        assertTrue(chart.contains("<rect x=\"0\" y=\"0\" width=\"1000\""), chart);
        assertTrue(
                web.get("/sparql?view=timeline&query=" + query, BROWSER).body().contains("1950"),
                "years");
        assertEquals(200, web.get("/sparql?view=nonsense&query=" + query, BROWSER).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "timeline", "chart", "map", "graph"})
    void hostileLabelIsEscapedInEveryLook(String view) throws Exception {
        String query =
                Web.encode(
                        "PREFIX ex: <http://example.org/> SELECT ?s ?o ?born ?height ?lat ?long {"
                                + " ?s ex:knows ?o ; ex:born ?born ; ex:height ?height ;"
                                + " ex:lat ?lat ; ex:long ?long # <script>alert(2)</script>\n}");
        String page = web.get("/sparql?view=" + view + "&query=" + query, BROWSER).body();
        assertTrue(page.contains("aria-current=\"page\""), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)") || view.equals("graph"), page);
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("\" onx"), page);
    }

    @Test
    void graphIsAPageForPeopleAndTurtleForOthers() throws Exception {
        String query =
                Web.encode("CONSTRUCT { ?s <urn:knows> ?o } { ?s <http://example.org/knows> ?o }");
        String page = web.get("/sparql?view=graph&query=" + query, BROWSER).body();
        assertTrue(page.contains("<svg class=\"net\""), page);
        assertTrue(Web.type(web.get("/sparql?query=" + query, "*/*")).startsWith("text/turtle"));
    }

    @Test
    void programsAreAPageAndEachAFile() throws Exception {
        String query = Web.encode("SELECT * { ?s ?p \"</code><script>x\" }");
        String page = web.get("/sparql/code?query=" + query, BROWSER).body();
        assertFalse(page.contains("<script>x"), page);
        for (String language : new String[] {"curl", "python", "r", "javascript", "java"}) {
            assertTrue(page.contains("id=\"" + language + "\""), language);
            HttpResponse<String> file =
                    web.get("/sparql/code?language=" + language + "&query=" + query, "*/*");
            assertEquals("text/plain;charset=utf-8", Web.type(file));
            assertTrue(file.body().contains(":" + server.port() + "/sparql"), file.body());
        }
        assertEquals(
                400, web.get("/sparql/code?language=cobol&query=" + query, BROWSER).statusCode());
        assertEquals(400, web.get("/sparql/code?query=SELEKT", BROWSER).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/queries"})
    void pagesWithAllExamplesStayLight(String path) throws Exception {
        String page = web.get(path, BROWSER).body();
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 100_000, path + ": " + bytes + " bytes");
        assertTrue(page.contains("href=\"/q/agreements-by-signing\""), page);
        assertFalse(page.contains("PREFIX rdf:"), "no query in full");
    }

    @Test
    void answerOfManyRowsIsPaged() throws Exception {
        String query =
                Web.encode(
                        "SELECT ?n { VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9}"
                                + " VALUES ?c {0 1 2 3 4 5 6 7 8 9}"
                                + " BIND(?a*100+?b*10+?c AS ?n) } ORDER BY ?n");
        String first = web.get("/sparql?query=" + query, BROWSER).body();
        assertTrue(first.contains("Rows 1 to 250"), first);
        assertTrue(first.contains("&amp;from=251\""), first);
        String last = web.get("/sparql?from=751&query=" + query, BROWSER).body();
        assertTrue(last.contains("Rows 751 to 1,000"), last);
        assertTrue(last.contains(">999<"), last);
        assertFalse(last.contains("Next rows"), last);
    }

    @Test
    void longValuesDoNotMakeALongPage() throws Exception {
        String query =
                "SELECT ?x { VALUES ?x { " + ("\"" + "é<".repeat(1_500) + "\" ").repeat(20) + "} }";
        HttpResponse<String> page = web.send("POST", "/sparql", "text/html", query);
        assertEquals(200, page.statusCode());
        // the query itself is shown, too
        assertTrue(page.body().length() < 6 * query.length(), page.body().length() + " characters");
        assertFalse(page.body().contains("href=\"/sparql?"), "no link would work");
    }
}
