package chancery.serve.operate;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A port for operators, apart from the public one and with threads of its own, so that it answers
/// when that one is busy: `/$/ping`, `/$/ready` and `/$/metrics`.
public final class AdminServer implements AutoCloseable {
    private static final int THREADS = 8;

    /// Seconds after which asking again may get another answer.
    private static final String RETRY_AFTER = "5";

    private final Server server;
    private final ServerConnector connector;

    private AdminServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// @param obstacle why the server is not ready; empty when it is
    /// @throws Exception if the port or the host cannot be had
    public static AdminServer start(
            String host, int port, Supplier<Optional<String>> obstacle, Metrics metrics)
            throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("admin");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofSeconds(30).toMillis());
        server.addConnector(connector);
        server.setHandler(new Answering(obstacle, metrics));
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
        return new AdminServer(server, connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Where it listens, to be told.
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("admin port: found it unable to stop", e);
        }
    }

    private static final class Answering extends Handler.Abstract {
        private final Supplier<Optional<String>> obstacle;
        private final Metrics metrics;

        Answering(Supplier<Optional<String>> obstacle, Metrics metrics) {
            this.obstacle = obstacle;
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean isReading =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            String path = Request.getPathInContext(request);
            if (!isReading) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                send(405, "expected GET or HEAD\n", response, callback);
                return true;
            }
            switch (path) {
                case "/$/ping" -> send(200, "alive\n", response, callback);
                case "/$/ready" -> {
                    Optional<String> reason = obstacle.get();
                    if (reason.isPresent()) {
                        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER);
                    }
                    send(
                            reason.isEmpty() ? 200 : 503,
                            reason.orElse("ready") + "\n",
                            response,
                            callback);
                }
                case "/$/metrics" -> {
                    response.getHeaders()
                            .put(
                                    HttpHeader.CONTENT_TYPE,
                                    "text/plain; version=0.0.4; charset=utf-8");
                    send(200, metrics.text(), response, callback);
                }
                default ->
                        send(404, "expected /$/ping, /$/ready or /$/metrics\n", response, callback);
            }
            return true;
        }

        private static void send(int status, String text, Response response, Callback callback) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            if (!response.getHeaders().contains(HttpHeader.CONTENT_TYPE)) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            }
            Content.Sink.write(response, true, text, callback);
        }
    }
}
