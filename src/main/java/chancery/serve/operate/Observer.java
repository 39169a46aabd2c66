package chancery.serve.operate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Response;

/// Stands before everything and sees each request come and go.
public final class Observer implements Filter {
    private static final int NOT_MODIFIED = 304;

    private final Operating operating;
    private final Metrics metrics;
    private final Underway underway;
    private final Supplier<String> release;

    /// @param release id of the one being served
    public Observer(
            Operating operating, Metrics metrics, Underway underway, Supplier<String> release) {
        this.operating = operating;
        this.metrics = metrics;
        this.underway = underway;
        this.release = release;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        Observation seen = Observation.of(request);
        String service = service(request.getRequestURI());
        long begin = System.nanoTime();
        if (underway.begin()) {
            response.setHeader("Connection", "close");
        }
        boolean isOver = false;
        try {
            chain.doFilter(in, out);
            isOver = true;
        } finally {
            underway.end();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            String outcome = isOver ? outcome(seen, response) : "failed";
            metrics.answered(service, seen.form(), outcome, took);
            if (service.equals("sparql")) {
                tellIfSlow(seen, outcome, took, request);
            }
        }
    }

    private void tellIfSlow(
            Observation seen, String outcome, Duration took, HttpServletRequest request) {
        if (operating.slowAfter().isPresent() && took.compareTo(operating.slowAfter().get()) >= 0) {
            operating
                    .slowQueries()
                    .accept(
                            new SlowQuery(
                                    Instant.now(),
                                    took.toMillis(),
                                    outcome,
                                    bytesSent(request),
                                    seen.text(),
                                    release.get()));
        }
    }

    private static long bytesSent(HttpServletRequest request) {
        return Response.getContentBytesWritten(
                ServletContextRequest.getServletContextRequest(request)
                        .getServletContextResponse());
    }

    private static String outcome(Observation seen, HttpServletResponse response) {
        if (!seen.outcome().equals(Observation.ANSWERED)) {
            return seen.outcome();
        }
        int status = response.getStatus();
        if (status == NOT_MODIFIED) {
            return "unchanged";
        }
        if (status >= 400) {
            // pages that say so
            return status == 404 || status == 410 ? "not-found" : "failed";
        }
        String cache = response.getHeader("Cache-Status");
        return cache != null && cache.endsWith("hit") ? "cached" : Observation.ANSWERED;
    }

    /// One of few words: whoever asks chooses the path, and must not make labels of it.
    private static String service(String path) {
        String first = path.replaceFirst("^/([^/.]*).*$", "$1");
        return switch (first) {
            case "sparql", "search", "reconcile", "dumps", "id" -> first;
            default -> "other";
        };
    }
}
