package chancery.serve;

import chancery.serve.http.Codings;
import chancery.serve.http.Validators;
import chancery.serve.sparql.KeptAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// Answers to queries as HTTP.
final class SparqlReplies {
    /// Name of our cache (RFC 9211).
    static final String CACHE = "chancery";

    private SparqlReplies() {}

    /// @param tag without quotes; `""` for an answer that is another one each time, which is then
    ///     not to be kept by anybody
    static void setHeaders(
            String type,
            List<String> notes,
            String tag,
            String coding,
            HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                "Vary",
                type.startsWith("text/html")
                        ? "Accept, Accept-Language, Accept-Encoding"
                        : "Accept, Accept-Encoding");
        HttpReplies.setNotes(notes, response);
        if (!coding.isEmpty()) {
            response.setHeader("Content-Encoding", coding);
        }
        if (tag.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("ETag", weak(tag, coding));
        }
    }

    /// Two runs of a query may give its rows in another order, or name blank nodes otherwise: the
    /// same answer, not the same bytes.
    private static String weak(String tag, String coding) {
        return "W/" + HttpReplies.quoted(tag, coding);
    }

    /// Whether the client has the answer already, in the coding it would get.
    ///
    /// @param tag as in [#setHeaders]
    static boolean isKnown(String tag, Request request) {
        String known = request.header("If-None-Match");
        if (tag.isEmpty() || known.isEmpty() || request.method().equals("POST")) {
            return false;
        }
        String coding = Codings.choose(request.header("Accept-Encoding"), Codings.MADE_HERE);
        // a small answer is sent without coding
        return Validators.lists(known, HttpReplies.quoted(tag, coding))
                || Validators.lists(known, HttpReplies.quoted(tag, ""));
    }

    static void notModified(String tag, Request request, HttpServletResponse response) {
        String coding = Codings.choose(request.header("Accept-Encoding"), Codings.MADE_HERE);
        boolean isPlain =
                Validators.lists(request.header("If-None-Match"), HttpReplies.quoted(tag, ""));
        response.setHeader("Vary", "Accept, Accept-Encoding");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", weak(tag, isPlain ? "" : coding));
        response.setStatus(304);
    }

    /// @param isStable whether it may be kept by others
    /// @param status   of our cache, for `Cache-Status`
    static void send(
            KeptAnswer answer,
            boolean isStable,
            String status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String accept = Front.headers(request).getOrDefault("accept-encoding", "");
        String coding = HttpReplies.coding(accept, answer.sizeBytes());
        setHeaders(answer.type(), answer.notes(), isStable ? answer.tag() : "", coding, response);
        response.setHeader("Cache-Status", CACHE + "; " + status);
        byte[] bytes = answer.in(coding);
        response.setStatus(200);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
