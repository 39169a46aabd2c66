package chancery.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real server that answers requests with what was recorded for them, one after the other;
/// the last answer is given again and again.
public final class RecordedService implements AutoCloseable {
    public static final String MANIFEST =
            """
            {"versions": ["0.2"], "name": "Recorded",
             "identifierSpace": "http://www.wikidata.org/entity/",
             "schemaSpace": "http://www.wikidata.org/prop/direct/"}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /// How an answer is given.
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    public RecordedService(Answer... recorded) throws IOException {
        answers.addAll(List.of(recorded));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /// Method, path, language and body of each request so far; a form's body decoded.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String lang = exchange.getRequestHeaders().getFirst("Accept-Language");
        requests.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI()
                        + " "
                        + lang
                        + " "
                        + URLDecoder.decode(
                                new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Answer answer;
        synchronized (answers) {
            answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
        try (exchange) {
            answer.give(exchange);
        }
    }

    public static Answer text(int status, String body, Map<String, String> headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Answer json(String body) {
        return text(200, body, Map.of("Content-Type", "application/json"));
    }

    public static Answer busy(int status, String retryAfter) {
        return text(status, "busy", Map.of("Retry-After", retryAfter));
    }

    /// Says it has a hundred bytes, gives ten and hangs up.
    static Answer half() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"q0\": {\"r".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /// Goes on as long as anybody listens.
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(spaces);
                }
            }
        };
    }

    /// Begins an answer and says no more until the server is closed.
    Answer never(boolean withHead) {
        return exchange -> {
            if (withHead) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().flush();
            }
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Forgets what is left, and goes on with these.
    public void answer(Answer... recorded) {
        synchronized (answers) {
            answers.clear();
            answers.addAll(List.of(recorded));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
