package chancery.serve;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/// The web server under Fuseki: where it listens, how much it buffers and takes.
final class Listening {
    /// A response that fits in is sent whole or not at all.
    private static final int BUFFER_BYTES = 64 * 1024;

    /// A character may take four bytes, and three signs for each byte in a form.
    private static final int BYTES_PER_CHARACTER = 12;

    private Listening() {}

    static void start(FusekiServer fuseki, ServerSettings settings) throws CannotServe {
        Server server = fuseki.getJettyServer();
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.setHost(settings.host());
            }
            HttpConnectionFactory http =
                    connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null) {
                http.getHttpConfiguration().setOutputBufferSize(BUFFER_BYTES);
            }
        }
        Handler handler = server.getHandler();
        SizeLimitHandler limit =
                new SizeLimitHandler(
                        (long) BYTES_PER_CHARACTER * settings.limits().maxQueryCharacters(), -1);
        limit.setHandler(handler);
        server.setHandler(limit);
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
