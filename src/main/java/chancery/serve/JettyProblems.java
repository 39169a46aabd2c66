package chancery.serve;

import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Requests that never came as far as [Front]: what the web server itself says of them, in the form
/// in which we say everything that goes wrong.
final class JettyProblems extends ErrorHandler {
    private static final List<Offer> FORMS =
            List.of(new Offer(Problem.TYPE, "json"), Offer.JSON, Offer.TEXT);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ProblemKind kind = ProblemKind.ofStatus(status);
        Problem problem =
                new Problem(
                        kind,
                        status,
                        kind.title().toLowerCase(Locale.ROOT),
                        java.util.Map.of(),
                        kind == ProblemKind.UNAVAILABLE ? HttpReplies.RETRY_AFTER_SECONDS : 0);
        String accept = String.join(", ", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        boolean isText =
                new Negotiation(accept).choose(FORMS).filter(Offer.TEXT::equals).isPresent();
        response.getHeaders()
                .put("Access-Control-Allow-Origin", "*")
                .put("X-Content-Type-Options", "nosniff")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.CONTENT_TYPE, isText ? "text/plain; charset=utf-8" : Problem.TYPE);
        if (problem.retryAfterSeconds() > 0) {
            response.getHeaders().put("Retry-After", problem.retryAfterSeconds());
        }
        String path = request.getHttpURI() == null ? "" : request.getHttpURI().getPath();
        String text = isText ? problem.text() : problem.json(path == null ? "" : path);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
        } else {
            Content.Sink.write(response, true, new String(bytes, StandardCharsets.UTF_8), callback);
        }
        return true;
    }
}
