package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceLimits;
import chancery.guard.service.ServiceRules;
import chancery.serve.ForeignServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static final int MOST_BYTES = 100_000;
    private static final int MOST_ROWS = 50;
    private static final ServiceLimits LIMITS =
            ServiceLimits.standard()
                    .withSeconds(60)
                    .withMaxBytes(MOST_BYTES)
                    .withMaxRows(MOST_ROWS)
                    .withMaxCalls(2);

    private static final AtomicInteger LOOKUPS = new AtomicInteger();

    @TempDir private static Path releases;
    private static ForeignServer foreign;

    /// One that gives a call a minute, one a second, and one that gives the query a second.
    private static LiveServer patient;
    private static LiveServer impatient;
    private static LiveServer brief;

    @BeforeAll
    static void start() throws Exception {
        foreign = new ForeignServer(out -> {});
        List<AllowedServer> servers =
                List.of(
                        AllowedServer.parse(foreign.address(), true),
                        AllowedServer.parse(at("rebinding.example"), true),
                        AllowedServer.parse(at("inside.example"), false),
                        AllowedServer.parse(at("mixed.example"), false),
                        AllowedServer.parse(at("slow.example"), false));
        ServiceRules rules = ServiceRules.of(servers).withNames(ServiceFaultsTest::lookUp);
        ServiceRules hasty = rules.withLimits(LIMITS.withSeconds(1));
        patient =
                LiveServer.with(
                        Gazette.TRIG,
                        releases,
                        usual -> usual.withServices(rules.withLimits(LIMITS)));
        impatient = LiveServer.of(releases, usual -> usual.withServices(hasty));
        brief =
                LiveServer.of(
                        releases,
                        usual ->
                                usual.withServices(rules.withLimits(LIMITS))
                                        .withLimits(Limits.standard().withTimeoutSeconds(1)));
    }

    @AfterAll
    static void stop() throws Exception {
        brief.close();
        impatient.close();
        patient.close();
        foreign.close();
    }

    private static String at(String host) {
        return foreign.address().replace("localhost", host);
    }

    /// The first answer about the rebinding host is harmless, every further one leads to this
    /// machine: whoever looks up a second time connects there.
    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        InetAddress here = InetAddress.getLoopbackAddress();
        return switch (host) {
            case "localhost", "inside.example" -> List.of(here);
            case "mixed.example" -> List.of(InetAddress.getByName("8.8.8.8"), here);
            case "rebinding.example" ->
                    LOOKUPS.getAndIncrement() == 0
                            ? List.of(InetAddress.getByName("127.0.0.2"))
                            : List.of(here);
            default -> {
                hang();
                throw new UnknownHostException(host);
            }
        };
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> ask(LiveServer server, String query) throws Exception {
        return server.web().query(query, "text/csv");
    }

    private static String all(String address) {
        return "SELECT ?s { SERVICE <" + address + "> { ?s ?p ?o } }";
    }

    private static String all() {
        return all(foreign.address());
    }

    private static void assertFails(int status, String reason, Script script) throws Exception {
        assertFails(status, reason, script, patient);
    }

    private static void assertFails(int status, String reason, Script script, LiveServer server)
            throws Exception {
        foreign.answer(script);
        HttpResponse<String> answer = ask(server, all());
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(reason), answer.body());
        assertEquals(1, foreign.requests().size());
    }

    private static Script json(String body) {
        return ForeignServer.script(
                OK + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    @Test
    void aWholeAnswerIsTakenWithWhitespaceBehindIt() throws Exception {
        foreign.answer(json(WHOLE + "\n\n"));
        assertEquals("s\r\nhttp://example.org/a\r\n", ask(patient, all()).body());
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (ForeignServer elsewhere = ForeignServer.json(WHOLE)) {
            assertFails(
                    502,
                    "status 302, expected 200; redirects are not followed",
                    ForeignServer.script(
                            "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.address(), ""));
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void anErrorIsToldWithItsStatus() throws Exception {
        assertFails(
                502,
                "status 503, expected 200",
                ForeignServer.script("HTTP/1.1 503 Busy\r\nRetry-After: 1", ""));
    }

    @Test
    void aPageIsNoAnswer() throws Exception {
        assertFails(
                502,
                "to answer with \\\"text/html\\\", expected SPARQL results in JSON",
                ForeignServer.script("HTTP/1.1 200 OK\r\nContent-Type: text/html", "<p>Hello"));
    }

    @Test
    void garbageIsNoAnswer() throws Exception {
        assertFails(502, "break off or to be no JSON", json("]]} garbage"));
    }

    @Test
    void otherJsonIsNoAnswer() throws Exception {
        assertFails(502, "SERVICE: found the answer of", json("{\"rows\":[1,2]}"));
    }

    @Test
    void nothingIsNoAnswer() throws Exception {
        assertFails(502, "SERVICE: found", json(""));
        assertFails(502, "SERVICE: found", ForeignServer.script("", ""));
    }

    @Test
    void halfAnAnswerIsNoneHoweverItEnds() throws Exception {
        String half = START + ROW + "," + ROW;
        assertFails(502, "break off or to be no JSON", ForeignServer.script(OK, half));
        assertFails(
                502,
                "break off or to be no JSON",
                ForeignServer.script(OK + "\r\nContent-Length: 999", WHOLE));
        assertFails(
                502,
                "break off or to be no JSON",
                ForeignServer.script(
                        OK + "\r\nTransfer-Encoding: chunked",
                        Integer.toHexString(WHOLE.length()) + "\r\n" + WHOLE + "\r\n"));
    }

    @Test
    void aRemarkBehindTheRowsIsNoPartOfAnAnswer() throws Exception {
        assertFails(502, "break off or to be no JSON", json(WHOLE + "## timeout ##"));
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() throws Exception {
        String bytes = "answer with more than " + MOST_BYTES + " bytes";
        assertFails(502, bytes, out -> endless(START + "{\"s\":{\"value\":\"", "a", out));
        assertFails(502, bytes, out -> endless("", " ", out));
        assertFails(
                502,
                "answer with more than " + MOST_ROWS + " rows",
                out -> endless(START + ROW, "," + ROW, out));
    }

    private static void endless(String start, String again, OutputStream out) throws Exception {
        out.write((OK + "\r\n\r\n" + start).getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write(again.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCompressedAnswerIsReadAndCountedUncompressed() throws Exception {
        for (String coding : List.of("gzip", "GZIP")) {
            foreign.answer(gzip(coding, zipped(WHOLE)));
            assertEquals("s\r\nhttp://example.org/a\r\n", ask(patient, all()).body());
        }
        byte[] bomb = zipped(WHOLE + " ".repeat(MOST_BYTES * 100));
        assertTrue(bomb.length < MOST_BYTES, "small until it is opened");
        assertFails(502, "answer with more than " + MOST_BYTES + " bytes", gzip("gzip", bomb));
        byte[] text = zipped(START + "{\"s\":{\"value\":\"" + "a".repeat(MOST_BYTES * 100));
        assertFails(502, "answer with more than " + MOST_BYTES + " bytes", gzip("gzip", text));
    }

    @Test
    void aCompressedAnswerThatIsHalfOrNoneIsNoAnswer() throws Exception {
        byte[] whole = zipped(WHOLE);
        assertFails(
                502,
                "break off or to be no JSON",
                gzip("gzip", Arrays.copyOf(whole, whole.length / 2)));
        assertFails(
                502,
                "break off or to be no JSON",
                gzip("gzip", WHOLE.getBytes(StandardCharsets.UTF_8)));
        assertFails(502, "expected SPARQL results in JSON", gzip("br", whole));
        assertFails(502, "expected SPARQL results in JSON", gzip("gzip, gzip", whole));
    }

    private static Script gzip(String coding, byte[] body) {
        return ForeignServer.script(
                OK + "\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length,
                body);
    }

    private static byte[] zipped(String text) throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        assertFails(504, "found no whole answer of", out -> hang(), impatient);
    }

    @Test
    void aServerThatDripsItsHeadersOrRowsIsGivenUp() throws Exception {
        for (String start : List.of("HTTP/1.1 200 OK\r\nX-Long: ", OK + "\r\n\r\n" + START)) {
            assertFails(504, "found no whole answer of", out -> drip(start, out), impatient);
        }
    }

    /// A space whenever the time slice is over, and never the end.
    private static void drip(String start, OutputStream out) throws Exception {
        out.write(start.getBytes(StandardCharsets.UTF_8));
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(20, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
        }
    }

    @Test
    void theQuerysOwnLimitGoesBeforeThatOfTheCall() throws Exception {
        foreign.answer(out -> hang());
        HttpResponse<String> answer = ask(brief, all().replace("SERVICE", "SERVICE SILENT"));
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("found no end after 1 s"), answer.body());
    }

    @Test
    void silentIsForServersThatFailAndNotForThoseNotAllowed() throws Exception {
        foreign.answer(ForeignServer.script("HTTP/1.1 500 No", ""));
        String query =
                "SELECT ?x { VALUES ?x { 1 2 } SERVICE SILENT <%s> { ?x ?p ?o } } ORDER BY ?x";
        HttpResponse<String> answer = ask(patient, query.formatted(foreign.address()));
        assertEquals("x\r\n1\r\n2\r\n", answer.body());
        HttpResponse<String> refused = ask(patient, query.formatted("http://localhost:1/sparql"));
        assertEquals(403, refused.statusCode(), refused.body());
    }

    @Test
    void aNameThatLeadsInsideIsRefusedThoughOnTheListAndSilent() throws Exception {
        foreign.answer(json(WHOLE));
        for (String host : List.of("inside.example", "mixed.example")) {
            String query = all(at(host));
            for (String each : List.of(query, query.replace("SERVICE", "SERVICE SILENT"))) {
                HttpResponse<String> answer = ask(patient, each);
                assertEquals(403, answer.statusCode(), answer.body());
                assertTrue(answer.body().contains("inside of a network"), answer.body());
            }
        }
        assertEquals(List.of(), foreign.requests());
    }

    @Test
    void aNameIsLookedUpOnceForEachConnection() throws Exception {
        foreign.answer(json(WHOLE));
        HttpResponse<String> answer = ask(patient, all(at("rebinding.example")));
        assertEquals(502, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("found no connection"), answer.body());
        assertEquals(1, LOOKUPS.get());
        assertEquals(List.of(), foreign.requests());
    }

    @Test
    void aLookUpThatHangsIsLeftAlone() throws Exception {
        HttpResponse<String> answer = ask(impatient, all(at("slow.example")));
        assertEquals(504, answer.statusCode(), answer.body());
    }

    @Test
    void callsOfOneQueryAreCounted() throws Exception {
        foreign.answer(json(WHOLE));
        String query = "SELECT * { VALUES ?e { %s } SERVICE SILENT ?e { ?s ?p ?o } }";
        String two = "<%1$s?1> <%1$s?2>".formatted(foreign.address());
        assertEquals(200, ask(patient, query.formatted(two)).statusCode());
        String three = two + " <" + foreign.address() + "?3>";
        HttpResponse<String> answer = ask(patient, query.formatted(three));
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals(4, foreign.requests().size());
    }

    @Test
    void whatIsSentHasOurNameAndNoSecrets() throws Exception {
        foreign.answer(json(WHOLE));
        assertEquals(200, ask(patient, all()).statusCode());
        String request = foreign.requests().getFirst();
        assertTrue(request.startsWith("POST /sparql HTTP/1.1\r\n"), request);
        assertTrue(request.contains("User-Agent: Chancery"), request);
        String head = request.toLowerCase(Locale.ROOT);
        assertFalse(
                head.contains("cookie:")
                        || head.contains("authorization:")
                        || head.contains("upgrade:"),
                request);
    }
}
