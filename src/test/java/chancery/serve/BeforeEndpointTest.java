package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.guard.Limits;
import chancery.guard.endpoint.EndpointAddress;
import chancery.serve.operate.Operating;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server before another one's endpoint, which is here one of ours: whatever is asked, both say
/// the same.
@Timeout(180)
class BeforeEndpointTest {
    private static final String JSON = "application/sparql-results+json";
    private static final String PREFIXES =
            "PREFIX chy: <https://w3id.org/chancery/ontology#> "
                    + "PREFIX text: <http://jena.apache.org/text#> "
                    + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                    + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    private static Path releases;
    private static LiveServer store;
    private static LiveServer before;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        releases = SeedRelease.releases();
        store = LiveServer.of(releases);
        before = before(address(store.port()));
    }

    @AfterAll
    static void stop() {
        before.close();
        store.close();
    }

    private static String address(int port) {
        return "http://localhost:" + port + "/sparql";
    }

    private static LiveServer before(String address) throws CannotServe {
        return LiveServer.of(
                releases,
                usual ->
                        usual.withOperating(Operating.standard().withAdminPort(0))
                                .withEndpoint(EndpointAddress.of(address, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/browse, text/html",
        "/id/state/azerbaijan.html, text/html",
        "/id/state/azerbaijan.ttl, text/turtle",
        "/id/no/such-thing, text/html",
        "/id/a%3Eb%20c, text/html",
        "/disagreements, text/html",
        "/class/Agreement, text/html",
        "/search?q=aliyev, text/html",
        "/between/azerbaijan/russia?as-of=2008, text/html",
    })
    void pagesAreThoseOfTheStoresOwnServer(String path, String accept) throws Exception {
        HttpResponse<String> expected = store.web().get(path, accept);
        HttpResponse<String> found = before.web().get(path, accept);
        assertEquals(expected.statusCode(), found.statusCode());
        assertEquals(
                expected.body().replace("localhost:" + store.port(), "HERE"),
                found.body().replace("localhost:" + before.port(), "HERE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?a ?l { ?a a chy:Agreement ; rdfs:label ?l } ORDER BY ?a ?l",
                "SELECT ?l { ?who text:query 'aliyev' ; a chy:Person ; rdfs:label ?l } ORDER BY ?l",
                "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a chy:Claim } } GROUP BY ?g ORDER BY ?g",
                "SELECT (xsd:integer(COUNT(*)) AS ?n) { ?s a chy:State }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#abs>(-2) AS ?n) {}",
                "ASK { ?s a chy:Event }",
                "ASK { ?s a chy:NoSuchThing }",
                "SELECT ?a FROM <https://w3id.org/chancery/graph/best> { ?a a chy:Agreement }",
            })
    void queriesHaveTheRowsOfTheStoresOwnServer(String query) throws Exception {
        HttpResponse<String> expected = store.web().query(PREFIXES + query, JSON);
        HttpResponse<String> found = before.web().query(PREFIXES + query, JSON);
        assertEquals(200, found.statusCode(), found.body());
        assertEquals(expected.body(), found.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a chy:Treaty, chy:Agreement ; rdfs:label ?l }",
                "DESCRIBE <https://w3id.org/chancery/id/state/russia>"
            })
    void graphsAreTheSame(String query) throws Exception {
        String[] expected = lines(store.web().query(PREFIXES + query, "application/n-triples"));
        String[] found = lines(before.web().query(PREFIXES + query, "application/n-triples"));
        assertEquals(Arrays.asList(expected), Arrays.asList(found));
    }

    private static String[] lines(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return response.body().lines().sorted().toArray(String[]::new);
    }

    @Test
    void whatIsNotDoneIsNotSentOn() throws Exception {
        HttpResponse<String> wrong = before.web().query("SELECT * {", JSON);
        assertEquals(400, wrong.statusCode());
        HttpResponse<String> newer =
                before.web().query("SELECT * { ?r <http://example.org/p> <<( ?s ?p ?o )>> }", JSON);
        assertEquals(403, newer.statusCode());
        assertEquals(
                "query: found one that needs SPARQL 1.2, expected SPARQL 1.1: the store behind this"
                        + " service has no triple terms\n",
                Web.detail(newer));
        HttpResponse<String> service =
                before.web().query("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }", JSON);
        assertEquals(403, service.statusCode());
        HttpResponse<String> function =
                before.web().query("SELECT (<java:java.lang.System.exit>(1) AS ?x) {}", JSON);
        assertEquals(403, function.statusCode());
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() throws Exception {
        try (LiveServer strict =
                LiveServer.of(
                        releases,
                        usual ->
                                usual.withLimits(Limits.standard().withMaxRows(10))
                                        .withEndpoint(
                                                EndpointAddress.of(
                                                        address(store.port()),
                                                        Optional.empty())))) {
            String rows = "SELECT * { ?s ?p ?o } LIMIT 11";
            assertEquals(413, strict.web().query(rows, JSON).statusCode());
            String triples = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 11";
            assertEquals(413, strict.web().query(triples, "text/turtle").statusCode());
        }
    }

    @Test
    void aStoreThatGoesIsToldOfAndOneThatComesBackIsAsked() throws Exception {
        LiveServer gone = LiveServer.of(releases);
        int port = gone.port();
        String query = "SELECT (COUNT(*) AS ?n) { ?s a chy:State }";
        try (LiveServer server = before(address(port))) {
            assertEquals(200, server.admin().get("/$/ready", "*/*").statusCode());
            gone.close();
            String nobody = "endpoint " + address(port) + ": found nobody there\n";
            HttpResponse<String> ready = server.admin().get("/$/ready", "*/*");
            assertEquals(503, ready.statusCode());
            assertEquals(nobody, ready.body());
            HttpResponse<String> asked = server.web().query(PREFIXES + query, JSON);
            assertEquals(503, asked.statusCode());
            assertEquals("endpoint: found nobody there\n", Web.detail(asked));
            assertEquals("endpoint-gone", slug(asked));
            HttpResponse<String> page = server.web().get("/id/state/azerbaijan.html", "text/html");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("found nobody there"), page.body());
            // what is a file needs no store
            assertEquals(200, server.web().get("/dumps/best.ttl", "*/*").statusCode());
            try (LiveServer back = LiveServer.of(releases, usual -> usual.withPort(port))) {
                assertEquals(200, back.web().query(PREFIXES + query, JSON).statusCode());
                assertEquals(200, server.admin().get("/$/ready", "*/*").statusCode());
                assertEquals(200, server.web().query(PREFIXES + query, JSON).statusCode());
                String state = "/id/state/azerbaijan.html";
                assertEquals(200, server.web().get(state, "text/html").statusCode());
            }
        }
    }

    private static String slug(HttpResponse<String> problem) {
        return problem.body().replaceFirst("(?s).*/problems#([a-z-]+).*", "$1");
    }

    @Test
    void nothingIsServedBeforeNobodyOrAPageOrAnotherRelease() throws Exception {
        try (ForeignServer page =
                ForeignServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/html", "<html>")) {
            assertEquals(
                    "endpoint %s: found an answer of type \"text/html\", expected SPARQL results in"
                                    .formatted(page.address())
                            + " JSON",
                    refusal(page.address()));
        }
        try (ForeignServer moved =
                ForeignServer.saying("HTTP/1.1 302 Found\r\nLocation: http://localhost:9/", "")) {
            assertEquals(
                    "endpoint %s: found status 302, expected 200".formatted(moved.address()),
                    refusal(moved.address()));
        }
        try (ForeignServer half =
                ForeignServer.saying(
                        "HTTP/1.1 200 OK\r\nContent-Type: " + JSON,
                        "{\"head\":{\"vars\":[\"release\"]},\"results\":{\"bindings\":[")) {
            assertEquals(
                    "endpoint %s: found an answer that breaks off or is none, expected a whole one"
                            .formatted(half.address()),
                    refusal(half.address()));
        }
        assertEquals(
                "endpoint http://localhost:1/sparql: found nobody there",
                refusal("http://localhost:1/sparql"));
        try (LiveServer other = LiveServer.with(Gazette.TRIG, folder)) {
            String id = Files.readString(releases.resolve("current")).strip();
            assertEquals(
                    "endpoint %s: found no release in its default graph, expected release %s"
                            .formatted(address(other.port()), id),
                    refusal(address(other.port())));
        }
    }

    private static String refusal(String address) {
        return String.valueOf(assertThrows(CannotServe.class, () -> before(address)).getMessage());
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotWaitedForForever() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ForeignServer silent = new ForeignServer(out -> over.await())) {
            assertEquals(
                    "endpoint %s: found no whole answer in time".formatted(silent.address()),
                    refusal(silent.address()));
        } finally {
            over.countDown();
        }
    }

    @Test
    void theDatabaseOfTheReleaseMayBeGone() throws Exception {
        String id = Files.readString(releases.resolve("current")).strip();
        Path release = Files.createDirectories(folder.resolve(id));
        try (Stream<Path> files = Files.walk(releases.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = releases.resolve(id).relativize(file);
                if (!name.startsWith("tdb2")) {
                    Files.createDirectories(release.resolve(name).getParent());
                    Files.createLink(release.resolve(name), file);
                }
            }
        }
        Files.createDirectories(release.resolve("tdb2"));
        Files.writeString(folder.resolve("current"), id);
        try (LiveServer server =
                LiveServer.of(
                        folder,
                        usual ->
                                usual.withEndpoint(
                                        EndpointAddress.of(
                                                address(store.port()), Optional.empty())))) {
            assertEquals(200, server.web().get("/disagreements", "text/html").statusCode());
        }
    }
}
