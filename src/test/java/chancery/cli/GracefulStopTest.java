package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own, and a real signal.
@Timeout(120)
class GracefulStopTest {
    private static final String TRIG =
            """
            PREFIX : <https://w3id.org/chancery/ontology#>
            :s :p 1 , 2 , 3 , 4 , 5 , 6 , 7 , 8 , 9 , 10 , 11 , 12 , 13 , 14 , 15 , 16 , 17 , 18 .
            """;

    /// 18 to the eighth: it ends at its limit.
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o ."
                    + " ?p ?q ?r . ?s ?t ?u . ?v ?w ?x }";

    @TempDir Path releases;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void queriesUnderWayComeToTheirEndBeforeTheProcessDoes() throws Exception {
        ReleaseFixture.write(releases, "r1", TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "serve",
                                "--no-build",
                                "--port=0",
                                "--timeout=5",
                                "--releases=" + releases)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CHANCERY_SERVE_ADMIN_PORT", "0");
        Process server = builder.start();
        try {
            stop(server);
        } finally {
            server.destroyForcibly();
        }
    }

    private void stop(Process server) throws Exception {
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        String home = told(out, "home");
        String admin = told(out, "operators").replace("/$/ready", "");
        assertEquals(200, get(admin + "/$/ready").statusCode());
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(
                        request(
                                home
                                        + "sparql?query="
                                        + URLEncoder.encode(ENDLESS, StandardCharsets.UTF_8)),
                        BodyHandlers.ofString());
        while (!get(admin + "/$/metrics").body().contains("chancery_requests_underway 1.0")) {
            Thread.onSpinWait();
        }
        // SIGTERM
        server.destroy();
        HttpResponse<String> ready = get(admin + "/$/ready");
        while (ready.statusCode() == 200) {
            ready = get(admin + "/$/ready");
        }
        assertEquals(503, ready.statusCode());
        assertEquals("stopping\n", ready.body());
        HttpResponse<String> answer = running.get(60, TimeUnit.SECONDS);
        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer.body());
        assertTrue(server.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, server.exitValue());
    }

    private static String told(BufferedReader out, String what) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.strip().startsWith(what + " ")) {
                return line.strip().substring(what.length()).strip();
            }
        }
        throw new AssertionError("the server did not tell of its " + what);
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(request(address), BodyHandlers.ofString());
    }
}
