package chancery.serve;

import chancery.serve.http.ByteRange;
import chancery.serve.http.Problem;
import chancery.serve.http.Validators;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What is answered. A new case has to be given its HTTP form in [HttpReplies].
public sealed interface Reply {
    /// 200 with a body.
    ///
    /// @param type     content type, with its charset
    /// @param varies   whether another `Accept` could have got another answer
    /// @param location path that has just this form of it; `""` if that was asked for
    /// @param links    to other resources, for programs
    record Found(String type, String body, boolean varies, String location, List<WebLink> links)
            implements Reply {
        public Found {
            links = List.copyOf(links);
        }

        public Found(String type, String body, boolean varies) {
            this(type, body, varies, "", List.of());
        }

        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// What is said of a file, whether it is sent or not.
    ///
    /// @param coding   in which it is sent, such as `gzip`; `""` for none
    /// @param varies   whether another `Accept-Encoding` could have got another answer
    /// @param caching  `Cache-Control`
    /// @param location path that always has just these bytes; `""` if that was asked for
    record FileHeaders(
            String type,
            String coding,
            boolean varies,
            Validators validators,
            String caching,
            String location,
            List<WebLink> links) {
        public FileHeaders {
            links = List.copyOf(links);
        }
    }

    /// 200 with the bytes of a file, or 206 with a part of them.
    record FoundFile(FileHeaders headers, Path file, long sizeBytes, ByteRange range)
            implements Reply {}

    /// 304.
    record NotModified(FileHeaders headers) implements Reply {}

    /// 416: the file has no such part.
    record NoSuchRange(long sizeBytes) implements Reply {}

    /// 303 to a path of this server; it depends on `Accept`.
    record SeeOther(String path) implements Reply {}

    /// 204 to OPTIONS, or 405.
    ///
    /// @param isRefusal whether the method was one that does not work here
    record Methods(List<String> allowed, boolean isRefusal) implements Reply {}

    /// 301 to a path of this server: the thing is now called otherwise.
    record Moved(String path) implements Reply {}

    /// 410: there was such a thing, and it was withdrawn.
    ///
    /// @param type of what is still said of it, with its charset
    record Gone(String type, String body) implements Reply {}

    /// 404 with a page, or an empty graph for who asked for a graph.
    ///
    /// @param type with its charset
    record NotFound(String type, String body) implements Reply {}

    /// 406; lists what could be had.
    record NotAcceptable(List<String> types) implements Reply {}

    /// 400.
    record BadRequest(String reason) implements Reply {}

    /// 400 with a page on which it can be put right.
    ///
    /// @param type with its charset
    record Mistaken(String type, String body) implements Reply {}

    /// 403: understood, but not done here.
    record Refused(String reason) implements Reply {}

    /// 413.
    record TooLong(String reason) implements Reply {}

    /// 429: this client asks for more than its share.
    ///
    /// @param retryAfterSeconds when asking again has a chance
    record TooManyRequests(String reason, int retryAfterSeconds) implements Reply {}

    /// Any other refusal.
    record Failed(Problem problem) implements Reply {}

    /// 503: not now, or not within the limits.
    record Unavailable(String reason) implements Reply {}
}
