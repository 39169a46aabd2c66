package chancery.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What is answered. A new case has to be given its HTTP form in [HttpReplies].
public sealed interface Reply {
    /// 200 with a body.
    ///
    /// @param type   content type, with its charset
    /// @param varies whether another `Accept` could have got another answer
    record Found(String type, String body, boolean varies) implements Reply {
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// 200 with the bytes of a file.
    ///
    /// @param tag entity tag, in its quotes
    record FoundFile(String type, Path file, long sizeBytes, Instant modified, String tag)
            implements Reply {}

    /// 304.
    record NotModified(String tag) implements Reply {}

    /// 303 to a path of this server; it depends on `Accept`.
    record SeeOther(String path) implements Reply {}

    /// 204 to OPTIONS, or 405.
    ///
    /// @param isRefusal whether the method was one that does not work here
    record Methods(List<String> allowed, boolean isRefusal) implements Reply {}

    /// 404 with a page.
    record NotFound(String html) implements Reply {}

    /// 406; lists what could be had.
    record NotAcceptable(List<String> types) implements Reply {}

    /// 400.
    record BadRequest(String reason) implements Reply {}

    /// 403: understood, but not done here.
    record Refused(String reason) implements Reply {}

    /// 413.
    record TooLong(String reason) implements Reply {}

    /// 503: not now, or not within the limits.
    record Unavailable(String reason) implements Reply {}
}
