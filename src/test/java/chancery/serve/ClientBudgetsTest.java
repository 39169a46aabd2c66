package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import chancery.guard.client.Budget;
import chancery.guard.client.ClientRules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClientBudgetsTest {
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }";

    @TempDir private Path releases;
    private static final AtomicInteger ASKED = new AtomicInteger();

    private LiveServer start(Budget budget, String header) throws Exception {
        return LiveServer.with(
                Gazette.TRIG,
                releases,
                usual ->
                        usual.withLimits(Limits.standard().withTimeoutSeconds(2))
                                .withClients(new ClientRules(budget, header)));
    }

    private static HttpResponse<String> as(String client, String path, Web web) throws Exception {
        return web.raw("GET " + path, List.of("X-Client", "192.0.2.1, " + client));
    }

    private static CompletableFuture<HttpResponse<String>> later(String client, Web web) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        // each another one: who asks the same shares one answer
                        String another = ENDLESS.replace("?n", "?n" + ASKED.getAndIncrement());
                        return as(client, query(another), web);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static String query(String text) {
        return "/sparql?query=" + Web.encode(text);
    }

    @Test
    void aClientWithTooManyAtOnceIsToldSoAndAnotherIsServed() throws Exception {
        try (LiveServer server = start(new Budget(1, 600), "X-Client")) {
            Web web = server.web();
            List<CompletableFuture<HttpResponse<String>>> many =
                    Stream.generate(() -> later("198.51.100.7", web)).limit(6).toList();
            assertEquals(200, as("198.51.100.8", query("ASK {}"), web).statusCode());
            Map<Integer, HttpResponse<String>> answers = new TreeMap<>();
            for (CompletableFuture<HttpResponse<String>> each : many) {
                answers.put(each.get().statusCode(), each.get());
            }
            assertEquals(Set.of(429, 503), answers.keySet());
            HttpResponse<String> refused = Objects.requireNonNull(answers.get(429));
            assertEquals("1", Web.header(refused, "Retry-After"));
            assertEquals(
                    "client: found 2 queries at one time, expected at most 1\n",
                    Web.detail(refused));
            assertEquals(200, as("198.51.100.7", query("ASK {}"), web).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sparql?query=ASK%7B%7D",
                "/search?q=north",
                "/search/suggest?q=north",
                "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22north%22%7D%7D",
                "/reconcile?extend=%7B%22ids%22%3A%5B%22agreement%2Flease%22%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22signed%22%7D%5D%7D"
            })
    void aClientThatUsedUpItsSecondsIsRefusedEverywhereThatWorks(String path) throws Exception {
        try (LiveServer server = start(new Budget(4, 1), "X-Client")) {
            Web web = server.web();
            assertEquals(503, as("2001:db8::1", query(ENDLESS), web).statusCode());
            HttpResponse<String> refused = as("2001:db8::2", path, web);
            assertEquals(429, refused.statusCode());
            int wait = Integer.parseInt(Web.header(refused, "Retry-After"));
            assertTrue(wait >= 1 && wait <= 600, "Retry-After: " + wait);
            assertEquals(200, as("2001:db8:0:1::1", path, web).statusCode());
            assertEquals(200, as("2001:db8::2", "/", web).statusCode());
        }
    }

    @Test
    void withoutAProxysHeaderClientsOfThisMachineHaveNoBudget() throws Exception {
        try (LiveServer server = start(new Budget(1, 1), "")) {
            Web web = server.web();
            assertEquals(503, as("198.51.100.7", query(ENDLESS), web).statusCode());
            assertEquals(200, as("198.51.100.7", query("ASK {}"), web).statusCode());
        }
    }
}
