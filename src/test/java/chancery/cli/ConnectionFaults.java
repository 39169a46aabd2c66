package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that do not behave, against a server in a process of its own with 512 MB of memory. It
/// answers others during each of them and afterwards.
class ConnectionFaults {
    private static final String ASK = "/sparql?query=ASK%20%7B%20?s%20?p%20?o%20%7D";
    private static final String ALL =
            "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20.%20?a%20?b%20?c%20%7D";
    private static final String HOST = "Host: localhost\r\n";
    private static final int MANY_THREADS = 300;

    @TempDir private static Path folder;
    private static @Nullable Process server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Path seeds = folder.resolve("seeds");
        Path releases = folder.resolve("releases");
        SmallWorld.write(List.of(), seeds);
        Result built =
                Result.of("build", "--seeds", seeds.toString(), "--releases", releases.toString());
        assertEquals(0, built.exit(), built.err());
        Path out = folder.resolve("out");
        Process started =
                Child.start(
                        out,
                        folder.resolve("err"),
                        List.of(),
                        "serve",
                        "--no-build",
                        "--port",
                        "0",
                        "--releases",
                        releases.toString());
        while (!Files.readString(out).contains("  dumps ") && started.isAlive()) {
            var unused = started.waitFor(20, TimeUnit.MILLISECONDS);
        }
        server = started;
        String said = Files.readString(out);
        port = Integer.parseInt(said.replaceAll("(?s).*http://localhost:([0-9]+)/\\R.*", "$1"));
    }

    @AfterAll
    static void stop() throws Exception {
        Process started = Objects.requireNonNull(server);
        started.destroy();
        started.waitFor();
    }

    @AfterEach
    void theServerAnswersOthers() throws Exception {
        assertTrue(Objects.requireNonNull(server).isAlive(), "the server has ended");
        assertEquals(200, status(get(ASK)));
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static byte[] get(String path) throws IOException {
        return send(
                ("GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends bytes and reads until the server closes; a reset after the answer is one, too.
    private static byte[] send(byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.setSoTimeout(60_000);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request);
                out.flush();
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketException cut) {
                readRest(socket, answer);
            }
        }
        return answer.toByteArray();
    }

    private static void readRest(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException nothingMore) {
            // the server has closed
        }
    }

    private static int status(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("HTTP/1.1 "), () -> "no answer: " + head(text));
        return Integer.parseInt(text.substring(9, 12));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String headers(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void halfOfARequestHoldsNobodyUp() throws Exception {
        long begun = System.nanoTime();
        List<Socket> stalled = new ArrayList<>();
        List<String> halves =
                List.of(
                        "GET /spar",
                        "GET /sparql HTTP/1.1\r\nHost: local",
                        "POST /sparql HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: application/sparql-query\r\n"
                                + "Content-Length: 1000\r\n\r\nSELECT",
                        "POST /sparql HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n5\r\nquery",
                        "POST /reconcile HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 1000\r\n\r\nqueries=");
        for (String half : halves) {
            for (int i = 0; i < MANY_THREADS; i++) {
                Socket socket = connect();
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                stalled.add(socket);
            }
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, status(get(ASK)));
        }
        if (SoakTable.isLong()) {
            assertCutOff(stalled);
        }
        closeAll(stalled);
        SoakTable.row(
                "half a request (line, header, body), then nothing",
                stalled.size(),
                "others are answered; cut off after 30 s",
                begun);
    }

    private static void assertCutOff(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.setSoTimeout(120_000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketException reset) {
                // is cut off as well
            }
            String text = answer.toString(StandardCharsets.ISO_8859_1);
            assertFalse(text.startsWith("HTTP/1.1 200"), () -> head(text));
        }
    }

    @Test
    void whoReadsAByteASecondHoldsNobodyUp() throws Exception {
        long begun = System.nanoTime();
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String path = i % 2 == 0 ? ALL : "/dumps/chancery.nq";
            socket.getOutputStream()
                    .write(
                            ("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        int seconds = SoakTable.times(5, 120);
        for (int second = 0; second < seconds; second++) {
            for (Socket socket : slow) {
                readOne(socket.getInputStream());
            }
            assertTrue(Set.of(200, 503, 429).contains(status(get(ASK))), "an answer");
            assertEquals(200, status(get("/dumps/")));
            Thread.sleep(1000);
        }
        closeAll(slow);
        awaitFree();
        SoakTable.row(
                "clients that read a byte a second, of a query and of a dump",
                slow.size(),
                "others are answered for %d s".formatted(seconds),
                begun);
    }

    private static void readOne(InputStream in) {
        try {
            var unused = in.available() > 0 ? in.read() : 0;
        } catch (IOException cutOff) {
            // it took too long
        }
    }

    /// Until the places of those who left are free.
    private static void awaitFree() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && status(get(ASK)) != 200; i++) {
            Thread.sleep(100);
        }
    }

    @Test
    void connectionsThatDoNothingCostNothing() throws Exception {
        long begun = System.nanoTime();
        int many = SoakTable.times(2_000, 10_000);
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            idle.add(connect());
            if (i % 1000 == 999) {
                assertEquals(200, status(get(ASK)));
            }
        }
        assertEquals(200, status(get(ASK)));
        closeAll(idle);
        SoakTable.row("open connections that ask nothing", many, "others are answered", begun);
    }

    @Test
    void aQueryOf100MegabytesIsRefusedBeforeItIsSent() throws Exception {
        long begun = System.nanoTime();
        String head = "POST /sparql HTTP/1.1\r\n" + HOST + "Connection: close\r\n";
        String type = "Content-Type: application/sparql-query\r\n";
        byte[] announced =
                (head + type + "Content-Length: 100000000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        assertEquals(413, status(send(announced)));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long sent = 0;
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    (head + type + "Transfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk =
                    ("10000\r\n" + "#".repeat(0x10000) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            try {
                while (sent < 100_000_000 && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException refused) {
                // what it said is read below
            }
            readRest(socket, answer);
        }
        assertTrue(sent < 30_000_000, sent + " bytes were taken");
        assertEquals(413, status(answer.toByteArray()));
        SoakTable.row("a query of 100 MB, announced or in chunks", 2, "413 early", begun);
    }

    @Test
    void anAddressOrAHeaderOfAMegabyteIsRefused() throws Exception {
        long begun = System.nanoTime();
        String endless = "a".repeat(1 << 20);
        Set<Integer> refusals = Set.of(400, 414, 431);
        assertTrue(refusals.contains(status(get("/sparql?query=" + endless))));
        assertTrue(refusals.contains(status(get("/id/" + endless))));
        byte[] header =
                ("GET / HTTP/1.1\r\n" + HOST + "Accept: " + endless + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        assertTrue(refusals.contains(status(send(header))));
        SoakTable.row("an address or header of 1 MB", 3, "414 or 431", begun);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedOrNotFoundAndNeverOurFault() throws Exception {
        long begun = System.nanoTime();
        String bad = "\u00ff\u00fe\u00c3(";
        List<String> requests =
                List.of(
                        "GET /sparql?query=%ff%fe%c3%28 HTTP/1.1\r\n" + HOST,
                        "GET /id/%ff%fe HTTP/1.1\r\n" + HOST,
                        "GET /search?q=%ff%c0%80 HTTP/1.1\r\n" + HOST,
                        "GET /claims?subject=%ff HTTP/1.1\r\n" + HOST,
                        "GET /dumps/%c0%ae%c0%ae/x HTTP/1.1\r\n" + HOST,
                        "GET /" + bad + " HTTP/1.1\r\n" + HOST,
                        "GET /sparql?query=" + bad + " HTTP/1.1\r\n" + HOST,
                        "GET / HTTP/1.1\r\n" + HOST + "Accept: " + bad + "\r\n",
                        "GET / HTTP/1.1\r\nHost: " + bad + "\r\n",
                        "GET " + ASK + " HTTP/1.1\r\n" + HOST + "Accept-Language: " + bad + "\r\n",
                        "GET /\u0000 HTTP/1.1\r\n" + HOST,
                        "GET /%00 HTTP/1.1\r\n" + HOST);
        for (String request : requests) {
            byte[] bytes =
                    (request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            int status = status(send(bytes));
            assertTrue(status < 500, request + ": " + status);
        }
        for (String type :
                List.of("application/sparql-query", "application/x-www-form-urlencoded")) {
            String request =
                    "POST /sparql HTTP/1.1\r\n"
                            + HOST
                            + "Connection: close\r\nContent-Type: "
                            + type
                            + "\r\nContent-Length: 10\r\n\r\nquery="
                            + bad;
            int status = status(send(request.getBytes(StandardCharsets.ISO_8859_1)));
            assertTrue(status >= 400 && status < 500, type + ": " + status);
        }
        SoakTable.row(
                "bytes that are no UTF-8 in path, parameters, headers, body",
                requests.size() + 2,
                "4xx or an answer, never 5xx",
                begun);
    }

    @Test
    void lineBreaksInParametersMakeNoHeaders() throws Exception {
        long begun = System.nanoTime();
        List<String> breaks =
                List.of(
                        "%0d%0aInjected:%20yes",
                        "%0aInjected:%20yes", "%E5%98%8A%E5%98%8DInjected:%20yes");
        List<String> paths =
                List.of(
                        "/id/state/x",
                        "/id/state/x.ttl?x=",
                        "/dumps/x",
                        "/dumps/chancery.ttl?name=",
                        "/ontology",
                        "/search?q=",
                        "/claims?subject=",
                        "/",
                        "/sparql?according-to=",
                        "/sparql?query=ASK%7B%7D&as-of=",
                        "/sparql?query=ASK%7B%7D&known-on=",
                        "/sparql?query=ASK%7B%7D&default-graph-uri=http://x/",
                        "/sparql?query=ASK%7B%7D&format=",
                        "/reconcile?callback=",
                        "/reconcile/view?id=",
                        "/reconcile/suggest/entity?prefix=",
                        "/graph/best");
        int sent = 0;
        for (String path : paths) {
            for (String line : breaks) {
                byte[] answer = get(path + line);
                String headers = headers(answer).toLowerCase(Locale.ROOT);
                assertFalse(headers.contains("\ninjected:"), path + line + ": " + headers);
                assertTrue(status(answer) < 500, path + line + ": " + status(answer));
                sent++;
            }
        }
        SoakTable.row("line breaks in what might reach a header", sent, "none did", begun);
    }

    @Test
    void requestsThatTwoServersMightReadDifferentlyAreRefused() throws Exception {
        long begun = System.nanoTime();
        String post =
                "POST /sparql HTTP/1.1\r\n" + HOST + "Content-Type: application/sparql-query\r\n";
        String hidden = "GET /id/hidden HTTP/1.1\r\n" + HOST + "\r\n";
        List<String> requests =
                List.of(
                        post
                                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                + hidden,
                        post
                                + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
                                + hidden,
                        post + "Content-Length: 6\r\nContent-Length: 5\r\n\r\nASK {}" + hidden,
                        post + "Content-Length: +6\r\n\r\nASK {}" + hidden,
                        post + "Content-Length: 6,5\r\n\r\nASK {}" + hidden,
                        post + "Content-Length: -1\r\n\r\n" + hidden,
                        post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden,
                        post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden,
                        post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
                        post
                                + "Transfer-Encoding: chunked\r\n\r\nzz\r\nASK {}\r\n0\r\n\r\n"
                                + hidden,
                        post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + hidden,
                        post + " Folded: yes\r\nContent-Length: 6\r\n\r\nASK {}" + hidden,
                        "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n" + hidden,
                        "GET / HTTP/9.9\r\n" + HOST + "\r\n" + hidden);
        for (String request : requests) {
            byte[] answer = send(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            int answers = text.split("HTTP/1\\.1 \\d\\d\\d", -1).length - 1;
            assertTrue(answers == 1, () -> request + ": " + answers + " answers: " + head(text));
            assertTrue(
                    Set.of(400, 413, 501, 505).contains(status(answer)),
                    () -> request + ": " + head(text));
        }
        SoakTable.row(
                "requests that two servers might read differently",
                requests.size(),
                "refused, and the connection closed",
                begun);
    }

    @Test
    void absurdRangesAreAnsweredWithinBounds() throws Exception {
        long begun = System.nanoTime();
        int whole = get("/dumps/chancery.ttl").length;
        List<String> ranges =
                List.of(
                        "bytes=0-0" + ",0-".repeat(2_000),
                        "bytes=" + "0-1,".repeat(1_500) + "5-6",
                        "bytes=99999999999999999999999-",
                        "bytes=0-99999999999999999999999",
                        "bytes=-99999999999999999999",
                        "bytes=-0",
                        "bytes=5-1",
                        "bytes=--1",
                        "bytes=",
                        "lines=1-2",
                        "bytes=a-b");
        for (String range : ranges) {
            byte[] answer =
                    send(
                            ("GET /dumps/chancery.ttl HTTP/1.1\r\n"
                                            + HOST
                                            + "Range: "
                                            + range
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            assertTrue(Set.of(200, 206, 400, 416).contains(status(answer)), range + status(answer));
            assertTrue(answer.length < 2 * whole + 100_000, range + ": " + answer.length);
        }
        SoakTable.row(
                "absurd ranges",
                ranges.size(),
                "200, 206 or 416, never more than the file twice",
                begun);
    }
}
