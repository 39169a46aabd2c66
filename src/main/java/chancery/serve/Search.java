package chancery.serve;

import chancery.page.ClassCount;
import chancery.page.Frame;
import chancery.page.Frame.Alternate;
import chancery.page.GraphView;
import chancery.page.SearchJson;
import chancery.page.SearchPage;
import chancery.page.find.Meant;
import chancery.page.find.Offers;
import chancery.page.find.StateNames;
import chancery.search.Deadline;
import chancery.search.NameMatch;
import chancery.search.SearchIndex;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;

/// `/search?q=…&type=…&in=…&limit=…&offset=…`, with and without an ending; `/search/suggest?q=…`
/// while somebody types, and `/opensearch.xml`, by which a browser learns of both.
final class Search {
    private static final String PATH = "/search";
    private static final String SUGGEST = "/search/suggest";
    private static final String OPENSEARCH = "/opensearch.xml";
    private static final List<Offer> OFFERS = List.of(Offer.HTML, Offer.JSON);

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_RESULTS = 100;
    private static final int MOST_SUGGESTIONS = 20;

    private final Pages pages;
    private final Duration patience;
    private final String opensearch = StaticText.read("/chancery/serve/opensearch.xml");

    /// @param patience how long an answer may take
    Search(Pages pages, Duration patience) {
        this.patience = patience;
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(PATH)
                || path.startsWith(PATH + ".")
                || path.equals(SUGGEST)
                || path.equals(OPENSEARCH);
    }

    Reply answer(Request request, Served served) {
        if (request.path().equals(OPENSEARCH)) {
            return new Reply.Found(
                    "application/opensearchdescription+xml; charset=utf-8",
                    opensearch.replace("ORIGIN", request.origin()),
                    false);
        }
        Optional<SearchIndex> index = served.release().text();
        if (index.isEmpty()) {
            return noIndex(request.path(), served);
        }
        Deadline deadline = Deadline.in(patience);
        try {
            return request.path().equals(SUGGEST)
                    ? suggest(request, index.get(), served, deadline)
                    : search(request, index.get(), served, deadline);
        } catch (Deadline.OutOfTime late) {
            return new Reply.Unavailable(PATH + ": " + late.getMessage());
        } catch (IllegalArgumentException bad) {
            return new Reply.BadRequest(String.valueOf(bad.getMessage()));
        }
    }

    /// Of releases made before there was a text index.
    static Reply noIndex(String path, Served served) {
        return new Reply.Unavailable(
                "%s: found no text index in release %s, expected one made by a newer build"
                        .formatted(path, served.id()));
    }

    private Reply search(Request request, SearchIndex index, Served served, Deadline deadline) {
        String path = request.path();
        boolean isNegotiated = path.equals(PATH);
        Optional<Offer> offer =
                isNegotiated
                        ? new Negotiation(request.accept()).choose(OFFERS)
                        : OFFERS.stream()
                                .filter(each -> path.equals(PATH + "." + each.ending()))
                                .findFirst();
        if (offer.isEmpty()) {
            return isNegotiated
                    ? new Reply.NotAcceptable(OFFERS.stream().map(Offer::type).toList())
                    : pages.notFound(request, served);
        }
        SearchPage.Query query = query(request.parameters(), served);
        String body =
                served.read(graph -> body(graph, index, query, offer.get(), served, deadline));
        return new Reply.Found(offer.get().type() + "; charset=utf-8", body, isNegotiated);
    }

    private String body(
            GraphView graph,
            SearchIndex index,
            SearchPage.Query query,
            Offer offer,
            Served served,
            Deadline deadline) {
        SearchPage found = SearchPage.of(graph, index, query, served.counts(), deadline);
        SearchPage page = found.offering(offers(graph, index, query, served, deadline));
        return offer.equals(Offer.JSON)
                ? new SearchJson(graph).of(page, served.id())
                : pages.html("search", frame(query, served), page, served);
    }

    /// Only beside the first results of all kinds.
    private static List<SearchPage.Offer> offers(
            GraphView graph,
            SearchIndex index,
            SearchPage.Query query,
            Served served,
            Deadline deadline) {
        if (query.offset() > 0 || !query.kind().isEmpty() || query.text().isBlank()) {
            return List.of();
        }
        StateNames states = StateNames.like(query.text(), graph, index, deadline);
        return Offers.of(
                graph,
                Meant.of(query.text(), states),
                pair -> served.between(graph, pair),
                served::inventory);
    }

    private static SearchPage.Query query(Map<String, String> parameters, Served served) {
        String kind = parameters.getOrDefault("type", "");
        List<String> kinds = served.counts().stream().map(ClassCount::name).sorted().toList();
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            throw wrong("type", kind, "one of " + String.join(", ", kinds));
        }
        String lang = parameters.getOrDefault("in", "");
        if (!lang.matches("([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?")) {
            throw wrong("in", lang, "a language tag, such as az");
        }
        return new SearchPage.Query(
                text(parameters),
                kind,
                lang,
                number(parameters, "limit", 20, 1, MOST_RESULTS),
                number(parameters, "offset", 0, 0, 1_000_000));
    }

    private static String text(Map<String, String> parameters) {
        String text = parameters.getOrDefault("q", "");
        int length = text.codePointCount(0, text.length());
        if (length > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "%s: parameter q: found %d characters, expected at most %d"
                            .formatted(PATH, length, MOST_CHARACTERS));
        }
        return text;
    }

    private static int number(
            Map<String, String> parameters, String name, int standard, int least, int most) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            return standard;
        }
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw wrong(name, text, "a number from %d to %d".formatted(least, most));
        }
        return number;
    }

    private static IllegalArgumentException wrong(String name, String found, String expected) {
        String shown = found.length() > 80 ? found.substring(0, 80) + "…" : found;
        return new IllegalArgumentException(
                "%s: parameter %s: found \"%s\", expected %s"
                        .formatted(PATH, name, shown, expected));
    }

    private static Frame frame(SearchPage.Query query, Served served) {
        String parameters =
                "?q="
                        + encode(query.text())
                        + (query.kind().isEmpty() ? "" : "&type=" + encode(query.kind()))
                        + (query.lang().isEmpty() ? "" : "&in=" + encode(query.lang()))
                        + "&limit="
                        + query.limit()
                        + "&offset="
                        + query.offset();
        return Pages.frame(
                query.text().isBlank() ? "Search" : query.text(),
                List.of(new Alternate("application/json", PATH + ".json" + parameters, "JSON")),
                served);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// As browsers want it (OpenSearch suggestions): what was typed, then names, descriptions and
    /// addresses in the same order.
    private static Reply suggest(
            Request request, SearchIndex index, Served served, Deadline deadline) {
        String typed = text(request.parameters());
        int limit = number(request.parameters(), "limit", 10, 1, MOST_SUGGESTIONS);
        List<SearchPage.Result> found =
                served.read(graph -> SearchPage.beginning(graph, index, typed, limit, deadline));
        JsonArray names = new JsonArray();
        JsonArray descriptions = new JsonArray();
        JsonArray addresses = new JsonArray();
        // a name that only sounds so comes after those that begin as typed
        List<SearchPage.Result> ordered =
                found.stream()
                        .sorted(
                                Comparator.comparing(
                                        it -> !NameMatch.isBegunBy(typed, it.matched().text())))
                        .toList();
        for (SearchPage.Result result : ordered) {
            names.add(result.matched().text());
            String kinds =
                    String.join(", ", result.kinds().stream().map(kind -> kind.text()).toList());
            String dated = result.dates().isEmpty() ? kinds : kinds + ", " + result.dates();
            boolean isOtherName = !result.thing().text().equals(result.matched().text());
            descriptions.add(isOtherName ? result.thing().text() + " – " + dated : dated);
            addresses.add(request.origin() + result.thing().href());
        }
        JsonArray all = new JsonArray();
        all.add(typed);
        all.add(names);
        all.add(descriptions);
        all.add(addresses);
        return new Reply.Found(
                "application/x-suggestions+json; charset=utf-8", JSON.toString(all) + "\n", false);
    }
}
