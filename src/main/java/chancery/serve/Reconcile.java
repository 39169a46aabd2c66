package chancery.serve;

import chancery.page.entity.EntityPage;
import chancery.reconcile.BadQuery;
import chancery.reconcile.Service;
import chancery.search.Deadline;
import chancery.search.SearchIndex;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/reconcile`: the reconciliation service over HTTP, version 0.2 and the draft of 1.0.
///
/// One address serves both: what differs between them is told apart by path and content type, and
/// the draft's manifest lies at `/reconcile/1.0-draft`, below which all its paths work too.
final class Reconcile {
    /// Longest body that is read.
    static final int MOST_BYTES = 1 << 20;

    private static final String PATH = "/reconcile";
    private static final String DRAFT = "/reconcile/1.0-draft";
    private static final String JSON = "application/json; charset=utf-8";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");

    private final Pages pages;
    private final Duration patience;

    /// @param patience how long an answer may take
    Reconcile(Pages pages, Duration patience) {
        this.patience = patience;
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /// Whether others may show it inside their pages.
    static boolean isForFrames(String path) {
        return path.equals(PATH + "/preview") || path.equals(DRAFT + "/preview");
    }

    /// @param form parameters of the body, where it is a form
    /// @param body where it is none; `""` if there is none
    Reply answer(Request request, Map<String, String> form, String body, Served served) {
        if (!request.isReading() && !request.method().equals("POST")) {
            return new Reply.Methods(METHODS, !request.method().equals("OPTIONS"));
        }
        Optional<SearchIndex> index = served.release().text();
        if (index.isEmpty()) {
            return Search.noIndex(PATH, served);
        }
        Service service =
                new Service(
                        served.release(),
                        index.get(),
                        request.origin() + PATH,
                        request.origin(),
                        language(request.header("Accept-Language")),
                        Deadline.in(patience));
        try {
            return answer(service, request, form, body, served);
        } catch (Deadline.OutOfTime late) {
            return new Reply.Unavailable(PATH + ": " + late.getMessage());
        } catch (BadQuery bad) {
            String reason = PATH + ": " + bad.getMessage();
            return bad.isTooMuch() ? new Reply.TooLong(reason) : new Reply.BadRequest(reason);
        }
    }

    private Reply answer(
            Service service, Request request, Map<String, String> form, String body, Served served)
            throws BadQuery {
        Map<String, String> query = request.parameters();
        String below = below(request.path());
        if (request.method().equals("POST")) {
            return switch (below) {
                case "" -> version02(service, form, request);
                case "/match", "/reconcile" -> json(service.draftMatch(body));
                case "/extend" -> json(service.draftExtend(body));
                default -> new Reply.Methods(Site.READING, true);
            };
        }
        return switch (below) {
            case "" ->
                    request.path().equals(DRAFT)
                            ? json(service.draftManifest())
                            : version02(service, query, request);
            case "/suggest/entity" -> json(service.suggestEntity(prefix(query), skip(query)));
            case "/suggest/type" -> json(service.suggestType(prefix(query), skip(query)));
            case "/suggest/property" -> json(service.suggestProperty(prefix(query), skip(query)));
            case "/extend/propose" ->
                    json(
                            service.propose(
                                    query.getOrDefault("type", ""), number(query, "limit", 100)));
            case "/preview" -> preview(service, query.getOrDefault("id", ""), request, served);
            case "/view" ->
                    service.path(query.getOrDefault("id", ""))
                            .<Reply>map(Reply.SeeOther::new)
                            .orElseGet(() -> pages.notFound(request, served));
            case "/match", "/reconcile", "/extend" ->
                    new Reply.Methods(List.of("POST", "OPTIONS"), true);
            default -> pages.notFound(request, served);
        };
    }

    private static String below(String path) {
        String start = path.equals(DRAFT) || path.startsWith(DRAFT + "/") ? DRAFT : PATH;
        return path.substring(start.length());
    }

    private static Reply version02(Service service, Map<String, String> parameters, Request request)
            throws BadQuery {
        if (parameters.containsKey("queries")) {
            return json(service.match(parameters.getOrDefault("queries", "")));
        }
        if (parameters.containsKey("extend")) {
            return json(service.extend(parameters.getOrDefault("extend", "")));
        }
        if (request.method().equals("POST")) {
            return new Reply.BadRequest(
                    PATH
                            + ": found neither queries= nor extend=, expected a form with one of them");
        }
        return json(service.manifest());
    }

    private Reply preview(Service service, String id, Request request, Served served) {
        return service.path(id)
                .<Reply>map(
                        path -> {
                            String html =
                                    served.read(
                                            graph ->
                                                    pages.html(
                                                            "preview",
                                                            Pages.frame(
                                                                    "Preview", List.of(), served),
                                                            EntityPage.of(
                                                                    graph,
                                                                    graph.node(path.substring(1)),
                                                                    path.substring(1)),
                                                            served));
                            return new Reply.Found("text/html; charset=utf-8", html, false);
                        })
                .orElseGet(() -> pages.notFound(request, served));
    }

    private static Reply json(String text) {
        return new Reply.Found(JSON, text, false);
    }

    private static String prefix(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        return prefix.substring(0, Math.min(prefix.length(), 500));
    }

    private static int skip(Map<String, String> query) {
        return number(query, "cursor", 0);
    }

    /// What is no number is taken for none.
    private static int number(Map<String, String> query, String name, int standard) {
        String text = query.getOrDefault(name, "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : standard;
    }

    /// The language that is wanted most, of those wanted alike the first; `""` if it does not
    // matter.
    static String language(String header) {
        String best = "";
        double most = 0;
        for (String each : header.split(",")) {
            String[] parts = each.strip().split("\\s*;\\s*[qQ]\\s*=\\s*", 2);
            String weight = parts.length > 1 ? parts[1].strip() : "1";
            String tag = parts[0].split("-", 2)[0].strip();
            boolean isReadable =
                    tag.matches("[A-Za-z]{2,3}|\\*") && weight.matches("[01](\\.[0-9]{0,3})?");
            if (isReadable && Double.parseDouble(weight) > most) {
                most = Double.parseDouble(weight);
                best = tag.equals("*") ? "" : tag.toLowerCase(Locale.ROOT);
            }
        }
        return best;
    }
}
