package chancery.serve;

import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.operate.AdminServer;
import chancery.serve.operate.Metrics;
import chancery.serve.operate.Operating;
import chancery.serve.operate.Underway;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What listens while there is no release yet: everything is 503, with `Retry-After`, so that
/// whoever looks at the readiness of a replica knows that it is coming. [ChanceryServer] takes its
/// place on the same ports.
public final class Waiting implements AutoCloseable {
    private static final String REASON = "there is no release here yet";

    private final Server server;
    private final ServerConnector connector;
    private final Metrics metrics;
    private final @Nullable AdminServer admin;

    private Waiting(
            Server server,
            ServerConnector connector,
            Metrics metrics,
            @Nullable AdminServer admin) {
        this.server = server;
        this.connector = connector;
        this.metrics = metrics;
        this.admin = admin;
    }

    /// @throws CannotServe if a port or host cannot be had
    public static Waiting start(ServerSettings settings) throws CannotServe {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.setHandler(new Refusing());
        Operating operating = settings.operating();
        Metrics metrics = new Metrics(new Underway(), () -> false);
        metrics.tellOf(operating.figures());
        int port = settings.port();
        try {
            server.start();
            port = operating.adminPort().orElse(port);
            AdminServer admin =
                    operating.adminPort().isEmpty()
                            ? null
                            : AdminServer.start(
                                    operating.adminHost(),
                                    port,
                                    () -> Optional.of(REASON),
                                    metrics);
            return new Waiting(server, connector, metrics, admin);
        } catch (Exception e) {
            stop(server);
            metrics.close();
            throw new CannotServe(
                    "port %d: found it not to be had: %s".formatted(port, e.getMessage()), e);
        }
    }

    /// The port it listens on, also where 0 was asked for.
    public int port() {
        return connector.getLocalPort();
    }

    /// The port for operators; empty if there is none.
    public Optional<Integer> adminPort() {
        return Optional.ofNullable(admin).map(AdminServer::port);
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
        stop(server);
        metrics.close();
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("found the server unable to stop", e);
        }
    }

    private static final class Refusing extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            response.getHeaders()
                    .put("Access-Control-Allow-Origin", "*")
                    .put("X-Content-Type-Options", "nosniff")
                    .put(HttpHeader.CACHE_CONTROL, "no-store");
            if (path.equals("/$/ping")) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
                Content.Sink.write(response, true, "alive\n", callback);
                return true;
            }
            Problem problem =
                    new Problem(
                            ProblemKind.UNAVAILABLE,
                            ProblemKind.UNAVAILABLE.status(),
                            REASON,
                            Map.of(),
                            HttpReplies.RETRY_AFTER_SECONDS);
            response.setStatus(problem.status());
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, problem.retryAfterSeconds())
                    .put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
            Content.Sink.write(response, true, problem.json(path), callback);
            return true;
        }
    }
}
