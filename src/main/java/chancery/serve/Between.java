package chancery.serve;

import chancery.page.Frame;
import chancery.page.Frame.Alternate;
import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.page.between.BadChoice;
import chancery.page.between.Choice;
import chancery.page.between.PairPage;
import chancery.page.between.PairPage.Pair;
import chancery.page.between.PairTable;
import chancery.page.between.PairsPage;
import chancery.release.Description;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/// `/between`, `/between/<state>` and `/between/<state>/<state>`, the last with and without an
/// ending.
///
/// Two states have one page: in the order of their slugs; the other order leads there.
final class Between {
    private static final String PATH = "/between";

    private static final Pattern STATE = Pattern.compile(PATH + "/([A-Za-z0-9_%-]+)");

    private static final Pattern PAIR =
            Pattern.compile(PATH + "/([A-Za-z0-9_%-]+)/([A-Za-z0-9_%-]+)(?:\\.([a-z]+))?");

    private static final Offer CSV = new Offer("text/csv", "csv");

    /// Whoever does not care gets the page.
    private static final List<Offer> OFFERS = List.of(Offer.HTML, CSV, Offer.TURTLE, Offer.JSON);

    private final Pages pages;

    Between(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    Reply answer(Request request, Served served) {
        if (request.path().equals(PATH) || request.path().equals(PATH + "/")) {
            return pairs("", "", served);
        }
        Matcher state = STATE.matcher(request.path());
        if (state.matches()) {
            return isState(state.group(1), served)
                    ? pairs(state.group(1), "", served)
                    : pairs("", request.path(), served);
        }
        Matcher pair = PAIR.matcher(request.path());
        if (!pair.matches()) {
            return pairs("", request.path(), served);
        }
        return pair(
                new Pair(pair.group(1), pair.group(2)), orEmpty(pair.group(3)), request, served);
    }

    private Reply pair(Pair asked, String ending, Request request, Served served) {
        Pair pair =
                served.read(
                        graph ->
                                new Pair(now(graph, asked.one()), now(graph, asked.other()))
                                        .canonical());
        if (!isState(pair.one(), served)
                || !isState(pair.other(), served)
                || pair.one().equals(pair.other())) {
            return pairs("", request.path(), served);
        }
        if (!pair.equals(asked)) {
            String end = ending.isEmpty() ? "" : "." + ending;
            return new Reply.Moved(pair.path() + end + query(request.parameters()));
        }
        Optional<Offer> offer =
                ending.isEmpty()
                        ? new Negotiation(request.accept()).choose(OFFERS)
                        : OFFERS.stream().filter(it -> it.ending().equals(ending)).findFirst();
        if (offer.isEmpty()) {
            return ending.isEmpty()
                    ? new Reply.NotAcceptable(OFFERS.stream().map(Offer::type).toList())
                    : pages.notFound(request, served);
        }
        String type = offer.get().type() + "; charset=utf-8";
        try {
            Choice choice = Choice.of(request.parameters(), served.read(Between::sources));
            String body = body(pair, choice, offer.get(), served, List.of());
            return new Reply.Found(type, body, ending.isEmpty());
        } catch (BadChoice mistake) {
            return offer.get().equals(Offer.HTML) && request.accept().contains("text/html")
                    ? new Reply.Mistaken(type, lenient(pair, request, served))
                    : new Reply.BadRequest(pair.path() + ": " + mistake.getMessage());
        }
    }

    /// The page with what can be of a choice, and beside the rest why it cannot.
    private String lenient(Pair pair, Request request, Served served) {
        Map<String, String> left = new TreeMap<>(request.parameters());
        List<BadChoice> mistakes = new ArrayList<>();
        while (true) {
            try {
                Choice choice = Choice.of(left, served.read(Between::sources));
                return body(pair, choice, Offer.HTML, served, mistakes);
            } catch (BadChoice mistake) {
                mistakes.add(mistake);
                // each one is there once, so this ends
                left.remove(mistake.parameter());
            }
        }
    }

    private String body(
            Pair pair, Choice choice, Offer offer, Served served, List<BadChoice> mistakes) {
        Description release = served.release().description();
        if (offer.equals(Offer.TURTLE)) {
            return turtle(pair, choice, served);
        }
        if (!offer.equals(Offer.HTML)) {
            return served.read(
                    graph -> {
                        PairTable table =
                                new PairTable(graph, pair, served.between(graph, pair), choice);
                        return offer.equals(CSV)
                                ? table.csv()
                                : table.json(release.id(), release.date(), release.base());
                    });
        }
        PairPage page =
                served.read(
                                graph ->
                                        PairPage.of(
                                                graph,
                                                pair,
                                                served.between(graph, pair),
                                                choice,
                                                release.base()))
                        .withMistakes(mistakes);
        String title = page.one().text() + " and " + page.other().text();
        Frame frame = Pages.frame(title, alternates(page), served).withScripts("timeline.js");
        return pages.html("between", frame, page, served);
    }

    /// Each thing with the claims about it.
    private static String turtle(Pair pair, Choice choice, Served served) {
        String base = served.release().description().base();
        Graph all = GraphFactory.createDefaultGraph();
        served.readDataset(
                false,
                dataset -> {
                    GraphView graph = served.graph(dataset);
                    ThingGraph things = new ThingGraph(dataset, base);
                    new PairTable(graph, pair, served.between(graph, pair), choice)
                            .things()
                            .forEach(thing -> things.of(thing, false).find().forEach(all::add));
                    return all;
                });
        return RdfText.of(all, Offer.TURTLE);
    }

    private static List<Alternate> alternates(PairPage page) {
        return List.of(
                new Alternate("text/csv", page.as("csv"), "CSV"),
                new Alternate("text/turtle", page.as("ttl"), "Turtle"),
                new Alternate("application/json", page.as("json"), "JSON"));
    }

    /// @param slug  of a state, for its partners; `""` for all pairs
    /// @param asked what is not there; `""` if nothing
    private Reply pairs(String slug, String asked, Served served) {
        PairsPage page = served.read(graph -> PairsPage.of(graph, slug, asked));
        String title =
                page.state()
                        .map(it -> "Between " + it.text() + " and others")
                        .orElse("Between states");
        String html = pages.html("pairs", Pages.frame(title, List.of(), served), page, served);
        String type = "text/html; charset=utf-8";
        return asked.isEmpty()
                ? new Reply.Found(type, html, false)
                : new Reply.NotFound(type, html);
    }

    private static boolean isState(String slug, Served served) {
        return served.read(graph -> graph.isA(graph.node("id/state/" + slug), Chy.term("State")));
    }

    /// The slug under which a state is found now.
    private static String now(GraphView graph, String slug) {
        return graph.replacement(graph.node("id/state/" + slug))
                .filter(path -> path.startsWith("/id/state/"))
                .map(path -> path.substring("/id/state/".length()))
                .orElse(slug);
    }

    private static Set<String> sources(GraphView graph) {
        String prefix = graph.node("id/source/").getURI();
        return graph.allSubjects(Terms.TYPE, Chy.SOURCE)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(prefix))
                .map(iri -> iri.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String query(Map<String, String> parameters) {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
