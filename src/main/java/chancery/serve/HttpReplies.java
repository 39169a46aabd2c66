package chancery.serve;

import chancery.serve.http.Codings;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.http.Validators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a reply into HTTP; the only place that knows status codes and headers.
///
/// HEAD gets what GET gets, without the body.
final class HttpReplies {
    static final int RETRY_AFTER_SECONDS = 5;

    private static final int TAG_LENGTH = 32;

    /// Shorter ones fit into a packet anyway.
    private static final int WORTH_CODING_BYTES = 1024;

    private HttpReplies() {}

    /// Headers that every answer carries, SPARQL results included.
    static void setCommonHeaders(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers",
                "Accept-Ranges, Allow, Cache-Status, Chancery-Limits, Chancery-Note,"
                        + " Content-Encoding, Content-Location, Content-Range, ETag, Link,"
                        + " Location, Retry-After, Vary");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
    }

    /// Lets pages of others show this one inside them.
    static void allowFrames(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'self'; frame-ancestors *");
    }

    /// What a reader has to know besides the answer, for forms that have no place for it.
    static void setNotes(List<String> notes, HttpServletResponse response) {
        if (!notes.isEmpty()) {
            // Fuseki's response knows no header twice
            response.setHeader("Chancery-Note", String.join("; ", notes));
        }
    }

    static void send(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (reply) {
            case Reply.Found found -> found(found, request, response);
            case Reply.FoundFile file -> FileReplies.send(file, request, response);
            case Reply.NotModified same -> {
                FileReplies.setHeaders(same.headers(), response);
                response.setStatus(304);
            }
            case Reply.NoSuchRange none -> {
                response.setHeader("Content-Range", "bytes */" + none.sizeBytes());
                String detail = "the file has " + none.sizeBytes() + " bytes";
                problem(ProblemKind.NO_SUCH_RANGE, detail, request, response);
            }
            case Reply.SeeOther other -> {
                response.setHeader("Vary", "Accept");
                response.setHeader("Location", other.path());
                response.setStatus(303);
            }
            case Reply.Moved moved -> {
                response.setHeader("Location", moved.path());
                response.setStatus(301);
            }
            case Reply.Gone gone -> {
                response.setHeader("Vary", "Accept");
                body(410, gone.type(), utf8(gone.body()), request, response);
            }
            case Reply.Methods methods -> methods(methods, request, response);
            case Reply.NotFound none -> {
                response.setHeader("Vary", "Accept");
                body(404, none.type(), utf8(none.body()), request, response);
            }
            case Reply.Mistaken page -> {
                response.setHeader("Vary", "Accept");
                body(400, page.type(), utf8(page.body()), request, response);
            }
            case Reply.NotAcceptable not -> {
                String detail = "expected one of " + String.join(", ", not.types());
                send(
                        Problem.of(ProblemKind.NOT_ACCEPTABLE, detail)
                                .with("available", not.types()),
                        request,
                        response);
            }
            case Reply.BadRequest bad ->
                    problem(ProblemKind.BAD_REQUEST, bad.reason(), request, response);
            case Reply.Refused refused ->
                    problem(ProblemKind.REFUSED, refused.reason(), request, response);
            case Reply.TooLong tooLong ->
                    problem(ProblemKind.REQUEST_TOO_LARGE, tooLong.reason(), request, response);
            case Reply.TooManyRequests many ->
                    send(
                            Problem.of(ProblemKind.TOO_MANY_REQUESTS, many.reason())
                                    .after(many.retryAfterSeconds()),
                            request,
                            response);
            case Reply.Unavailable not ->
                    send(
                            Problem.of(ProblemKind.UNAVAILABLE, not.reason())
                                    .after(RETRY_AFTER_SECONDS),
                            request,
                            response);
            case Reply.Failed failed -> send(failed.problem(), request, response);
        }
    }

    private static void problem(
            ProblemKind kind,
            String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(Problem.of(kind, detail), request, response);
    }

    private static void send(
            Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ErrorReplies.send(problem, request, response);
    }

    /// The tag is a digest of the body, so that servers beside each other agree and a new release
    /// changes only the tags of what it changes.
    private static void found(
            Reply.Found found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = found.bytes();
        String digest = digest(bytes);
        addVary(
                (found.varies() ? "Accept, " : "")
                        + (namesThings(found.type()) ? "Accept-Language, " : "")
                        + "Accept-Encoding",
                response);
        Map<String, String> headers = Front.headers(request);
        String coding = coding(headers.getOrDefault("accept-encoding", ""), bytes.length);
        String tag = quoted(digest, coding);
        if (!found.location().isEmpty()) {
            response.setHeader("Content-Location", found.location());
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        setLinks(found.links(), response);
        if (Validators.lists(headers.getOrDefault("if-none-match", ""), tag)) {
            response.setStatus(304);
            return;
        }
        if (!coding.isEmpty()) {
            response.setHeader("Content-Encoding", coding);
        }
        body(200, found.type(), Codings.encode(coding, bytes), request, response);
    }

    /// Whether things are called in the language of the reader; data about them have all names.
    private static boolean namesThings(String type) {
        return type.startsWith("text/html")
                || type.startsWith("application/json")
                || type.startsWith("application/x-suggestions");
    }

    /// The coding of a body that is no file; small ones are sent as they are, if that is wanted.
    ///
    /// @param accept `Accept-Encoding`; `""` if there is none
    /// @return `""` for none
    static String coding(String accept, int sizeBytes) {
        return sizeBytes >= WORTH_CODING_BYTES || Codings.refusePlain(accept)
                ? Codings.choose(accept, Codings.MADE_HERE)
                : "";
    }

    /// An entity tag; each coding has its own.
    static String quoted(String tag, String coding) {
        return '"' + tag + (coding.isEmpty() ? "" : "-" + coding) + '"';
    }

    /// 128 bits as hexadecimal digits.
    static String digest(byte[] bytes) {
        return sha256(bytes).substring(0, TAG_LENGTH);
    }

    /// Adds to what others have said already.
    static void addVary(String names, HttpServletResponse response) {
        String before = response.getHeader("Vary");
        Set<String> all = new LinkedHashSet<>();
        for (String name : ((before == null ? "" : before + ",") + names).split(",")) {
            all.add(name.strip());
        }
        response.setHeader("Vary", String.join(", ", all));
    }

    static void setLinks(List<WebLink> links, HttpServletResponse response) {
        if (!links.isEmpty()) {
            response.setHeader(
                    "Link",
                    links.stream().map(WebLink::toString).collect(Collectors.joining(", ")));
        }
    }

    private static void methods(
            Reply.Methods methods, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<String> allowed = methods.allowed();
        response.setHeader("Allow", String.join(", ", allowed));
        if (methods.isRefusal()) {
            String detail =
                    "method: found %s, expected one of %s"
                            .formatted(request.getMethod(), String.join(", ", allowed));
            problem(ProblemKind.METHOD_NOT_ALLOWED, detail, request, response);
            return;
        }
        if (allowed.contains("QUERY")) {
            SparqlFront.setAcceptedTypes(response);
        }
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", allowed));
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Cache-Control, Content-Type, If-Match, If-Modified-Since,"
                        + " If-None-Match, If-Range, Range, X-Requested-With");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(204);
    }

    static void body(
            int status,
            String type,
            byte[] bytes,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
