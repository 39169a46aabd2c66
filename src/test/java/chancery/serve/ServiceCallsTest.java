package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceLimits;
import chancery.guard.service.ServiceRules;
import chancery.serve.operate.Operating;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls of other servers as the whole of one server sees them: how many at a time, how many of
/// each kind.
@Timeout(120)
class ServiceCallsTest {
    private static final String NOTHING = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";

    @TempDir private Path releases;

    private LiveServer serve(ForeignServer foreign, ServiceLimits limits, int querySeconds)
            throws Exception {
        ServiceRules rules = ServiceRules.of(List.of(AllowedServer.parse(foreign.address(), true)));
        return LiveServer.with(
                Gazette.TRIG,
                releases,
                usual ->
                        usual.withServices(rules.withLimits(limits))
                                .withLimits(Limits.standard().withTimeoutSeconds(querySeconds))
                                .withOperating(Operating.standard().withAdminPort(0)));
    }

    private static HttpResponse<String> ask(LiveServer server, ForeignServer foreign)
            throws Exception {
        return server.web()
                .query("SELECT * { SERVICE <" + foreign.address() + "> { ?s ?p ?o } }", "text/csv");
    }

    @Test
    void oneCallMoreThanThereMayBeIsToldToComeBack() throws Exception {
        CountDownLatch isAsked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        ForeignServer.Script answer =
                ForeignServer.script(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json",
                        NOTHING);
        try (ForeignServer foreign =
                        new ForeignServer(
                                out -> {
                                    isAsked.countDown();
                                    mayAnswer.await();
                                    answer.answer(out);
                                });
                LiveServer server =
                        serve(
                                foreign,
                                ServiceLimits.standard().withMaxConcurrent(1).withSeconds(100),
                                100)) {
            CompletableFuture<Integer> first =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return ask(server, foreign).statusCode();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            isAsked.await();
            HttpResponse<String> second = ask(server, foreign);
            assertEquals(503, second.statusCode(), second.body());
            assertTrue(second.body().contains("found too many calls under way"), second.body());
            assertTrue(Integer.parseInt(Web.header(second, "Retry-After")) > 0);
            assertEquals(1, foreign.requests().size());
            mayAnswer.countDown();
            assertEquals(200, first.join());
            assertEquals(200, ask(server, foreign).statusCode());
            assertEquals(Map.of("answered", 2, "busy", 1), calls(server), "by how they ended");
        }
    }

    @Test
    void aCallForEachRowOfManyIsRefused() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(NOTHING);
                LiveServer server = serve(foreign, ServiceLimits.standard().withMaxCalls(2), 100)) {
            String call = "SERVICE SILENT <" + foreign.address() + "> { ?s ?p ?x }";
            String rows = "VALUES ?x { 1 2 3 4 5 6 7 8 9 } ";
            for (String each :
                    List.of(
                            "OPTIONAL { " + call + " }",
                            "FILTER EXISTS { " + call + " }",
                            "FILTER(EXISTS { SELECT ?s { " + call + " } })",
                            "FILTER NOT EXISTS { OPTIONAL { " + call + " } ?s ?p ?x }",
                            "BIND(EXISTS { " + call + " } AS ?is)")) {
                foreign.requests().clear();
                HttpResponse<String> answer =
                        server.web().query("SELECT * { " + rows + each + " }", "text/csv");
                assertEquals(413, answer.statusCode(), each + answer.body());
                assertTrue(
                        answer.body().contains("more than 2 calls for one query"), answer.body());
                assertEquals(2, foreign.requests().size(), each);
            }
            for (String each : List.of(call, "{ SELECT * { " + call + " } }")) {
                foreign.requests().clear();
                assertEquals(
                        200,
                        server.web()
                                .query("SELECT * { " + rows + each + " }", "text/csv")
                                .statusCode(),
                        each);
                assertEquals(1, foreign.requests().size(), each);
            }
        }
    }

    /// A text of ten characters that was doubled so many times, as `?v`.
    private static String doubled(int times) {
        StringBuilder text = new StringBuilder("BIND('0123456789' AS ?a0) ");
        for (int i = 1; i <= times; i++) {
            text.append("BIND(CONCAT(?a%1$d, ?a%1$d) AS ?a%2$d) ".formatted(i - 1, i));
        }
        return text + "BIND(?a" + times + " AS ?v) ";
    }

    private static int status(LiveServer server, String query) throws Exception {
        return server.web().send("POST", "/sparql", "text/csv", query).statusCode();
    }

    @Test
    void longValuesAreToldInMoreCalls() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(NOTHING);
                LiveServer server = serve(foreign, ServiceLimits.standard(), 100)) {
            String rows = doubled(16) + "VALUES ?i { 1 2 3 4 5 } BIND(CONCAT(?v, STR(?i)) AS ?w) ";
            String call = "SERVICE <" + foreign.address() + "> { ?s ?p ?w }";
            assertEquals(200, status(server, "SELECT ?i { " + rows + call + " }"));
            assertEquals(5, foreign.requests().size());
            assertTrue(foreign.requests().stream().allMatch(sent -> sent.length() < 1 << 20));
        }
    }

    @Test
    void aQuestionThatIsTooLongIsNotSent() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(NOTHING);
                LiveServer server = serve(foreign, ServiceLimits.standard(), 100)) {
            String service = "SERVICE <" + foreign.address() + "> ";
            String twoLongValues = doubled(16) + "BIND(CONCAT(?v, 'x') AS ?w) ";
            String manyLongNames = "p: p: p: . ".repeat(3_000);
            for (String query :
                    List.of(
                            "SELECT * { " + twoLongValues + service + "{ ?v ?p ?w } }",
                            "PREFIX p: <http://x.example/"
                                    + "y".repeat(450)
                                    + "> SELECT * { "
                                    + service
                                    + "{ "
                                    + manyLongNames
                                    + "} }")) {
                HttpResponse<String> answer = server.web().send("POST", "/sparql", "*/*", query);
                assertEquals(413, answer.statusCode(), answer.body());
                assertTrue(
                        answer.body().contains("a question of more than 1048576 characters"),
                        answer.body());
            }
            assertEquals(List.of(), foreign.requests());
        }
    }

    /// What stands inside is for the other server, and nothing of it is worked out here.
    @Test
    void whatGrowsInsideIsSentAsItIsWritten() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(NOTHING);
                LiveServer server = serve(foreign, ServiceLimits.standard(), 100)) {
            String grows = "'a'";
            for (int i = 0; i < 12; i++) {
                grows = "REPLACE(" + grows + ", 'a', 'aaaaaaaaaa')";
            }
            for (String inside : List.of(doubled(60), "BIND(" + grows + " AS ?v)")) {
                foreign.requests().clear();
                String query =
                        "SELECT * { SERVICE <" + foreign.address() + "> { " + inside + " } }";
                assertEquals(200, status(server, query), query);
                assertEquals(1, foreign.requests().size());
                assertTrue(foreign.requests().getFirst().length() < 10_000);
            }
        }
    }

    @Test
    void aCallThatFailsGivesItsPlaceBack() throws Exception {
        try (ForeignServer foreign = ForeignServer.saying("HTTP/1.1 500 No", "");
                LiveServer server =
                        serve(foreign, ServiceLimits.standard().withMaxConcurrent(1), 100)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(502, ask(server, foreign).statusCode());
            }
            assertEquals(Map.of("failed", 3), calls(server));
        }
    }

    @Test
    void metricsTellHowCallsEndedAndNotOfWhom() throws Exception {
        try (ForeignServer foreign = new ForeignServer(out -> new CountDownLatch(1).await());
                LiveServer server =
                        serve(
                                foreign,
                                ServiceLimits.standard().withMaxCalls(1).withSeconds(2),
                                100)) {
            Web web = server.web();
            assertEquals(Map.of(), calls(server));
            assertEquals(504, ask(server, foreign).statusCode());
            assertEquals(Map.of("timed-out", 1), calls(server));
            foreign.answer(ForeignServer.script("HTTP/1.1 500 No", ""));
            String call = "SERVICE SILENT <" + foreign.address() + "> { ?s ?p ?o }";
            assertEquals(200, web.query("SELECT * { " + call + " }", "text/csv").statusCode());
            assertEquals(Map.of("timed-out", 1, "failed", 1), calls(server));
            for (String refused :
                    List.of(
                            "SERVICE <http://secret.example/> { ?s ?p ?o }",
                            "SERVICE ?nobody { ?s ?p ?o }",
                            "VALUES ?e { <http://secret.example/> } SERVICE ?e { ?s ?p ?o }")) {
                int status = web.query("SELECT * { " + refused + " }", "text/csv").statusCode();
                assertTrue(status == 403 || status == 400, refused + status);
            }
            assertEquals(
                    413, web.query("SELECT * { " + call + call + " }", "text/csv").statusCode());
            assertEquals(Map.of("timed-out", 1, "failed", 2, "refused", 4), calls(server));
            String metrics = server.admin().get("/$/metrics", "*/*").body();
            assertFalse(
                    metrics.contains("secret.example")
                            || metrics.contains("127.0.0.1")
                            || metrics.contains(Integer.toString(foreign.port())),
                    metrics);
        }
    }

    @Test
    void aQueryThatEndsBeforeItsCallIsNoFailureOfTheOtherServer() throws Exception {
        try (ForeignServer foreign = new ForeignServer(out -> new CountDownLatch(1).await());
                LiveServer server = serve(foreign, ServiceLimits.standard().withSeconds(100), 1)) {
            assertEquals(503, ask(server, foreign).statusCode());
            assertEquals(Map.of("stopped", 1), calls(server));
        }
    }

    /// Those counted at all.
    private static Map<String, Integer> calls(LiveServer server) throws Exception {
        String name = "chancery_service_calls_total{outcome=\"";
        Map<String, Integer> calls = new TreeMap<>();
        server.admin()
                .get("/$/metrics", "*/*")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).split("\"} "))
                .filter(parts -> Double.parseDouble(parts[1]) > 0)
                .forEach(parts -> calls.put(parts[0], (int) Double.parseDouble(parts[1])));
        return calls;
    }
}
