package chancery.serve;

import chancery.guard.endpoint.EndpointFailure;
import chancery.serve.http.Problem;
import chancery.serve.operate.Observation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// Tells whoever asked what went wrong: programs as problem details (RFC 9457), people as a page or
/// as one line. Every refusal of the whole server comes through here.
final class ErrorReplies {
    /// Attribute of a request: how a problem looks as a page.
    private static final String PAGE = ErrorReplies.class.getName();

    private static final Offer PROBLEM = new Offer(Problem.TYPE, "json");
    private static final Offer PLAIN = new Offer("text/plain", "txt");

    /// Whoever does not care gets the first.
    private static final List<Offer> FORMS =
            List.of(
                    PROBLEM,
                    Offer.JSON,
                    new Offer("application/sparql-results+json", "json"),
                    Offer.HTML,
                    PLAIN);

    private ErrorReplies() {}

    /// How a problem looks as a page.
    interface Page extends Function<Problem, String> {}

    static void setPage(Page page, HttpServletRequest request) {
        request.setAttribute(PAGE, page);
    }

    static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Observation.of(request).endedBy(problem.kind().slug());
        response.setHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", problem.retryAfterSeconds());
        }
        String accept = Front.headers(request).getOrDefault("accept", "");
        Offer form = form(accept);
        String type = form.type() + "; charset=utf-8";
        String body;
        if (form.equals(Offer.HTML) && request.getAttribute(PAGE) instanceof Page page) {
            body = page(page, problem);
            type = body.startsWith("<") ? type : PLAIN.type() + "; charset=utf-8";
        } else if (form.equals(PLAIN)) {
            body = problem.text();
        } else {
            type = Problem.TYPE;
            body = problem.json(request.getRequestURI());
        }
        HttpReplies.body(
                problem.status(), type, body.getBytes(StandardCharsets.UTF_8), request, response);
    }

    /// What a page shows around the problem may be what cannot be read: then the text alone.
    private static String page(Page page, Problem problem) {
        try {
            return page.apply(problem);
        } catch (RuntimeException e) {
            if (EndpointFailure.behind(e).isEmpty()) {
                throw e;
            }
            return problem.text();
        }
    }

    /// Whoever asks for a form in which nothing can be explained gets the one for programs.
    private static Offer form(String accept) {
        return new Negotiation(accept).choose(FORMS).orElse(PROBLEM);
    }
}
