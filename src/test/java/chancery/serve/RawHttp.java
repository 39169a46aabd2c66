package chancery.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Talks HTTP over a bare socket, and sees how a connection ends.
final class RawHttp {
    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /// @param head    status line and headers
    /// @param body    as it came, chunks and all, a character for each byte
    /// @param isReset whether the connection broke instead of ending
    record Answer(String head, String body, boolean isReset) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String header(String name) {
            return head.lines()
                    .filter(
                            line ->
                                    line.toLowerCase(Locale.ROOT)
                                            .startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /// Whether a client of HTTP knows that it has everything.
        boolean isComplete() {
            if (isReset) {
                return false;
            }
            if (!header("Content-Length").isEmpty()) {
                return body.length() == Integer.parseInt(header("Content-Length"));
            }
            return !header("Transfer-Encoding").equals("chunked") || body.endsWith("\r\n0\r\n\r\n");
        }
    }

    /// Sends it and reads until the server ends or breaks the connection.
    Answer send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            boolean isReset = false;
            byte[] some = new byte[64 * 1024];
            try {
                int read = socket.getInputStream().read(some);
                while (read >= 0) {
                    all.write(some, 0, read);
                    read = socket.getInputStream().read(some);
                }
            } catch (IOException reset) {
                isReset = true;
            }
            byte[] bytes = all.toByteArray();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(text, "", isReset);
            }
            return new Answer(text.substring(0, end), text.substring(end + 4), isReset);
        }
    }
}
