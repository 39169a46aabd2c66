package chancery.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WholeRequestsTest {
    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

    /// Says how long a body was.
    private static final class Measuring extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            int length = Content.Source.asByteBuffer(request).remaining();
            Content.Sink.write(response, true, length + " bytes", callback);
            return true;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        CONNECTOR.setHost("localhost");
        CONNECTOR.setIdleTimeout(300);
        SERVER.addConnector(CONNECTOR);
        SERVER.setHandler(WholeRequests.before(new Measuring(), 1000));
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void requestThatStallsInItsBodyIsAnsweredWith408AndClosed() throws Exception {
        String announced = "Content-Length: 100\r\n\r\nhalf";
        assertTrue(answer(announced).startsWith("HTTP/1.1 408 "), announced);
        String chunked = "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
        assertTrue(answer(chunked).startsWith("HTTP/1.1 408 "), chunked);
    }

    @Test
    void wholeRequestIsHandedOn() throws Exception {
        String text = answer("Content-Length: 5\r\nConnection: close\r\n\r\nwhole");
        assertTrue(text.startsWith("HTTP/1.1 200 "), text);
        assertEquals("5 bytes", text.substring(text.indexOf("\r\n\r\n") + 4));
    }

    /// Until the server closes the connection.
    private static String answer(String rest) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), CONNECTOR.getLocalPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST / HTTP/1.1\r\nHost: localhost\r\n" + rest)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
