package chancery.serve;

import chancery.serve.http.WholeRequests;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/// The web server under Fuseki: where it listens, how much it buffers and takes.
final class Listening {
    /// A response that fits in is sent whole or not at all.
    private static final int BUFFER_BYTES = 64 * 1024;

    /// A character may take four bytes, and three signs for each byte in a form.
    private static final int BYTES_PER_CHARACTER = 12;

    /// A connection on which nothing moves for so long is closed.
    private static final long IDLE_MILLIS = 30_000;

    /// The same while there are as many connections as may be.
    private static final long CROWDED_IDLE_MILLIS = 1_000;

    private static final int MOST_CONNECTIONS = 20_000;

    private Listening() {}

    static void start(FusekiServer fuseki, ServerSettings settings) throws CannotServe {
        Server server = fuseki.getJettyServer();
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.setHost(settings.host());
                socket.setIdleTimeout(IDLE_MILLIS);
            }
            HttpConnectionFactory http =
                    connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null) {
                http.getHttpConfiguration().setOutputBufferSize(BUFFER_BYTES);
            }
        }
        JettyProblems problems = new JettyProblems();
        server.setErrorHandler(problems);
        server.getDescendants(ServletContextHandler.class)
                .forEach(context -> context.setErrorHandler(problems));
        Handler handler = server.getHandler();
        SizeLimitHandler limit = new SizeLimitHandler(2 * limitBytes(settings), -1);
        limit.setHandler(WholeRequests.before(handler, limitBytes(settings)));
        server.setHandler(limit);
        server.addBean(connections(server));
        try {
            fuseki.start();
        } catch (FusekiException e) {
            stop(fuseki);
            throw refusal(settings, e);
        }
    }

    /// Takes no more connections; those that there are go on.
    static void end(FusekiServer fuseki) {
        for (Connector connector : fuseki.getJettyServer().getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                // else those that wait for a slow query are taken for idle
                socket.setShutdownIdleTimeout(socket.getIdleTimeout());
                // it is done when all connections are closed, for which nobody waits here
                var unused = socket.shutdown();
            }
        }
    }

    private static long limitBytes(ServerSettings settings) {
        return (long) BYTES_PER_CHARACTER * settings.limits().maxQueryCharacters();
    }

    /// As many as there are files to be opened, and some less: a release that is taken up opens its
    /// files, too. Beyond it those go that do nothing.
    private static NetworkConnectionLimit connections(Server server) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(connectionsAtMost(), server);
        limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
        return limit;
    }

    private static int connectionsAtMost() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean system
                ? Math.clamp(system.getMaxFileDescriptorCount() * 3 / 4, 100, MOST_CONNECTIONS)
                : MOST_CONNECTIONS;
    }

    private static void stop(FusekiServer fuseki) {
        fuseki.stop();
    }

    private static CannotServe refusal(ServerSettings settings, FusekiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new CannotServe(
                        "port %d: found it in use, expected a free port; try --port 0"
                                .formatted(settings.port()),
                        e);
            }
            if (cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return new CannotServe(
                        "host \"%s\": found no such host".formatted(settings.host()), e);
            }
        }
        return new CannotServe("server: found it unable to start: " + e.getMessage(), e);
    }
}
