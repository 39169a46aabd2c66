package chancery.serve.http;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/// Ends a connection so that nobody takes what was sent for a whole answer.
public final class BrokenConnection {
    private BrokenConnection() {}

    /// By a reset: where the end of the connection is the end of the body (HTTP/1.0, or
    /// `Connection: close`), a usual end would look like a whole one. What the client has not read
    /// yet may be lost.
    public static void reset(ServletRequest request) {
        EndPoint connection =
                ServletContextRequest.getServletContextRequest(request)
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint();
        if (connection.getTransport() instanceof SocketChannel socket) {
            try {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException alreadyClosed) {
                // what we wanted
            }
        }
        connection.close(new IOException("answer broken off"));
    }
}
