package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChanceryServerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir static Path folder;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        Path releases = folder.resolve("releases");
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        Path queries = Files.createDirectories(folder.resolve("queries"));
        Files.writeString(queries.resolve("who.rq"), "# Who is there?\nSELECT * { ?s ?p ?o }\n");
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("gazette.txt"), Gazette.TEXT);
        server = LiveServer.of(releases, usual -> usual.withQueries(queries).withTexts(texts));
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thingAnswersWithWhereItsDescriptionIs() throws Exception {
        HttpResponse<String> response = web.get("/id/agreement/lease", BROWSER);
        assertEquals(303, response.statusCode());
        assertEquals("/id/agreement/lease.html", Web.header(response, "Location"));
        assertEquals("Accept", Web.header(response, "Vary"));
        assertEquals(
                "/id/agreement/lease.ttl",
                Web.header(web.get("/id/agreement/lease", "text/turtle"), "Location"));
        assertEquals(
                "/id/agreement/lease.jsonld",
                Web.header(
                        web.get("/id/agreement/lease", "text/html;q=0.1,application/ld+json"),
                        "Location"));
        assertEquals(406, web.get("/id/agreement/lease", "image/png").statusCode());
    }

    @Test
    void documentAnswersAtOnce() throws Exception {
        for (String path :
                new String[] {
                    "/id/claim/01",
                    "/id/passage/gazette-0-26",
                    "/id/statement/anna-says",
                    "/id/source/gazette",
                    "/id/time/1991",
                    "/id/disagreement/01"
                }) {
            HttpResponse<String> page = web.get(path, BROWSER);
            assertEquals(200, page.statusCode(), path);
            assertEquals(
                    "Accept, Accept-Language, Accept-Encoding", Web.header(page, "Vary"), path);
            assertTrue(Web.type(page).startsWith("text/html"), path);
            HttpResponse<String> turtle = web.get(path, "text/turtle");
            assertEquals(200, turtle.statusCode(), path);
            assertTrue(Web.type(turtle).startsWith("text/turtle"), path);
        }
    }

    @Test
    void everyFormOfADescriptionIsThere() throws Exception {
        for (String ending : new String[] {"html", "ttl", "nt", "jsonld", "rdf"}) {
            HttpResponse<String> response = web.get("/id/agreement/lease." + ending, "*/*");
            assertEquals(200, response.statusCode(), ending);
            assertTrue(response.body().contains("Lease of the radar"), ending);
            assertFalse(response.body().contains("<<("), ending);
        }
        assertEquals(404, web.get("/id/agreement/lease.exe", "*/*").statusCode());
        assertTrue(
                web.get("/id/agreement/lease.nt", "application/n-triples;version=1.2")
                        .body()
                        .contains("<<("));
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        for (String path : new String[] {"/", "/id/claim/01", "/dumps/chancery.ttl"}) {
            HttpResponse<String> get = web.get(path, BROWSER);
            HttpResponse<String> head = web.send("HEAD", path, BROWSER, "");
            assertEquals(200, head.statusCode());
            assertEquals("", head.body());
            assertEquals(Web.type(get), Web.type(head));
            assertEquals(
                    Web.header(get, "Content-Length"), Web.header(head, "Content-Length"), path);
        }
    }

    @Test
    void pagesAreStrictAboutWhatTheyLoad() throws Exception {
        HttpResponse<String> home = web.get("/", BROWSER);
        assertEquals(200, home.statusCode());
        assertTrue(Web.header(home, "Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("nosniff", Web.header(home, "X-Content-Type-Options"));
        assertFalse(home.body().contains("<script>"));
        assertTrue(home.body().contains("Release <a href=\"/.well-known/void\"><code>r1</code>"));
        assertTrue(home.body().contains("Who is there?"));
        assertTrue(Web.type(web.get("/style.css", "*/*")).startsWith("text/css"));
    }

    @Test
    void hostileLabelIsEscapedAndHostileIriIsNoLink() throws Exception {
        String page = web.get("/id/state/south.html", BROWSER).body();
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("href=\"javascript:"), page);
        String query = "SELECT (\"<script>\" AS ?x) { } # </textarea><script>";
        assertFalse(web.query(query, "text/html").body().contains("<script>"));
        assertFalse(web.get("/%3Cscript%3E", BROWSER).body().contains("<script>"));
    }

    @Test
    void claimShowsTheSentenceWithItsPassageIfTheTextIsThere() throws Exception {
        String page = web.get("/id/claim/01", BROWSER).body();
        assertTrue(page.contains("<mark>They signed the lease on 25 January 2002.</mark>"), page);
    }

    @Test
    void otherPathsAnswer() throws Exception {
        for (String path :
                new String[] {
                    "/disagreements",
                    "/queries",
                    "/queries/who.rq",
                    "/ontology",
                    "/class/State",
                    "/dumps/",
                    "/dumps/sources/",
                    "/dumps/sources/gazette.ttl",
                    "/$/ping"
                }) {
            assertEquals(200, web.get(path, BROWSER).statusCode(), path);
        }
        assertTrue(web.get("/ontology", "text/turtle").body().contains("chy:Agreement"));
        assertTrue(Web.type(web.get("/.well-known/void", "*/*")).startsWith("text/turtle"));
        assertEquals(
                "application/sparql-query; charset=utf-8",
                Web.type(web.get("/queries/who.rq", "*/*")).replace(";charset", "; charset"));
    }

    @Test
    void questionLeadsToItsPlaceOnThePageOrIsTheQuery() throws Exception {
        assertEquals("/queries#who", Web.header(web.get("/queries/who", BROWSER), "Location"));
        assertEquals(
                "# Who is there?\nSELECT * { ?s ?p ?o }\n",
                web.get("/queries/who", "application/sparql-query").body());
        assertEquals(404, web.get("/queries/nobody", BROWSER).statusCode());
        assertEquals(404, web.get("/queries/who.png", BROWSER).statusCode());
        assertEquals(404, web.get("/queries/../x", BROWSER).statusCode());
        assertEquals(406, web.get("/queries", "image/png").statusCode());
    }

    @Test
    void whatIsNotThereIs404WithAPage() throws Exception {
        for (String path :
                new String[] {
                    "/nothing",
                    "/id/agreement/none",
                    "/id/agreement/none.ttl",
                    "/class/None",
                    "/queries/none.rq",
                    "/dumps/none",
                    "/dumps/..%2frelease.ttl",
                    "/dumps/%2e%2e/release.ttl",
                    "/release/r0"
                }) {
            HttpResponse<String> response = web.get(path, BROWSER);
            assertTrue(
                    response.statusCode() == 404 || response.statusCode() == 400,
                    path + ": " + response.statusCode());
        }
        HttpResponse<String> page = web.get("/nothing", BROWSER);
        assertTrue(page.body().contains("Nothing is here"), page.body());
    }

    @Test
    void dumpIsNotSentAgainToWhoHasIt() throws Exception {
        HttpResponse<String> first = web.get("/dumps/chancery.ttl", "*/*");
        assertEquals("# nothing in it\n", first.body());
        assertFalse(Web.header(first, "Last-Modified").isEmpty());
        HttpResponse<String> second =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + server.port()
                                                                + "/dumps/chancery.ttl"))
                                        .header("If-None-Match", Web.header(first, "ETag"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(304, second.statusCode());
    }

    @Test
    void portInUseIsSaidInOneLine() {
        int taken = server.port();
        CannotServe e =
                assertThrows(
                        CannotServe.class,
                        () ->
                                ChanceryServer.start(
                                        ServerSettings.of(folder.resolve("releases"), taken),
                                        notice -> {}));
        assertEquals(
                "port %d: found it in use, expected a free port; try --port 0".formatted(taken),
                e.getMessage());
    }

    @Test
    void folderWithoutAReleaseIsSaidInOneLine() {
        Path empty = folder.resolve("empty");
        CannotServe e = assertThrows(CannotServe.class, () -> LiveServer.of(empty));
        assertEquals(empty + ": found no release, expected one in a folder", e.getMessage());
    }
}
