package chancery.follow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A static web server of a folder on loopback, as nginx is one: entity tags, parts, and mishaps as
/// they are asked for.
public final class StaticFolder implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;
    private final ConcurrentMap<String, Mishap> mishaps = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    /// What happens instead of a good answer, or to it.
    sealed interface Mishap {
        /// The connection ends after this many bytes; once.
        record Cut(long after) implements Mishap {}

        /// Nothing comes any more after this many bytes.
        record Stall(long after) implements Mishap {}

        record Status(int code) implements Mishap {}

        record Redirect(String to) implements Mishap {}

        record Other(String body) implements Mishap {}
    }

    public StaticFolder(Path folder) throws IOException {
        this(folder, 0);
    }

    public StaticFolder(Path folder, int port) throws IOException {
        this.folder = folder;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://localhost:" + port() + "/";
    }

    /// @param path without the first `/`
    void let(String path, Mishap happen) {
        mishaps.put(path, happen);
    }

    void letAllBeWell() {
        mishaps.clear();
    }

    /// Requests so far: path, status, and `Range` if there was one.
    List<String> asked() {
        return asked;
    }

    void forgetAsked() {
        asked.clear();
    }

    /// Bytes of bodies sent.
    long bytes() {
        return bytes.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String range = header(exchange, "Range");
        try (exchange) {
            int status = answer(exchange, path, mishaps.get(path));
            asked.add(path + " " + status + (range.isEmpty() ? "" : " " + range));
        }
    }

    private int answer(HttpExchange exchange, String path, @Nullable Mishap mishap)
            throws IOException {
        if (mishap instanceof Mishap.Status status) {
            return empty(exchange, status.code());
        }
        if (mishap instanceof Mishap.Redirect redirect) {
            exchange.getResponseHeaders().set("Location", redirect.to());
            return empty(exchange, 302);
        }
        if (mishap instanceof Mishap.Other other) {
            byte[] body = other.body().getBytes(StandardCharsets.UTF_8);
            return send(exchange, body, 0, body.length, 200);
        }
        return file(exchange, path, mishap);
    }

    private int file(HttpExchange exchange, String path, @Nullable Mishap mishap)
            throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return empty(exchange, 404);
        }
        byte[] body = Files.readAllBytes(file);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        String tag = "\"%x-%x\"".formatted(modified.toEpochMilli(), body.length);
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders()
                .set(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                modified.atOffset(ZoneOffset.UTC)));
        if (header(exchange, "If-None-Match").equals(tag)) {
            return empty(exchange, 304);
        }
        String range = header(exchange, "Range");
        boolean isPart = !range.isEmpty() && header(exchange, "If-Range").equals(tag);
        int from = isPart ? Integer.parseInt(range.replaceAll("[^0-9]", "")) : 0;
        if (isPart) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(from, body.length - 1, body.length));
        }
        int status = isPart ? 206 : 200;
        if (mishap instanceof Mishap.Cut broken) {
            mishaps.remove(path);
            cut(exchange, body, (int) broken.after(), status);
            return status;
        }
        if (mishap instanceof Mishap.Stall stalled) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, (int) stalled.after());
            exchange.getResponseBody().flush();
            awaitMended(path);
            return status;
        }
        return send(exchange, body, from, body.length, status);
    }

    private void awaitMended(String path) {
        while (mishaps.containsKey(path)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void cut(HttpExchange exchange, byte[] body, int after, int status) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, after);
        out.flush();
        bytes.addAndGet(after);
    }

    private int send(HttpExchange exchange, byte[] body, int from, int to, int status)
            throws IOException {
        exchange.sendResponseHeaders(status, to == from ? -1 : to - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body, from, to - from);
        }
        bytes.addAndGet(to - from);
        return status;
    }

    private static int empty(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        return status;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        mishaps.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
