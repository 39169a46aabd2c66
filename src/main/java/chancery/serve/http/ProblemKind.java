package chancery.serve.http;

import java.util.Locale;

/// What can go wrong, each with a name that lasts: `/problems#<name>` is its type (RFC 9457).
public enum ProblemKind {
    BAD_REQUEST(400, "Request not understood", "Something in the request cannot be read."),
    QUERY_SYNTAX(
            400,
            "Query not understood",
            "The text is no SPARQL query. Line and column, from 1, tell where reading ended."),
    REFUSED(403, "Not done here", "The request is understood, but this service does not do that."),
    NOT_FOUND(404, "Nothing is here", "This release has nothing of that name."),
    METHOD_NOT_ALLOWED(
            405, "Method not known here", "The header Allow lists the methods that work."),
    NOT_ACCEPTABLE(
            406,
            "No such form",
            "There is no form that the request accepts; the forms that can be had are listed."),
    REQUEST_TOO_SLOW(
            408, "Request too slow", "The request began, and its end did not come in time."),
    GONE(410, "Withdrawn", "There was such a thing, and it was withdrawn."),
    REQUEST_TOO_LARGE(413, "Request too large", "The request is longer than this service reads."),
    ANSWER_TOO_LARGE(
            413,
            "Answer too large",
            "The answer has more rows or bytes than this service sends. Ask for less, with LIMIT"
                    + " and OFFSET, or take the files."),
    QUERY_TOO_COSTLY(
            413, "Query too costly", "The query needs more memory than one query may have."),
    URI_TOO_LONG(414, "Address too long", "Send a long query as the body of a POST or QUERY."),
    UNSUPPORTED_TYPE(
            415, "Type of the request not known", "The body comes in a type that is not read."),
    NO_SUCH_RANGE(416, "No such part", "The file has fewer bytes."),
    TOO_MANY_REQUESTS(
            429, "Too much at once", "This client asks for more than its share; see Retry-After."),
    HEADER_TOO_LARGE(431, "Headers too large", "The headers are longer than this service reads."),
    INTERNAL(500, "Mistake of ours", "The service failed; asking again may help."),
    SERVICE_FAILED(
            502,
            "No answer of another server",
            "A server that the query asks by SERVICE gave no answer that can be used."),
    ENDPOINT_FAILED(
            502,
            "No answer of the store",
            "The store behind this service answered with what cannot be used."),
    UNAVAILABLE(503, "Not now", "The service cannot answer at present; see Retry-After."),
    TIME_LIMIT(
            503,
            "Query stopped",
            "The query was not finished within the limits of time and memory. A simpler one may"
                    + " be."),
    ENDPOINT_GONE(
            503,
            "The store is not there",
            "The store behind this service cannot be reached at present; see Retry-After."),
    SERVICE_TOO_SLOW(
            504,
            "Another server too slow",
            "A server that the query asks by SERVICE gave no whole answer in time."),
    ENDPOINT_TOO_SLOW(
            504,
            "The store too slow",
            "The store behind this service gave no whole answer in time.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemKind(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// One or two sentences for whoever follows the type.
    public String meaning() {
        return meaning;
    }

    /// In small letters, with dashes.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The first of this status, else the nearest of its hundred.
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}
