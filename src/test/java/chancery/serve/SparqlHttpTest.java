package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The endpoint as clients of HTTP expect it.
@Timeout(60)
class SparqlHttpTest {
    private static final String ALL = "SELECT * { ?s ?p ?o . ?a ?b ?c }";
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    @TempDir static Path releases;
    private static LiveServer server;
    private static Web web;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        server = LiveServer.with(Gazette.TRIG, releases);
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void headSaysWhatGetSays() throws Exception {
        for (String query : new String[] {"ASK {}", ALL, "SELECT (NOW() AS ?n) {}"}) {
            String path = "/sparql?query=" + Web.encode(query);
            HttpResponse<String> get = web.get(path, "*/*");
            HttpResponse<String> head = web.send("HEAD", path, "*/*", "");
            assertEquals(200, head.statusCode());
            assertEquals("", head.body());
            for (String name :
                    List.of("Content-Type", "ETag", "Vary", "Cache-Control", "Content-Length")) {
                assertEquals(Web.header(get, name), Web.header(head, name), name);
            }
        }
    }

    @Test
    void optionsTellMethodsAndTypes() throws Exception {
        HttpResponse<String> options =
                web.raw(
                        "OPTIONS /sparql",
                        List.of(
                                "Access-Control-Request-Method", "QUERY",
                                "Access-Control-Request-Headers", "content-type,if-none-match"));
        assertEquals(204, options.statusCode());
        assertEquals("GET, HEAD, POST, QUERY, OPTIONS", Web.header(options, "Allow"));
        assertEquals(QUERY_TYPE + ", " + FORM_TYPE, Web.header(options, "Accept-Query"));
        assertEquals("*", Web.header(options, "Access-Control-Allow-Origin"));
        assertTrue(Web.header(options, "Access-Control-Allow-Methods").contains("QUERY"));
        String headers = Web.header(options, "Access-Control-Allow-Headers");
        for (String name : List.of("Accept", "Content-Type", "If-None-Match")) {
            assertTrue(headers.contains(name), headers);
        }
        assertEquals("", Web.header(options, "Access-Control-Allow-Credentials"));
    }

    @Test
    void anOriginIsNeverEchoed() throws Exception {
        for (String path :
                new String[] {"/sparql?query=ASK%7B%7D", "/sparql?query=x", "/nowhere"}) {
            HttpResponse<String> response =
                    web.raw("GET " + path, List.of("Origin", "https://evil.example"));
            assertEquals("*", Web.header(response, "Access-Control-Allow-Origin"), path);
            assertEquals("", Web.header(response, "Fuseki-Request-Id"), path);
            assertFalse(response.headers().toString().contains("evil.example"), path);
            assertEquals("", Web.header(response, "Access-Control-Allow-Credentials"), path);
            assertTrue(
                    Web.header(response, "Access-Control-Expose-Headers").contains("ETag"), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void aQueryComesAsABodyToo(String method) throws Exception {
        String graph = "https://w3id.org/chancery/graph/best";
        String plain = "SELECT * { ?s ?p ?o }";
        String parameters = "default-graph-uri=" + Web.encode(graph);
        String direct = send(method, "?" + parameters, QUERY_TYPE, plain).body();
        String form =
                send(method, "", FORM_TYPE, "query=" + Web.encode(plain) + "&" + parameters).body();
        String get = web.get("/sparql?query=" + Web.encode(plain) + "&" + parameters, "*/*").body();
        assertEquals(get, direct);
        assertEquals(get, form);
        assertNotEquals(get, web.query(plain, "*/*").body());
        assertEquals(3, JSON.parse(get).getObj("results").get("bindings").getAsArray().size());
    }

    @Test
    void namedGraphsAreThoseOfTheRequestBeforeThoseOfTheQuery() throws Exception {
        String query = "SELECT DISTINCT ?g FROM NAMED <urn:x> { GRAPH ?g { ?s ?p ?o } }";
        String best = "https://w3id.org/chancery/graph/best";
        String body =
                web.get(
                                "/sparql?named-graph-uri="
                                        + Web.encode(best)
                                        + "&query="
                                        + Web.encode(query),
                                "text/csv")
                        .body();
        assertEquals(List.of("g", best), body.lines().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain, ASK {}, '', 415",
        "POST, application/sparql-update, ASK {}, '', 415",
        "QUERY, application/json, {}, '', 415",
        "POST, application/sparql-query; charset=latin1, ASK {}, '', 415",
        "POST, application/sparql-query, ASK {}, ?query=ASK%7B%7D, 400",
        "POST, application/x-www-form-urlencoded, query=ASK{}&query=ASK{}, '', 400",
        "QUERY, application/x-www-form-urlencoded, other=1, '', 400",
        "GET, '', '', ?query=ASK%7B%7D&query=ASK%7B%7D, 400",
        "GET, '', '', ?query=%ff, 400",
        "PUT, application/sparql-query, ASK {}, '', 405",
        "PATCH, application/sparql-query, ASK {}, '', 405"
    })
    void whatCannotBeReadIsRefused(
            String method, String type, String body, String parameters, int status)
            throws Exception {
        HttpResponse<String> response = send(method, parameters, type, body);
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(Web.detail(response).contains("found"), response.body());
        if (status == 415) {
            assertEquals(QUERY_TYPE + ", " + FORM_TYPE, Web.header(response, "Accept-Query"));
        }
        if (status == 405) {
            assertEquals("GET, HEAD, POST, QUERY, OPTIONS", Web.header(response, "Allow"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void answersPagesAndDataComeCoded(String coding) throws Exception {
        for (String path :
                new String[] {
                    "/sparql?query=" + Web.encode(ALL),
                    "/sparql?query=" + Web.encode("SELECT * { ?s ?p ?o }"),
                    "/",
                    "/sparql"
                }) {
            HttpResponse<byte[]> plain = bytes(path, "identity");
            HttpResponse<byte[]> coded = bytes(path, coding);
            assertEquals(coding, Web.header(coded, "Content-Encoding"), path);
            assertEquals("", Web.header(plain, "Content-Encoding"), path);
            assertArrayEquals(plain.body(), decoded(coding, coded.body()), path);
            assertTrue(Web.header(coded, "Vary").contains("Accept-Encoding"), path);
            assertNotEquals(Web.header(plain, "ETag"), Web.header(coded, "ETag"), path);
            assertTrue(coded.body().length < plain.body().length, path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0.5, zstd;q=0.1 | gzip",
                "gzip, zstd | zstd",
                "gzip;q=0 | ''",
                "identity;q=0.5, gzip;q=0.2 | ''",
                "* | gzip",
                "br | ''"
            })
    void qualitiesDecideTheCoding(String accept, String coding) throws Exception {
        String path = "/sparql?query=" + Web.encode("SELECT * { ?s ?p ?o }");
        assertEquals(coding, Web.header(bytes(path, accept), "Content-Encoding"));
    }

    @Test
    void aTinyAnswerIsNotCodedUnlessItMustBe() throws Exception {
        String path = "/sparql?query=" + Web.encode("ASK {}");
        assertEquals("", Web.header(bytes(path, "gzip"), "Content-Encoding"));
        assertEquals("gzip", Web.header(bytes(path, "gzip, identity;q=0"), "Content-Encoding"));
        assertEquals(406, bytes(path, "identity;q=0, br").statusCode());
    }

    @Test
    void aRepeatWithTheTagIsNotModified() throws Exception {
        String path = "/sparql?query=" + Web.encode("SELECT * { ?s ?p ?o } #" + "tag");
        HttpResponse<String> first = web.get(path, "text/csv");
        String tag = Web.header(first, "ETag");
        assertTrue(tag.startsWith("W/\""), tag);
        assertEquals("no-cache", Web.header(first, "Cache-Control"));
        for (String known : List.of(tag, "*", "\"x\", " + tag, tag.substring(2))) {
            HttpResponse<String> again =
                    web.raw("GET " + path, List.of("Accept", "text/csv", "If-None-Match", known));
            assertEquals(304, again.statusCode(), known);
            assertEquals("", again.body());
            assertEquals(tag, Web.header(again, "ETag"));
        }
        HttpResponse<String> other =
                web.raw("GET " + path, List.of("Accept", "application/json", "If-None-Match", tag));
        assertEquals(200, other.statusCode(), "another form is another answer");
        assertEquals(
                200,
                web.raw(
                                "GET " + path + "&as-of=2005-01-01",
                                List.of("Accept", "text/csv", "If-None-Match", tag))
                        .statusCode(),
                "another point of view too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT (rand() AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(RAND() < 2) } LIMIT 1",
                "SELECT (STR(UUID()) AS ?x) {}",
                "SELECT (STRUUID () AS ?x) {}",
                "SELECT (BNODE() AS ?x) {}",
                "SELECT * { { SELECT (<http://www.w3.org/ns/sparql#rand>() AS ?x) {} } }",
                "PREFIX f: <http://www.w3.org/ns/sparql#> SELECT (f:uuid() AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY RAND() LIMIT 2"
            })
    void whatIsAnotherAnswerEachTimeIsKeptByNobody(String query) throws Exception {
        HttpResponse<String> response = web.query(query, "*/*");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("", Web.header(response, "ETag"));
        assertEquals("no-store", Web.header(response, "Cache-Control"));
        assertEquals("chancery; fwd=bypass", Web.header(response, "Cache-Status"));
    }

    @Test
    void theSameQueryInOtherWordsIsAHit() throws Exception {
        String one = "PREFIX c: <https://w3id.org/chancery/ontology#> SELECT ?x { ?x a c:Person }";
        String two =
                "# again\nSELECT ?x\nWHERE { ?x a <https://w3id.org/chancery/ontology#Person> . }";
        HttpResponse<String> first = web.query(one, "text/csv");
        assertEquals("chancery; fwd=miss; stored", Web.header(first, "Cache-Status"));
        HttpResponse<String> second = web.query(two, "text/csv");
        assertEquals("chancery; hit", Web.header(second, "Cache-Status"));
        assertEquals(first.body(), second.body());
        assertEquals(Web.header(first, "ETag"), Web.header(second, "ETag"));
        HttpResponse<String> posted = send("POST", "", QUERY_TYPE, two, "text/csv");
        assertEquals("chancery; hit", Web.header(posted, "Cache-Status"));
        assertNotEquals(
                first.body(),
                web.query(two.replace("?x", "?y"), "text/csv").body(),
                "names of columns are part of an answer");
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json",
        "xml, application/sparql-results+xml",
        "csv, text/csv",
        "tsv, text/tab-separated-values",
        "html, text/html",
        "text/csv, text/csv",
        "application/sparql-results+xml, application/sparql-results+xml"
    })
    void aTableComesInTheFormNamed(String format, String type) throws Exception {
        String query = Web.encode("SELECT * { ?s ?p ?o } LIMIT 1");
        for (String parameter : new String[] {"format", "output"}) {
            HttpResponse<String> response =
                    web.get(
                            "/sparql?query=%s&%s=%s"
                                    .formatted(query, parameter, Web.encode(format)),
                            "image/png");
            assertEquals(200, response.statusCode(), response.body());
            assertTrue(Web.type(response).startsWith(type), Web.type(response));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "turtle, text/turtle",
        "nt, application/n-triples",
        "ntriples, application/n-triples",
        "jsonld, application/ld+json",
        "trig, application/trig",
        "nq, application/n-quads",
        "rdf/xml, application/rdf+xml",
        "xml, application/rdf+xml"
    })
    void aGraphComesInTheFormNamed(String format, String type) throws Exception {
        String query = Web.encode("CONSTRUCT WHERE { ?s a ?o }");
        HttpResponse<String> response =
                web.get("/sparql?query=" + query + "&format=" + format, "*/*");
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(Web.type(response).startsWith(type), Web.type(response));
        assertTrue(response.body().contains("chancery"), response.body());
    }

    @Test
    void aTruthComesInEveryFormOfATableAndAsText() throws Exception {
        assertEquals("true\n", web.query("ASK {}", "text/plain").body());
        assertEquals(
                "_askResult\ntrue\n", web.query("ASK {}", "text/csv").body().replace("\r", ""));
        assertTrue(web.query("ASK {}", "application/sparql-results+xml").body().contains("true"));
    }

    @Test
    void whatCannotBeHadIsListed() throws Exception {
        HttpResponse<String> table = web.query("SELECT * {}", "image/png");
        assertEquals(406, table.statusCode());
        assertTrue(Web.detail(table).contains("text/tab-separated-values"), table.body());
        HttpResponse<String> graph =
                web.get("/sparql?format=csv&query=" + Web.encode("DESCRIBE <urn:x>"), "*/*");
        assertEquals(406, graph.statusCode());
        assertTrue(Web.detail(graph).contains("application/trig"), graph.body());
    }

    @Test
    void aMistakeInAQueryIsToldWithItsPlace() throws Exception {
        HttpResponse<String> response = web.query("SELECT * {\n  ?s ?p }", "*/*");
        assertEquals(400, response.statusCode());
        assertTrue(Web.detail(response).startsWith("query:2:9: found \"}\""), response.body());
        var problem = JSON.parse(response.body());
        assertEquals("/problems#query-syntax", problem.getString("type"));
        assertEquals(2, problem.get("line").getAsNumber().value().intValue());
        assertEquals(9, problem.get("column").getAsNumber().value().intValue());
        assertTrue(problem.get("expected").getAsArray().size() > 3, response.body());
        String page = web.query("SELECT * {\n  ?s ?p }", "text/html").body();
        assertTrue(page.contains("<mark>  ?s ?p <strong>}</strong></mark>"), page);
        String end = Web.detail(web.query("SELECT * {", "*/*"));
        assertTrue(end.startsWith("query:1:10: found the end"), end);
        String prefix = Web.detail(web.query("SELECT * { a:b ?p ?o }", "*/*"));
        assertTrue(prefix.startsWith("query:1:12: ") && prefix.contains("a:b"), prefix);
        assertEquals(1, Web.detail(web.query("SELECT \u0007", "*/*")).lines().count());
    }

    @Test
    void alsoTheWebServerItselfTellsProblems() throws Exception {
        RawHttp raw = new RawHttp(server.port());
        String close = "Connection: close\r\n\r\n";
        for (String request :
                List.of(
                        "GET /% HTTP/1.1\r\nHost: localhost\r\n" + close,
                        "GET /sparql?query=%zz HTTP/1.1\r\nHost: localhost\r\n" + close,
                        "GET / HTTP/1.1\r\n" + close,
                        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n"
                                + close)) {
            RawHttp.Answer answer = raw.send(request);
            assertTrue(answer.status() == 400 || answer.status() == 413, answer.head());
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        }
    }

    private static HttpResponse<String> send(
            String method, String parameters, String type, String body) throws Exception {
        return send(method, parameters, type, body, "*/*");
    }

    private static HttpResponse<String> send(
            String method, String parameters, String type, String body, String accept)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/sparql" + parameters)).header("Accept", accept);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> bytes(String path, String acceptEncoding) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", acceptEncoding).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static byte[] decoded(String coding, byte[] bytes) throws Exception {
        try (InputStream in =
                coding.equals("gzip")
                        ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                        : new ZstdInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
