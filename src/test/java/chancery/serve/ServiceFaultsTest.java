package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceLimits;
import chancery.guard.service.ServiceRules;
import chancery.release.ReleaseFixture;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers asked by `SERVICE` that do not behave: each is told of as what it is, never as an
// answer.
@Timeout(120)
class ServiceFaultsTest {
    private static final String ROW =
            "{\"s\":{\"type\":\"uri\",\"value\":\"http://example.org/a\"}}";
    private static final String START = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[";
    private static final String WHOLE = START + ROW + "]}}";
    private static final String OK =
            "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json";

    @TempDir private Path releases;

    @BeforeEach
    void makeRelease() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
    }

    private static ServiceRules rules(ForeignServer foreign) {
        return ServiceRules.of(List.of(AllowedServer.parse(foreign.address(), true)));
    }

    private static ServiceLimits limits() {
        return ServiceLimits.standard();
    }

    private HttpResponse<String> ask(ServiceRules rules, String query) throws Exception {
        return ask(rules, Limits.standard(), query);
    }

    private HttpResponse<String> ask(ServiceRules rules, Limits limits, String query)
            throws Exception {
        try (LiveServer server =
                LiveServer.of(releases, usual -> usual.withServices(rules).withLimits(limits))) {
            return new Web(server.port()).query(query, "text/csv");
        }
    }

    private static String all(ForeignServer foreign) {
        return "SELECT ?s { SERVICE <" + foreign.address() + "> { ?s ?p ?o } }";
    }

    private void assertFails(int status, String reason, ForeignServer foreign) throws Exception {
        assertFails(status, reason, foreign, limits().withSeconds(30));
    }

    private void assertFails(int status, String reason, ForeignServer foreign, ServiceLimits limits)
            throws Exception {
        try (foreign) {
            HttpResponse<String> answer = ask(rules(foreign).withLimits(limits), all(foreign));
            assertEquals(status, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains(reason), answer.body());
            assertEquals(1, foreign.requests().size());
        }
    }

    @Test
    void aWholeAnswerIsTakenWithWhitespaceBehindIt() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE + "\n\n")) {
            HttpResponse<String> answer = ask(rules(foreign), all(foreign));
            assertEquals("s\r\nhttp://example.org/a\r\n", answer.body());
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (ForeignServer elsewhere = ForeignServer.json(WHOLE)) {
            assertFails(
                    502,
                    "status 302, expected 200; redirects are not followed",
                    ForeignServer.saying(
                            "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.address(), ""));
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void anErrorIsToldWithItsStatus() throws Exception {
        assertFails(
                502,
                "status 503, expected 200",
                ForeignServer.saying("HTTP/1.1 503 Busy\r\nRetry-After: 1", ""));
    }

    @Test
    void aPageIsNoAnswer() throws Exception {
        assertFails(
                502,
                "to answer with \\\"text/html\\\", expected SPARQL results in JSON",
                ForeignServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/html", "<p>Hello"));
    }

    @Test
    void garbageIsNoAnswer() throws Exception {
        assertFails(502, "break off or to be no JSON", ForeignServer.json("]]} garbage"));
    }

    @Test
    void otherJsonIsNoAnswer() throws Exception {
        assertFails(502, "SERVICE: found the answer of", ForeignServer.json("{\"rows\":[1,2]}"));
    }

    @Test
    void nothingIsNoAnswer() throws Exception {
        assertFails(502, "SERVICE: found", ForeignServer.json(""));
        assertFails(502, "SERVICE: found", ForeignServer.saying("", ""));
    }

    @Test
    void halfAnAnswerIsNoneHoweverItEnds() throws Exception {
        String half = START + ROW + "," + ROW;
        assertFails(502, "break off or to be no JSON", ForeignServer.saying(OK, half));
        assertFails(
                502,
                "break off or to be no JSON",
                ForeignServer.saying(OK + "\r\nContent-Length: 999", WHOLE));
        assertFails(
                502,
                "break off or to be no JSON",
                ForeignServer.saying(
                        OK + "\r\nTransfer-Encoding: chunked",
                        Integer.toHexString(WHOLE.length()) + "\r\n" + WHOLE + "\r\n"));
    }

    @Test
    void aRemarkBehindTheRowsIsNoPartOfAnAnswer() throws Exception {
        assertFails(502, "break off or to be no JSON", ForeignServer.json(WHOLE + "## timeout ##"));
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() throws Exception {
        assertFails(
                502,
                "answer with more than 100000 bytes",
                new ForeignServer(ServiceFaultsTest::endless),
                limits().withMaxBytes(100_000));
        assertFails(
                502,
                "answer with more than 50 rows",
                new ForeignServer(ServiceFaultsTest::endless),
                limits().withMaxRows(50));
    }

    private static void endless(OutputStream out) throws Exception {
        out.write((OK + "\r\n\r\n" + START + ROW).getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write(("," + ROW).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        assertFails(
                504,
                "found no whole answer of",
                new ForeignServer(out -> new CountDownLatch(1).await()),
                limits().withSeconds(1));
    }

    @Test
    void aServerThatDripsItsHeadersOrRowsIsGivenUp() throws Exception {
        for (String start : List.of("HTTP/1.1 200 OK\r\nX-Long: ", OK + "\r\n\r\n" + START)) {
            assertFails(
                    504,
                    "found no whole answer of",
                    new ForeignServer(out -> drip(start, out)),
                    limits().withSeconds(1));
        }
    }

    /// A space whenever the time slice is over, and never the end.
    private static void drip(String start, OutputStream out) throws Exception {
        out.write(start.getBytes(StandardCharsets.UTF_8));
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
        }
    }

    @Test
    void theQuerysOwnLimitGoesBeforeThatOfTheCall() throws Exception {
        try (ForeignServer foreign = new ForeignServer(out -> new CountDownLatch(1).await())) {
            HttpResponse<String> answer =
                    ask(
                            rules(foreign).withLimits(limits().withSeconds(60)),
                            Limits.standard().withTimeoutSeconds(1),
                            all(foreign).replace("SERVICE", "SERVICE SILENT"));
            assertEquals(503, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("found no end after 1 s"), answer.body());
        }
    }

    @Test
    void silentIsForServersThatFailAndNotForThoseNotAllowed() throws Exception {
        try (ForeignServer foreign = ForeignServer.saying("HTTP/1.1 500 No", "")) {
            String query =
                    "SELECT ?x { VALUES ?x { 1 2 } SERVICE SILENT <%s> { ?x ?p ?o } } ORDER BY ?x";
            HttpResponse<String> answer = ask(rules(foreign), query.formatted(foreign.address()));
            assertEquals("x\r\n1\r\n2\r\n", answer.body());
            HttpResponse<String> refused =
                    ask(rules(foreign), query.formatted("http://localhost:1/sparql"));
            assertEquals(403, refused.statusCode(), refused.body());
        }
    }

    @Test
    void aNameThatLeadsInsideIsRefusedThoughOnTheListAndSilent() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE)) {
            ServiceRules open =
                    ServiceRules.of(List.of(AllowedServer.parse(foreign.address(), false)));
            for (String query :
                    List.of(all(foreign), all(foreign).replace("SERVICE", "SERVICE SILENT"))) {
                HttpResponse<String> answer = ask(open, query);
                assertEquals(403, answer.statusCode(), answer.body());
                assertTrue(answer.body().contains("inside of a network"), answer.body());
            }
            assertEquals(List.of(), foreign.requests());
        }
    }

    /// The first answer is harmless, every further one leads to this machine: whoever looks up a
    /// second time connects there.
    @Test
    void aNameIsLookedUpOnceForEachConnection() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE)) {
            AtomicInteger lookups = new AtomicInteger();
            InetAddress harmless = InetAddress.getByName("127.0.0.2");
            String address = foreign.address().replace("localhost", "rebinding.example");
            ServiceRules rules =
                    ServiceRules.of(List.of(AllowedServer.parse(address, true)))
                            .withNames(
                                    host ->
                                            lookups.getAndIncrement() == 0
                                                    ? List.of(harmless)
                                                    : List.of(InetAddress.getLoopbackAddress()));
            HttpResponse<String> answer =
                    ask(rules, "SELECT ?s { SERVICE <" + address + "> { ?s ?p ?o } }");
            assertEquals(502, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("found no connection"), answer.body());
            assertEquals(1, lookups.get());
            assertEquals(List.of(), foreign.requests());
        }
    }

    @Test
    void oneAddressInsideSpoilsAllOfAName() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE)) {
            String address = foreign.address().replace("localhost", "mixed.example");
            ServiceRules rules =
                    ServiceRules.of(List.of(AllowedServer.parse(address, false)))
                            .withNames(
                                    host ->
                                            List.of(
                                                    InetAddress.getByName("8.8.8.8"),
                                                    InetAddress.getLoopbackAddress()));
            HttpResponse<String> answer =
                    ask(rules, "SELECT ?s { SERVICE <" + address + "> { ?s ?p ?o } }");
            assertEquals(403, answer.statusCode(), answer.body());
        }
    }

    @Test
    void aLookUpThatHangsIsLeftAlone() throws Exception {
        ServiceRules rules =
                ServiceRules.of(List.of(AllowedServer.parse("slow.example", false)))
                        .withLimits(limits().withSeconds(1))
                        .withNames(
                                host -> {
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return List.of();
                                });
        HttpResponse<String> answer =
                ask(rules, "SELECT ?s { SERVICE <https://slow.example/> { ?s ?p ?o } }");
        assertEquals(504, answer.statusCode(), answer.body());
    }

    @Test
    void callsOfOneQueryAreCounted() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE)) {
            String query =
                    "SELECT * { VALUES ?e { %s } SERVICE ?e { ?s ?p ?o } }"
                            .formatted(
                                    ("<"
                                            + foreign.address()
                                            + "?1> <"
                                            + foreign.address()
                                            + "?2>"));
            ServiceRules two = rules(foreign).withLimits(limits().withMaxCalls(2));
            assertEquals(200, ask(two, query).statusCode());
            ServiceRules one = rules(foreign).withLimits(limits().withMaxCalls(1));
            HttpResponse<String> answer = ask(one, query.replace("SERVICE", "SERVICE SILENT"));
            assertEquals(413, answer.statusCode(), answer.body());
            assertEquals(3, foreign.requests().size());
        }
    }

    @Test
    void whatIsSentHasOurNameAndNoSecrets() throws Exception {
        try (ForeignServer foreign = ForeignServer.json(WHOLE)) {
            assertEquals(200, ask(rules(foreign), all(foreign)).statusCode());
            String request = foreign.requests().getFirst();
            assertTrue(request.startsWith("POST /sparql HTTP/1.1\r\n"), request);
            assertTrue(request.contains("User-Agent: Chancery"), request);
            String head = request.toLowerCase(java.util.Locale.ROOT);
            assertFalse(
                    head.contains("cookie:")
                            || head.contains("authorization:")
                            || head.contains("upgrade:"),
                    request);
        }
    }
}
