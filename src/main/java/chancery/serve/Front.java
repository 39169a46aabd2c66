package chancery.serve;

import chancery.guard.endpoint.EndpointFailure;
import chancery.page.Reader;
import chancery.serve.sparql.ResultCache;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands before everything: SPARQL queries and the ping go on to Fuseki, the rest to [Site]. Holds
/// the release for as long as a request lasts.
final class Front implements Filter {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private final Current current;
    private final Site site;
    private final Reconcile reconcile;
    private final QueryTools tools;
    private final Turns turns;
    private final SparqlFront sparql;

    /// @param turns in which searching and reconciling takes its turn with the queries
    Front(Current current, Site site, Reconcile reconcile, QueryTools tools, Turns turns) {
        this.turns = turns;
        this.current = current;
        this.site = site;
        this.reconcile = reconcile;
        this.tools = tools;
        this.sparql = new SparqlFront(current, site, turns.guard().limits());
    }

    ResultCache cache() {
        return sparql.cache();
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        HttpReplies.setCommonHeaders(response);
        Request request = read(http);
        try (Current.Loan loan = current.borrow()) {
            ErrorReplies.setPage(site.problemPage("", loan.served()), http);
            if (SparqlFront.isFor(request)) {
                // it has a reader of its own for points of view
                sparql.answer(request, named(request, loan.served()), http, response, chain);
            } else if (request.path().equals("/$/ping")) {
                chain.doFilter(in, new Unnumbered(response));
            } else if (Reconcile.isFor(request.path())) {
                reconcile(request, loan.served(), http, response);
            } else if (QueryTools.isFor(request.path())) {
                Served named = named(request, loan.served());
                HttpReplies.send(tools.answer(request, http, named), http, response);
            } else {
                read(request, loan.served(), http, response);
            }
        } catch (RuntimeException e) {
            EndpointFailure store = EndpointFailure.behind(e).orElseThrow(() -> e);
            HttpReplies.send(StoreReplies.of(store), http, response);
        }
    }

    /// A page or a file. What takes its time has to wait for its turn.
    private void read(
            Request request, Served served, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        Reply reply;
        try {
            Reader reader = reader(request);
            Supplier<Reply> work = () -> site.answer(request, served.readBy(reader));
            boolean takesTurn = Search.isFor(request.path()) || reader.hasPointOfView();
            reply = carried(takesTurn ? turns.inTurn(http, work) : work.get(), reader);
        } catch (Reader.Unreadable mistake) {
            reply = new Reply.BadRequest(request.path() + ": " + mistake.getMessage());
        }
        HttpReplies.send(reply, http, response);
    }

    /// Whoever is sent on keeps what was chosen.
    private static Reply carried(Reply reply, Reader reader) {
        return switch (reply) {
            case Reply.SeeOther other -> new Reply.SeeOther(reader.carryTo(other.path()));
            case Reply.Moved moved -> new Reply.Moved(reader.carryTo(moved.path()));
            default -> reply;
        };
    }

    private static Reader reader(Request request) {
        return Reader.of(request.path(), request.parameters(), request.header("Accept-Language"));
    }

    /// As it is, with its things named for whoever asks.
    private static Served named(Request request, Served served) {
        try {
            return served.named(reader(request));
        } catch (Reader.Unreadable mistake) {
            return served;
        }
    }

    private void reconcile(
            Request request, Served served, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        if (Reconcile.isForFrames(request.path())) {
            HttpReplies.allowFrames(response);
        }
        byte[] bytes = http.getInputStream().readNBytes(Reconcile.MOST_BYTES + 1);
        if (bytes.length > Reconcile.MOST_BYTES) {
            String reason =
                    String.format(
                            Locale.ROOT,
                            "%s: found more than %d bytes, expected at most that many",
                            request.path(),
                            Reconcile.MOST_BYTES);
            HttpReplies.send(new Reply.TooLong(reason), http, response);
            return;
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        boolean isForm =
                request.header("Content-Type").startsWith("application/x-www-form-urlencoded");
        Map<String, String> form = isForm ? parameters(body) : Map.of();
        response.setHeader("Vary", "Accept-Language");
        HttpReplies.send(
                turns.inTurn(
                        http, () -> reconcile.answer(request, form, isForm ? "" : body, served)),
                http,
                response);
    }

    private static Request read(HttpServletRequest http) throws IOException {
        return new Request(
                http.getMethod(),
                http.getRequestURI(),
                parameters(http.getQueryString()),
                headers(http),
                origin(http));
    }

    static Map<String, String> headers(HttpServletRequest http) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(http.getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(", ", Collections.list(http.getHeaders(name))));
        }
        return headers;
    }

    /// As whoever asks sees it; a server before this one tells the scheme.
    private static String origin(HttpServletRequest http) {
        String host = orEmpty(http.getHeader("Host"));
        if (!HOST.matcher(host).matches()) {
            return Request.NOWHERE;
        }
        String told = orEmpty(http.getHeader("X-Forwarded-Proto"));
        return (told.equals("https") || http.isSecure() ? "https://" : "http://") + host;
    }

    /// Of the query string only: the servlet's own reading would use up the body.
    private static Map<String, String> parameters(@Nullable String queryString) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : orEmpty(queryString).split("&")) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.putIfAbsent(decode(name), decode(value));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badPercent) {
            return text;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
