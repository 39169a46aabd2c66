package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.guard.Limits;
import chancery.guard.endpoint.EndpointAddress;
import chancery.release.ReleaseFixture;
import chancery.serve.operate.Operating;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
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

    /// The store's own functions, and whom it would ask, are out of reach from every place in which
    /// an expression can stand; so they are without a store.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s a chy:State } ORDER BY CALL",
                "SELECT ?s { ?s a chy:State } ORDER BY DESC(CALL) LIMIT 2",
                "SELECT ?s { ?s a chy:State } ORDER BY (1) CALL",
                "SELECT (MAX(CALL) AS ?m) {}",
                "SELECT (GROUP_CONCAT(DISTINCT CALL) AS ?m) { ?s a chy:State }",
                "SELECT (COUNT(CALL) AS ?m) { ?s a chy:State } GROUP BY ?s",
                "SELECT (SAMPLE(IF(CALL, 1, 2)) AS ?m) { ?s a chy:State }",
                "SELECT ?t { ?s a chy:State, ?t } GROUP BY ?t ORDER BY (MIN(CALL))",
                "SELECT ?t { ?s a chy:State, ?t } GROUP BY ?t HAVING (MIN(CALL) = 1)",
                "SELECT ?t { ?s a chy:State, ?t } GROUP BY ?t HAVING (CALL)",
                "SELECT ?c { ?s a chy:State } GROUP BY (CALL AS ?c)",
                "SELECT (CALL AS ?c) { ?s a chy:State }",
                "SELECT * { ?s a chy:State BIND(CALL AS ?c) }",
                "SELECT * { ?s a chy:State OPTIONAL { ?s rdfs:label ?l FILTER(CALL) } }",
                "SELECT * { ?s a chy:State MINUS { ?s rdfs:label ?l FILTER(CALL) } }",
                "SELECT * { ?s a chy:State { SELECT ?s { ?s rdfs:label ?l } ORDER BY CALL LIMIT 9 } }",
                "SELECT * { { SELECT (MAX(CALL) AS ?m) { ?s a chy:State } } }",
                "SELECT * { ?s a chy:State FILTER EXISTS { SELECT (MAX(CALL) AS ?m) { ?s ?p ?o } } }",
                "SELECT (SUM(IF(EXISTS { ?s a chy:State FILTER(CALL) }, 1, 0)) AS ?m) { ?s a chy:State }",
                "SELECT (MAX(EXISTS { ?s ?p ?o FILTER(CALL) }) AS ?m) { ?s a chy:State }",
                "ASK { { SELECT ?s { ?s a chy:State } ORDER BY CALL LIMIT 2 } }",
                "CONSTRUCT { ?s a 1 } WHERE { ?s a chy:State } ORDER BY CALL",
                "CONSTRUCT { ?s a 1 } WHERE { { SELECT (MAX(CALL) AS ?s) {} } }",
            })
    void functionsAndServersOfTheStoreAreOutOfReach(String query) throws Exception {
        for (String call :
                List.of(
                        "(<bif:sys_stat>('st_host_name'))",
                        "(<http://jena.apache.org/ARQ/function#now>())",
                        "(EXISTS { SERVICE <http://10.0.0.5/> { ?x ?y ?z } })",
                        "(NOT EXISTS { SERVICE SILENT <http://10.0.0.5/> { ?x ?y ?z } })")) {
            String asked = PREFIXES + query.replace("CALL", call);
            boolean isGraph = query.startsWith("CONSTRUCT");
            String accept = isGraph ? "application/n-triples" : JSON;
            for (LiveServer server : List.of(store, before)) {
                HttpResponse<String> answer = server.web().query(asked, accept);
                assertEquals(403, answer.statusCode(), asked + answer.body());
            }
        }
    }

    /// Each row of the one looks for a first row among the many of the other.
    @Test
    void whatIsNotReadToItsEndHoldsNoConnection() throws Exception {
        String query =
                PREFIXES
                        + "SELECT (COUNT(?x) AS ?n) { ?x a chy:Claim ; chy:no* ?y"
                        + " FILTER EXISTS { ?s rdfs:label ?l } }";
        HttpResponse<String> expected = store.web().query(query, JSON);
        HttpResponse<String> found = before.web().query(query, JSON);
        assertEquals(200, found.statusCode(), found.body());
        assertEquals(expected.body(), found.body());
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

    /// With as many triples as its graphs have together.
    @Test
    void aStoreWhoseDefaultGraphIsAllItsGraphsIsRefused() throws Exception {
        Path nquads = SeedRelease.folder().resolve("dumps/chancery.nq");
        DatasetGraph stored = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(stored, () -> RDFDataMgr.read(stored, nquads.toString()));
        stored.getContext().set(TDB2.symUnionDefaultGraph, true);
        FusekiServer union =
                FusekiServer.create().port(0).loopback(true).add("/sparql", stored).build();
        union.start();
        try {
            assertEquals(
                    ("endpoint %s: found what only <https://w3id.org/chancery/graph/rows> holds in its"
                                    + " default graph too, expected one that is not all graphs together;"
                                    + " such a store is told by --endpoint-default-graph into which graph"
                                    + " chancery.ttl was loaded")
                            .formatted(address(union.getPort())),
                    refusal(address(union.getPort())));
        } finally {
            union.stop();
        }
    }

    /// As they stand in the folder, either could be served by itself.
    @Test
    void noOtherReleaseStandsInForTheOneThatTheStoreDoesNotHold() throws Exception {
        String held =
                """
                PREFIX dcterms: <http://purl.org/dc/terms/>
                <release/r1> a <http://rdfs.org/ns/void#Dataset> ;
                    dcterms:conformsTo <release-format/1> ; dcterms:identifier "r1" .
                """;
        try (LiveServer holding = LiveServer.with(held, folder.resolve("store"))) {
            Path two = folder.resolve("two");
            ReleaseFixture.write(two, "r1", held);
            ReleaseFixture.write(two, "r2", "");
            ReleaseFixture.makeCurrent(two, "r2");
            List<String> notices = new ArrayList<>();
            UnaryOperator<ServerSettings> settings =
                    usual ->
                            usual.withEndpoint(
                                    EndpointAddress.of(address(holding.port()), Optional.empty()));
            CannotServe refusal =
                    assertThrows(
                            CannotServe.class,
                            () -> LiveServer.of(two, settings, notices::add).close());
            assertEquals(
                    "endpoint %s: found release r1 in its default graph, expected release r2"
                            .formatted(address(holding.port())),
                    refusal.getMessage());
            assertEquals(List.of(), notices);
            ReleaseFixture.makeCurrent(two, "r1");
            LiveServer.of(two, settings).close();
        }
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
