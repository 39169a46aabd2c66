package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceLimits;
import chancery.guard.service.ServiceRules;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Connections to other servers that do not come about, or not to the one that was meant.
@Timeout(120)
class ServiceConnectionTest {
    private static final String ROW =
            """
            {"head":{"vars":["s"]},"results":{"bindings":[
            {"s":{"type":"uri","value":"http://example.org/a"}}]}}""";

    @TempDir private static Path folder;

    /// Those trusted while the server of ours started; nobody else is.
    private static Certificate trusted;

    private static Certificate ofOther;
    private static Path trust;

    @BeforeAll
    static void makeCertificates() throws Exception {
        trusted = Certificate.make(folder.resolve("trusted.p12"), "dns:localhost");
        ofOther = Certificate.make(folder.resolve("other.p12"), "dns:other.example");
        trust = folder.resolve("trust.p12");
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (Certificate each : List.of(trusted, ofOther)) {
            all.setCertificateEntry(
                    each.file().getFileName().toString(), store(each).getCertificate("test"));
        }
        try (var out = Files.newOutputStream(trust)) {
            all.store(out, Certificate.PASSWORD.toCharArray());
        }
    }

    private static KeyStore store(Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.file())) {
            store.load(in, Certificate.PASSWORD.toCharArray());
        }
        return store;
    }

    static HttpsServer serve(Certificate certificate, AtomicInteger asked) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(certificate), Certificate.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] body = ROW.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders()
                            .set("Content-Type", "application/sparql-results+json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static HttpResponse<String> ask(String address, int seconds) throws Exception {
        ServiceRules rules =
                ServiceRules.of(List.of(AllowedServer.parse(address, true)))
                        .withLimits(ServiceLimits.standard().withSeconds(seconds))
                        .withNames(host -> List.of(InetAddress.getLoopbackAddress()));
        try (LiveServer server =
                LiveServer.with(
                        Gazette.TRIG,
                        folder.resolve("releases"),
                        usual -> usual.withServices(rules))) {
            return server.web()
                    .query("SELECT ?s { SERVICE <" + address + "> { ?s ?p ?o } }", "text/csv");
        }
    }

    /// Asks by TLS, and by plain HTTP never.
    private static HttpResponse<String> ask(HttpsServer server, Path trusting) throws Exception {
        String property = "javax.net.ssl.trustStore";
        String before = System.getProperty(property);
        System.setProperty(property, trusting.toString());
        System.setProperty(property + "Password", Certificate.PASSWORD);
        try {
            return ask("https://localhost:" + server.getAddress().getPort() + "/sparql", 30);
        } finally {
            System.clearProperty(property + "Password");
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
            server.stop(0);
        }
    }

    @Test
    void aServerWithATrustedCertificateOfItsNameIsAsked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpResponse<String> answer = ask(serve(trusted, asked), trust);
        assertEquals("s\r\nhttp://example.org/a\r\n", answer.body());
        assertEquals(1, asked.get());
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertRefused(
                "to show a certificate of another name", ask(serve(ofOther, asked), trust), asked);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertRefused(
                "to show a certificate that is not trusted",
                ask(serve(trusted, asked), ofOther.file()),
                asked);
    }

    private static void assertRefused(
            String reason, HttpResponse<String> answer, AtomicInteger asked) {
        assertEquals(502, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("found localhost:"), answer.body());
        assertTrue(answer.body().contains(reason), answer.body());
        assertEquals(0, asked.get());
    }

    @Test
    void aConnectionThatIsNotTakenIsGivenUp() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(fill(full, waiting), "the queue of the socket is full");
            assertGivenUp("http://localhost:" + full.getLocalPort() + "/sparql");
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    /// Connects until nobody is let in any more.
    static boolean fill(ServerSocket full, List<Socket> waiting) throws Exception {
        for (int i = 0; i < 100; i++) {
            Socket caller = new Socket();
            waiting.add(caller);
            try {
                caller.connect(full.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException isFull) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aHandshakeThatHangsOrDripsIsGivenUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertGivenUp("https://localhost:" + mute.getLocalPort() + "/sparql");
        }
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (Socket caller = slow.accept()) {
                                    // the head of a record of 16 kB, and then its bytes
                                    caller.getOutputStream()
                                            .write(new byte[] {22, 3, 3, 0x40, 0, 2, 0, 0x3f, 0});
                                    while (!never.await(20, TimeUnit.MILLISECONDS)) {
                                        caller.getOutputStream().write(0);
                                    }
                                } catch (Exception left) {
                                    // whoever called went away
                                }
                            });
            assertGivenUp("https://localhost:" + slow.getLocalPort() + "/sparql");
        }
    }

    private static void assertGivenUp(String address) throws Exception {
        HttpResponse<String> answer = ask(address, 1);
        assertEquals(504, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("found no whole answer of"), answer.body());
        assertTrue(answer.body().contains("after 1 s"), answer.body());
    }
}
