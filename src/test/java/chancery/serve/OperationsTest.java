package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.client.Admissions;
import chancery.guard.client.Budget;
import chancery.release.ReleaseFixture;
import chancery.serve.operate.Operating;
import chancery.serve.operate.OperatorLog;
import chancery.serve.operate.SlowQuery;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OperationsTest {
    private static final String STATES =
            "SELECT ?s { ?s a <https://w3id.org/chancery/ontology#State> }";

    @TempDir Path releases;

    @BeforeEach
    void release() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
    }

    private LiveServer start(Operating operating) throws CannotServe {
        return LiveServer.of(releases, usual -> usual.withOperating(operating));
    }

    @Test
    void adminPortTellsThatTheServerIsReadyAndWhatItServes() throws Exception {
        try (LiveServer server = start(Operating.standard().withAdminPort(0))) {
            Web admin = server.admin();
            HttpResponse<String> ready = admin.get("/$/ready", "*/*");
            assertEquals(200, ready.statusCode());
            assertEquals("ready\n", ready.body());
            assertEquals("alive\n", admin.get("/$/ping", "*/*").body());
            assertEquals(404, admin.get("/sparql?query=ASK%20%7B%7D", "*/*").statusCode());
            assertEquals(405, admin.send("POST", "/$/ready", "*/*", "x").statusCode());
            String metrics = admin.get("/$/metrics", "*/*").body();
            assertTrue(metrics.contains("chancery_release_info{release=\"r1\"} 1\n"), metrics);
            assertTrue(metrics.contains("chancery_ready 1.0"), metrics);
            assertTrue(metrics.contains("chancery_queries_running 0.0"), metrics);
            assertTrue(
                    metrics.contains("chancery_queries_refused_total{reason=\"budget\"} 0.0"),
                    metrics);
            assertTrue(metrics.contains("jvm_memory_used_bytes{area=\"heap\""), metrics);
        }
    }

    @Test
    void publicPortHasNeitherMetricsNorReadiness() throws Exception {
        try (LiveServer server = start(Operating.standard())) {
            Web web = server.web();
            assertTrue(server.adminPort().isEmpty());
            assertEquals(200, web.get("/$/ping", "*/*").statusCode());
            for (String path : List.of("/$/metrics", "/$/ready", "/$/stats", "/$/server")) {
                assertEquals(404, web.get(path, "*/*").statusCode(), path);
            }
        }
    }

    @Test
    void metricsCountRequestsByOutcome() throws Exception {
        try (LiveServer server = start(Operating.standard().withAdminPort(0))) {
            Web web = server.web();
            web.query(STATES, "text/csv");
            web.query("SELECT nonsense", "text/csv");
            web.get("/id/state/no-such-thing", "*/*");
            String metrics = server.admin().get("/$/metrics", "*/*").body();
            assertTrue(counts(metrics, "sparql", "answered"), metrics);
            assertTrue(metrics.contains("form=\"select\""), metrics);
            assertTrue(counts(metrics, "id", "not-found"), metrics);
            assertFalse(metrics.contains("no-such-thing"), metrics);
            assertTrue(
                    metrics.lines()
                            .anyMatch(
                                    line ->
                                            line.startsWith("chancery_requests_seconds_count")
                                                    && line.contains("service=\"sparql\"")
                                                    && !line.contains("answered")),
                    metrics);
        }
    }

    @Test
    void metricsTellOfTheAnswersThatAreKept() throws Exception {
        try (LiveServer server = start(Operating.standard().withAdminPort(0))) {
            Web web = server.web();
            web.query(STATES, "text/csv");
            web.query(STATES, "text/csv");
            web.query(STATES + " # again", "text/csv");
            String metrics = server.admin().get("/$/metrics", "*/*").body();
            for (String line :
                    List.of(
                            "requests_total{result=\"hit\"} 2.0",
                            "requests_total{result=\"miss\"} 1.0",
                            "requests_total{result=\"shared\"} 0.0",
                            "evicted_total 0.0",
                            "entries 1.0")) {
                assertTrue(metrics.contains("\nchancery_cache_" + line + "\n"), metrics);
            }
            assertTrue(
                    metrics.lines()
                            .filter(line -> line.startsWith("chancery_cache_size_bytes "))
                            .anyMatch(line -> !line.endsWith(" 0.0")),
                    metrics);
            assertTrue(counts(metrics, "sparql", "cached"), metrics);
        }
    }

    @Test
    void anAnswerThatIsBrokenOffIsNotCountedAsAnswered() throws Exception {
        try (LiveServer server =
                LiveServer.of(
                        releases,
                        usual ->
                                usual.withLimits(Limits.standard().withMaxRows(100_000))
                                        .withOperating(Operating.standard().withAdminPort(0)))) {
            String tooMany =
                    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }";
            assertThrows(
                    IOException.class, () -> new Web(server.port()).query(tooMany, "text/csv"));
            String metrics = server.admin().get("/$/metrics", "*/*").body();
            assertTrue(counts(metrics, "sparql", "broken-off"), metrics);
            assertFalse(counts(metrics, "sparql", "answered"), metrics);
        }
    }

    private static boolean counts(String metrics, String service, String outcome) {
        return metrics.lines()
                .anyMatch(
                        line ->
                                line.startsWith("chancery_requests_seconds_count")
                                        && line.contains("service=\"" + service + "\"")
                                        && line.contains("outcome=\"" + outcome + "\""));
    }

    @Test
    void serverWhoseReleaseIsDoubtedIsNotReadyUntilItIsOpenedAnew() throws Exception {
        Current current = new Current(Served.open(releases.resolve("r1")));
        try (current;
                Operations operations =
                        new Operations(
                                Operating.standard().withAdminPort(0),
                                current,
                                new Admissions(1, Budget.standard()),
                                Optional::empty)) {
            operations.start();
            Web admin = new Web(operations.adminPort().orElseThrow());
            assertEquals("starting\n", admin.get("/$/ready", "*/*").body());
            operations.listening();
            assertEquals(200, admin.get("/$/ready", "*/*").statusCode());
            current.distrust();
            HttpResponse<String> doubted = admin.get("/$/ready", "*/*");
            assertEquals(503, doubted.statusCode());
            assertEquals("opening the release anew after a lack of memory\n", doubted.body());
            assertTrue(admin.get("/$/metrics", "*/*").body().contains("chancery_ready 0.0"));
            current.replace(Served.open(releases.resolve("r1")));
            assertEquals(200, admin.get("/$/ready", "*/*").statusCode());
        }
    }

    @Test
    void serverThatStopsGoesOnForAsLongAsItIsToldButIsNotReady() throws Exception {
        Operating slow =
                new Operating(
                        "localhost",
                        Optional.of(0),
                        Optional.empty(),
                        told -> {},
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        List.of());
        LiveServer server = start(slow);
        Thread stopping = new Thread(server::close);
        try {
            Web admin = server.admin();
            stopping.start();
            while (admin.get("/$/ready", "*/*").statusCode() == 200) {
                Thread.onSpinWait();
            }
            assertEquals("stopping\n", admin.get("/$/ready", "*/*").body());
            HttpResponse<String> answer = new Web(server.port()).query(STATES, "text/csv");
            assertEquals(200, answer.statusCode());
            assertEquals("close", Web.header(answer, "Connection"));
        } finally {
            stopping.join();
        }
        assertThrows(IOException.class, () -> new Web(server.port()).get("/$/ping", "*/*"));
    }

    @Test
    void slowQueriesAreToldWithoutWhoAsked() throws Exception {
        List<SlowQuery> told = Collections.synchronizedList(new ArrayList<>());
        Operating operating = Operating.standard().withSlowQueries(Duration.ZERO, told::add);
        try (LiveServer server = start(operating)) {
            Web web = server.web();
            web.query(STATES, "text/csv");
            web.get("/", "*/*");
            while (told.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        SlowQuery slow = told.get(0);
        assertEquals(1, told.size());
        assertEquals("answered", slow.outcome());
        assertEquals(STATES, slow.query());
        assertEquals("r1", slow.release());
        assertTrue(slow.bytes() > 0);
        assertFalse(slow.toString().contains("127.0.0.1"));
    }

    @Test
    void logIsLinesForPeopleOrOneObjectALine() {
        List<String> line = new ArrayList<>();
        OperatorLog json = new OperatorLog(OperatorLog.Format.JSON, line::add);
        json.notice("serving \"r2\"\nnow");
        JsonObject notice = JSON.parse(line.getLast());
        assertEquals(1, line.getLast().lines().count());
        assertEquals("serving \"r2\"\nnow", notice.get("message").getAsString().value());
        SlowQuery slow = new SlowQuery(Instant.EPOCH, 1_500, "time-limit", 7, "SELECT *\n{}", "r1");
        json.slowQuery(slow);
        JsonObject told = JSON.parse(line.getLast());
        assertEquals(1, line.getLast().lines().count());
        assertEquals(1_500, told.get("millis").getAsNumber().value().intValue());
        assertEquals("SELECT *\n{}", told.get("query").getAsString().value());
        new OperatorLog(OperatorLog.Format.TEXT, line::add).slowQuery(slow);
        assertEquals(
                "1970-01-01T00:00:00Z slow query: 1500 ms, time-limit, 7 bytes, release r1:"
                        + " SELECT * {}",
                line.getLast());
        assertEquals(
                2_001,
                new SlowQuery(Instant.EPOCH, 1, "answered", 1, "x".repeat(9_999), "r1")
                        .query()
                        .length());
    }

    @Test
    void adminPortThatIsInUseIsARefusal() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            CannotServe e =
                    assertThrows(
                            CannotServe.class,
                            () -> start(Operating.standard().withAdminPort(taken.getLocalPort())));
            assertTrue(
                    String.valueOf(e.getMessage())
                            .startsWith(
                                    "admin port " + taken.getLocalPort() + " on \"localhost\""));
        }
    }
}
