package chancery.serve;

import chancery.serve.http.ByteRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/// Sends a file, or the parts of it that were asked for (RFC 9110, section 14).
final class FileReplies {
    private static final int AT_ONCE = 1 << 18;

    private FileReplies() {}

    static void send(Reply.FoundFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        setHeaders(file.headers(), response);
        response.setHeader("Accept-Ranges", "bytes");
        long size = file.sizeBytes();
        List<Piece> pieces =
                switch (file.range()) {
                    case ByteRange.Part part -> {
                        response.setHeader("Content-Range", contentRange(part, size));
                        response.setContentType(file.headers().type());
                        response.setStatus(206);
                        yield List.of(new Piece("", part.from(), part.to()));
                    }
                    case ByteRange.Parts parts -> {
                        String boundary = UUID.randomUUID().toString();
                        response.setContentType("multipart/byteranges; boundary=" + boundary);
                        response.setStatus(206);
                        yield pieces(parts, boundary, file);
                    }
                    case ByteRange.Whole all -> whole(file, response);
                    case ByteRange.Nowhere nowhere -> whole(file, response);
                };
        response.setContentLengthLong(pieces.stream().mapToLong(Piece::length).sum());
        if (!request.getMethod().equals("HEAD")) {
            write(pieces, file, response.getOutputStream());
        }
    }

    private static List<Piece> whole(Reply.FoundFile file, HttpServletResponse response) {
        response.setContentType(file.headers().type());
        response.setStatus(200);
        return List.of(new Piece("", 0, file.sizeBytes()));
    }

    private static List<Piece> pieces(
            ByteRange.Parts parts, String boundary, Reply.FoundFile file) {
        List<Piece> pieces = new java.util.ArrayList<>();
        for (ByteRange.Part part : parts.parts()) {
            String head =
                    "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                            .formatted(
                                    boundary,
                                    file.headers().type(),
                                    contentRange(part, file.sizeBytes()));
            pieces.add(new Piece(head, part.from(), part.to()));
        }
        pieces.add(new Piece("\r\n--" + boundary + "--\r\n", 0, 0));
        return pieces;
    }

    private static String contentRange(ByteRange.Part part, long size) {
        return "bytes " + part.from() + "-" + (part.to() - 1) + "/" + size;
    }

    private static void write(List<Piece> pieces, Reply.FoundFile file, OutputStream body)
            throws IOException {
        try (FileChannel in = FileChannel.open(file.file())) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(AT_ONCE);
            for (Piece piece : pieces) {
                body.write(piece.head().getBytes(StandardCharsets.US_ASCII));
                long from = piece.from();
                while (from < piece.to()) {
                    buffer.clear().limit((int) Math.min(piece.to() - from, AT_ONCE));
                    int read = in.read(buffer, from);
                    if (read <= 0) {
                        throw new IOException(file.file() + ": found it shorter than it was");
                    }
                    send(buffer.flip(), body);
                    from += read;
                }
            }
        }
    }

    /// Jetty's own stream takes what lies outside the heap as it is.
    private static void send(ByteBuffer buffer, OutputStream body) throws IOException {
        if (body instanceof HttpOutput direct) {
            direct.write(buffer);
        } else {
            Channels.newChannel(body).write(buffer);
        }
    }

    static void setHeaders(Reply.FileHeaders headers, HttpServletResponse response) {
        if (!headers.coding().isEmpty()) {
            response.setHeader("Content-Encoding", headers.coding());
        }
        if (headers.varies()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (!headers.location().isEmpty()) {
            response.setHeader("Content-Location", headers.location());
        }
        response.setHeader("Cache-Control", headers.caching());
        response.setHeader("ETag", headers.validators().tag());
        response.setDateHeader("Last-Modified", headers.validators().modified().toEpochMilli());
        HttpReplies.setLinks(headers.links(), response);
    }

    /// Bytes of the file with what stands before them.
    private record Piece(String head, long from, long to) {
        long length() {
            return head.length() + to - from;
        }
    }
}
