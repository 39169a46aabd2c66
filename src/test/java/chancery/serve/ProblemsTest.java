package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.serve.http.ProblemKind;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProblemsTest {
    @TempDir static Path releases;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        server = LiveServer.with(Gazette.TRIG, releases);
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/problem+json",
                "application/json",
                "application/sparql-results+json",
                "text/turtle",
                "image/png"
            })
    void programsGetProblemDetails(String accept) throws Exception {
        HttpResponse<String> response = web.send("PUT", "/sparql", accept, "");
        assertEquals(405, response.statusCode());
        assertEquals("application/problem+json", Web.type(response));
        assertEquals("no-store", Web.header(response, "Cache-Control"));
        assertTrue(Web.header(response, "Vary").contains("Accept"));
        assertEquals("*", Web.header(response, "Access-Control-Allow-Origin"));
        JsonObject problem = JSON.parse(response.body());
        assertEquals("/problems#method-not-allowed", problem.getString("type"));
        assertEquals("Method not known here", problem.getString("title"));
        assertEquals(405, problem.get("status").getAsNumber().value().intValue());
        assertEquals("/sparql", problem.getString("instance"));
        assertTrue(
                problem.getString("detail").startsWith("method: found PUT, expected one of GET"));
    }

    @Test
    void peopleGetAPageAndTerminalsALine() throws Exception {
        HttpResponse<String> page = web.send("PUT", "/sparql", "text/html,*/*;q=0.8", "");
        assertEquals(405, page.statusCode());
        assertTrue(Web.type(page).startsWith("text/html"));
        assertTrue(page.body().contains("<h1>Method not known here</h1>"), page.body());
        HttpResponse<String> line = web.send("PUT", "/sparql", "text/plain", "");
        assertTrue(Web.type(line).startsWith("text/plain"));
        assertTrue(line.body().startsWith("method: found PUT, expected one of"), line.body());
        assertEquals(1, line.body().lines().count());
    }

    @Test
    void everyTypeLeadsToASectionOfOnePage() throws Exception {
        HttpResponse<String> page = web.get("/problems", "text/html");
        assertEquals(200, page.statusCode());
        for (ProblemKind kind : ProblemKind.values()) {
            assertTrue(page.body().contains("<dt id=\"" + kind.slug() + "\">"), kind.slug());
        }
    }

    @ParameterizedTest
    @MethodSource("strayCharacters")
    void characterThatBelongsToNoWordIsShown(
            String query, String detail, int line, int column, String found) throws Exception {
        HttpResponse<String> response = web.query(query, "*/*");
        assertEquals(400, response.statusCode());
        JsonObject problem = JSON.parse(response.body()).getAsObject();
        assertEquals("query:" + line + ":" + column + ": found " + detail, text(problem, "detail"));
        assertEquals(found, text(problem, "found"));
        assertEquals(line, problem.get("line").getAsNumber().value().intValue());
        assertEquals(column, problem.get("column").getAsNumber().value().intValue());
    }

    private static String text(JsonObject problem, String member) {
        return problem.get(member).getAsString().value();
    }

    static Stream<Arguments> strayCharacters() {
        String start = "SELECT * { ?s ?p ";
        return Stream.of(
                Arguments.of(start + "'a\\q' }", "\"q\" after \"'a\\\"", 1, 21, "\"q\""),
                Arguments.of(start + "'it's' }", "\"'\" after \"s\"", 1, 23, "\"'\""),
                Arguments.of(start + "“x” }", "\"“\" (U+201C)", 1, 18, "\"“\" (U+201C)"),
                Arguments.of(start + "\u200b?o }", "U+200B", 1, 18, "U+200B"),
                Arguments.of(start + "\u00a0?o }", "U+00A0", 1, 18, "U+00A0"),
                Arguments.of("SELECT *\n{ _: }", "a space after \"_:\"", 2, 5, "a space"),
                Arguments.of("SELECT *\n{ _:\t}", "a tab after \"_:\"", 2, 5, "a tab"),
                Arguments.of(
                        start + "'a\nb' }",
                        "a line break after \"'a\": before or behind that text a quotation mark is missing",
                        1,
                        20,
                        "a line break"),
                Arguments.of(start + "\"é\\\"b", "the end after \"\"é\\\"b\"", 1, 23, "the end"),
                Arguments.of(
                        start + "'" + "x".repeat(90),
                        "the end after \"'" + "x".repeat(39) + "…\"",
                        1,
                        109,
                        "the end"));
    }

    @Test
    void whatIsWrittenIntoAProblemIsEscaped() throws Exception {
        String evil = "SELECT * { \"<script>alert(1)</script>\" <b>";
        HttpResponse<String> page = web.query(evil, "text/html");
        assertEquals(400, page.statusCode());
        assertFalse(page.body().contains("<script>alert"), page.body());
        HttpResponse<String> json = web.query("SELECT \"\\\" \u0001", "*/*");
        assertEquals(400, JSON.parse(json.body()).get("status").getAsNumber().value().intValue());
    }
}
