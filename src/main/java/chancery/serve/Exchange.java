package chancery.serve;

import chancery.release.ReleaseQuery;
import chancery.serve.http.Codings;
import chancery.serve.sparql.AnswerBody;
import chancery.serve.sparql.KeptAnswer;
import chancery.serve.sparql.SparqlRequest;
import chancery.view.PointOfView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// One query on its way from [SparqlFront], which reads it and sends the answer, to
/// [QueryEndpoint], which runs it, and back.
///
/// Whoever runs it writes to [#body] or says with [#fail] why not; the response is left alone.
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private final Served served;
    private final Asked asked;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AnswerBody body;
    private List<String> notes = List.of();
    private Optional<Reply> failure = Optional.empty();

    /// What is asked.
    ///
    /// @param view     from where the graph is looked at
    /// @param offer    the form of the answer
    /// @param type     of the answer, with its parameters
    /// @param tag      of the answer without coding, without quotes; `""` if it has none
    record Asked(
            SparqlRequest request,
            ReleaseQuery query,
            PointOfView view,
            Offer offer,
            String type,
            boolean tripleTerms,
            String tag) {}

    /// Thrown out of a query whose answer need not be made any further: HEAD wants none of it.
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    Exchange(
            Served served,
            Asked asked,
            long maxBytes,
            long copyBytes,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.served = served;
        this.asked = asked;
        this.request = request;
        this.response = response;
        this.body = new AnswerBody(maxBytes, copyBytes, this::open);
        request.setAttribute(ATTRIBUTE, this);
    }

    static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("a query that did not come through the front");
    }

    /// The release on which it runs.
    Served served() {
        return served;
    }

    Asked asked() {
        return asked;
    }

    AnswerBody body() {
        return body;
    }

    /// What the reader has to know besides.
    void note(List<String> told) {
        notes = List.copyOf(told);
    }

    List<String> notes() {
        return notes;
    }

    /// Once the answer has begun to be sent, it is broken off instead.
    void fail(Reply reply) {
        failure = Optional.of(reply);
    }

    Optional<Reply> failure() {
        return failure;
    }

    /// The answer, if it is whole and nothing of it was sent.
    Optional<KeptAnswer> whole() {
        return body.whole().map(this::kept);
    }

    /// The answer, if it is whole and not too long to be kept, sent or not.
    Optional<KeptAnswer> copy() {
        return body.copy().map(this::kept);
    }

    private KeptAnswer kept(byte[] bytes) {
        String tag = asked.tag().isEmpty() ? HttpReplies.digest(bytes) : asked.tag();
        return new KeptAnswer(asked.type(), notes, tag, bytes);
    }

    private OutputStream open() throws IOException {
        String coding =
                Codings.choose(
                        Front.headers(request).getOrDefault("accept-encoding", ""),
                        Codings.MADE_HERE);
        SparqlReplies.setHeaders(asked.type(), notes, asked.tag(), coding, response);
        response.setHeader("Cache-Status", SparqlReplies.CACHE + "; fwd=miss");
        response.setStatus(200);
        if (request.getMethod().equals("HEAD")) {
            // so that no length is told that would be that of nothing
            response.flushBuffer();
            throw new Enough();
        }
        return Codings.coded(coding, response.getOutputStream());
    }
}
