package chancery.serve;

import chancery.guard.Limits;
import chancery.serve.http.ProblemKind;
import chancery.serve.http.WholeBody;
import chancery.serve.sparql.SparqlRequest;
import chancery.serve.sparql.UnreadableRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/// Reads a query with its parameters out of a request, no longer than the limits allow.
final class QueryReading {
    /// A character may take four bytes, and three signs for each byte in a form.
    private static final int BYTES_PER_CHARACTER = 12;

    private final Limits limits;

    QueryReading(Limits limits) {
        this.limits = limits;
    }

    /// @throws UnreadableRequest with what was found and expected
    SparqlRequest read(Request request, HttpServletRequest http)
            throws IOException, UnreadableRequest {
        int mostBytes = BYTES_PER_CHARACTER * limits.maxQueryCharacters();
        boolean hasBody = !request.isReading();
        byte[] body = hasBody ? body(http, mostBytes + 1) : new byte[0];
        if (body.length > mostBytes) {
            throw new UnreadableRequest(
                    ProblemKind.REQUEST_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "body: found more than %d bytes, expected at most that many",
                            mostBytes));
        }
        String queryString = http.getQueryString();
        SparqlRequest asked =
                SparqlRequest.read(
                        new SparqlRequest.Parts(
                                queryString == null ? "" : queryString,
                                hasBody ? request.header("Content-Type") : "",
                                hasBody ? request.header("Content-Encoding") : "",
                                ByteBuffer.wrap(body)));
        int length = asked.query().codePointCount(0, asked.query().length());
        if (length > limits.maxQueryCharacters()) {
            throw new UnreadableRequest(
                    ProblemKind.REQUEST_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "query: found %d characters, expected at most %d",
                            length,
                            limits.maxQueryCharacters()));
        }
        return asked;
    }

    private static byte[] body(HttpServletRequest http, int most)
            throws IOException, UnreadableRequest {
        try {
            return WholeBody.read(http, most);
        } catch (WholeBody.Unreadable e) {
            throw new UnreadableRequest(
                    e.status() == 413 ? ProblemKind.REQUEST_TOO_LARGE : ProblemKind.BAD_REQUEST,
                    String.valueOf(e.getMessage()));
        }
    }
}
