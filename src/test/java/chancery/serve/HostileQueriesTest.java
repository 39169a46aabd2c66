package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceRules;
import chancery.release.EventsRelease;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is asked ends soon after its time, gives its memory back, lets others be answered, and
/// is never cut short without a sign. The bounds are wide on purpose; `HostileBench` measures.
@Timeout(120)
class HostileQueriesTest {
    private static final long TRIPLES = 60_000;
    private static final int LIMIT_SECONDS = 1;
    private static final Duration AFTER_LIMIT = Duration.ofSeconds(10);
    private static final Duration OTHERS = Duration.ofSeconds(2);
    private static final long MEMORY_LEFT = 96L << 20;

    private static final String SIMPLE =
            "ASK { <https://w3id.org/chancery/id/state/state-1>"
                    + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }";

    @TempDir static Path folder;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static LiveServer server;

    /// Where those that ask others are sent: it has a row for every question.
    private static ForeignServer other;
    private static long usedBefore;

    static Stream<Map.Entry<String, String>> queries() throws IOException {
        return HostileQueries.all().entrySet().stream();
    }

    @BeforeAll
    static void start() throws Exception {
        EventsRelease.make(folder.resolve("releases"), TRIPLES);
        other =
                ForeignServer.json(
                        """
                        {"head":{"vars":["x"]},"results":{"bindings":[
                        {"x":{"type":"literal","value":"a"}}]}}""");
        ServiceRules rules = ServiceRules.of(List.of(AllowedServer.parse(other.address(), true)));
        server =
                LiveServer.of(
                        folder.resolve("releases"),
                        usual ->
                                usual.withServices(rules)
                                        .withLimits(
                                                Limits.standard()
                                                        .withTimeoutSeconds(LIMIT_SECONDS)
                                                        .withMaxMemoryBytes(64L << 20)));
        assertEquals(200, ask(SIMPLE).get().statusCode());
        usedBefore = used();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        other.close();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void endsInTimeAndHarmsNobody(Map.Entry<String, String> hostile) throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer =
                ask(hostile.getValue().replace(HostileQueries.OTHER, other.address()));
        do {
            long asked = System.nanoTime();
            HttpResponse<String> other = simple();
            assertTrue(other.body().contains("true"), other.body());
            assertTrue(
                    System.nanoTime() - asked < OTHERS.toNanos(), "a simple query took too long");
        } while (!answer.isDone() && System.nanoTime() - begun < latest());
        try {
            HttpResponse<String> response = answer.get(1, TimeUnit.SECONDS);
            assertTrue(
                    Set.of(200, 400, 403, 413, 503).contains(response.statusCode()),
                    response.statusCode() + " " + response.body());
            if (response.statusCode() == 200) {
                assertComplete(response);
            }
        } catch (ExecutionException brokenOff) {
            assertTrue(brokenOff.getCause() instanceof IOException, brokenOff.toString());
        }
        assertTrue(
                used() - usedBefore < MEMORY_LEFT,
                () ->
                        String.format(
                                Locale.ROOT,
                                "%d MiB before, %d after",
                                usedBefore >> 20,
                                used() >> 20));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertTrue(
                    files.noneMatch(file -> file.getFileName().toString().startsWith("DataBag")),
                    "files of a sorting that is over");
        }
    }

    /// Java's client drops a connection when it takes it out of its pool and the answer comes at
    /// that moment ("Data received while in pool", JDK 25); nothing else is asked twice.
    private static HttpResponse<String> simple() throws Exception {
        try {
            return ask(SIMPLE).get(OTHERS.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (String.valueOf(cause.getMessage()).contains("Data received while in pool")) {
                    return ask(SIMPLE).get(OTHERS.toSeconds(), TimeUnit.SECONDS);
                }
            }
            throw e;
        }
    }

    private static long latest() {
        return AFTER_LIMIT.plusSeconds(LIMIT_SECONDS).toNanos();
    }

    private static CompletableFuture<HttpResponse<String>> ask(String query) {
        return HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .header(
                                "Accept",
                                "application/sparql-results+json, application/n-triples;q=0.9")
                        .header("Cache-Control", "no-cache")
                        .POST(BodyPublishers.ofString(query))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertComplete(HttpResponse<String> response) {
        if (Web.type(response).contains("json")) {
            assertTrue(JSON.parse(response.body()).hasKey("head"));
        } else {
            RDFParser.fromString(response.body(), Lang.NTRIPLES)
                    .parse(GraphFactory.createDefaultGraph());
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
