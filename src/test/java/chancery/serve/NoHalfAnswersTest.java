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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever gets a status of 200 and the end of a body has the whole answer.
@Timeout(120)
class NoHalfAnswersTest {
    private static final int MOST_ROWS = 8_000;

    /// Many more rows than may be, and more than 1 MiB before that.
    private static final String TOO_MANY =
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

    @TempDir static Path releases;
    private static LiveServer server;
    private static Web web;
    private static RawHttp raw;

    @BeforeAll
    static void start() throws Exception {
        server =
                LiveServer.with(
                        Gazette.TRIG,
                        releases,
                        usual ->
                                usual.withLimits(
                                        Limits.standard()
                                                .withTimeoutSeconds(20)
                                                .withMaxRows(MOST_ROWS)));
        web = server.web();
        raw = new RawHttp(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void anAnswerThatBeganIsBrokenOffForEveryClient(String accept) throws Exception {
        for (String coding : new String[] {"identity", "gzip", "zstd"}) {
            for (String[] version :
                    new String[][] {
                        {"HTTP/1.1", ""},
                        {"HTTP/1.1", "Connection: close\r\n"},
                        {"HTTP/1.0", ""},
                        {"HTTP/1.0", "Connection: keep-alive\r\n"}
                    }) {
                RawHttp.Answer answer =
                        raw.send(
                                "GET /sparql?query=%s %s\r\nHost: localhost\r\nAccept: %s\r\n%sAccept-Encoding: %s\r\n\r\n"
                                        .formatted(
                                                Web.encode(TOO_MANY),
                                                version[0],
                                                accept,
                                                version[1],
                                                coding));
                String what = accept + " " + coding + " " + String.join(" ", version);
                // a reset may overtake the first bytes
                assertTrue(answer.head().isEmpty() || answer.status() == 200, what);
                assertFalse(answer.isComplete(), what);
                assertTrue(answer.isReset(), what);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/sparql-results+json", "text/csv"})
    void theClientOfTheJdkNotices(String accept) {
        assertThrows(IOException.class, () -> web.query(TOO_MANY, accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/tab-separated-values"})
    void aLimitBeforeTheFirstByteIsAStatusWithAReason(String accept) throws Exception {
        HttpResponse<String> response =
                web.query("SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", accept);
        assertEquals(413, response.statusCode());
        assertEquals("answer: found more than 8000 rows, expected fewer\n", Web.detail(response));
        assertTrue(response.body().contains("/problems#answer-too-large"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/ld+json"})
    void aGraphThatIsTooLargeIsRefused(String accept) throws Exception {
        String query =
                "CONSTRUCT { ?a ?b ?c . ?d ?e ?f } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
        HttpResponse<String> response = web.query(query, accept);
        assertEquals(413, response.statusCode());
        assertTrue(Web.detail(response).startsWith("answer: found more than 8000 rows"));
    }

    @Test
    void aPageSaysWhichRowsItShowsAndLeadsToTheNext() throws Exception {
        HttpResponse<String> page =
                web.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "text/html");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(">Rows 1 to "), page.body().substring(0, 2_000));
        assertTrue(page.body().contains(">Next rows</a>"));
    }

    @Test
    void limitsAreToldInHeadersAndInTheDescription() throws Exception {
        HttpResponse<String> response = web.query("ASK {}", "*/*");
        assertEquals(
                "rows=8000, bytes=268435456, seconds=20, characters=100000",
                Web.header(response, "Chancery-Limits"));
        String description = web.get("/sparql", "application/n-triples").body();
        assertTrue(description.contains("\"8000\""), description);
        assertTrue(description.contains("\"268435456\""));
    }
}
