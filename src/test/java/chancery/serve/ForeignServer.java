package chancery.serve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Another server on a bare socket: it notes what it is asked, and answers what a test tells it to,
/// byte by byte.
final class ForeignServer implements AutoCloseable {
    /// What is sent when the request has been read; the connection is closed afterwards.
    interface Script {
        void answer(OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private volatile Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ForeignServer(Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// One that answers every request with the same.
    static ForeignServer saying(String head, String body) throws IOException {
        return new ForeignServer(script(head, body));
    }

    /// The same answer to every request.
    static Script script(String head, String body) {
        return script(head, body.getBytes(StandardCharsets.UTF_8));
    }

    static Script script(String head, byte[] body) {
        return out -> {
            out.write((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    /// From now on it answers like this, and has been asked nothing.
    void answer(Script other) {
        script = other;
        requests.clear();
    }

    /// One that answers with rows, as a server would.
    static ForeignServer json(String body) throws IOException {
        return saying(
                "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length,
                body);
    }

    int port() {
        return socket.getLocalPort();
    }

    String address() {
        return "http://localhost:" + port() + "/sparql";
    }

    /// Heads and bodies, in the order in which they came.
    List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            requests.add(read(new BufferedInputStream(caller.getInputStream())));
            script.answer(caller.getOutputStream());
            caller.shutdownOutput();
        } catch (Exception left) {
            // whoever asked went away
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                break;
            }
            head.write(one);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length =
                text.lines()
                        .filter(
                                line ->
                                        line.toLowerCase(java.util.Locale.ROOT)
                                                .startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
