package chancery.serve;

import chancery.page.GraphView;
import chancery.page.TextFolder;
import chancery.page.entity.UnseenPage;
import chancery.serve.ThingPages.Thing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// `/id/<kind>/<slug>`, with and without an ending.
///
/// A thing is not its description: it answers 303. What is a document itself answers at once.
final class Things {
    private static final Set<String> DOCUMENTS =
            Set.of("claim", "passage", "statement", "source", "time", "disagreement", "quantity");

    private static final Pattern PATH =
            Pattern.compile("/(id/([a-z]+)/[A-Za-z0-9_%-]+)(?:\\.([a-z]+(?:\\.json)?))?");

    private final Pages pages;
    private final ThingPages things;

    Things(Pages pages, Optional<TextFolder> texts) {
        this.pages = pages;
        this.things = new ThingPages(pages, texts);
    }

    Reply answer(Request request, Served served) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return pages.notFound(request, served);
        }
        if (!knows(path.group(1), served)) {
            return unseen(path.group(1), request, served)
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Thing thing = new Thing(path.group(1), path.group(2), orEmpty(path.group(3)));
        return served.read(graph -> noLonger(graph, thing, request, served))
                .orElseGet(() -> answer(thing, request, served));
    }

    private static boolean knows(String id, Served served) {
        return served.read(graph -> graph.knows(graph.node(id)));
    }

    /// What a point of view says nothing of is in the release all the same: its page says so.
    private Optional<Reply> unseen(String id, Request request, Served served) {
        if (served.view().isPlain() || !Pages.isForPeople(request)) {
            return Optional.empty();
        }
        Served whole = served.named(served.reader());
        if (!knows(id, whole)) {
            return Optional.empty();
        }
        UnseenPage page = whole.read(graph -> UnseenPage.of(graph, graph.node(id)));
        return Optional.of(
                new Reply.NotFound(
                        "text/html; charset=utf-8",
                        pages.write("unseen", page.heading().text(), "", page, served)));
    }

    private Reply answer(Thing thing, Request request, Served served) {
        Negotiation negotiation = new Negotiation(request.accept());
        if (thing.ending().equals("linkset")) {
            return new Reply.Found(
                    Signposts.LINKSET,
                    new Signposts(served).linkset(thing.id(), thing.kind(), request.origin()),
                    false);
        }
        if (!thing.ending().isEmpty()) {
            return Offer.DESCRIPTIONS.stream()
                    .filter(offer -> offer.ending().equals(thing.ending()))
                    .findFirst()
                    .map(offer -> describe(thing, offer, request, served))
                    .or(() -> served.read(graph -> ThingPages.citation(graph, thing, served)))
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Optional<Offer> chosen = negotiation.choose(Offer.DESCRIPTIONS);
        if (chosen.isEmpty()) {
            return new Reply.NotAcceptable(Offer.DESCRIPTIONS.stream().map(Offer::type).toList());
        }
        return DOCUMENTS.contains(thing.kind())
                ? describe(thing, chosen.get(), request, served)
                : new Reply.SeeOther("/" + thing.id() + "." + chosen.get().ending());
    }

    /// What was merged into another or renamed leads there; what was withdrawn is gone.
    private Optional<Reply> noLonger(GraphView graph, Thing thing, Request request, Served served) {
        Node node = graph.node(thing.id());
        Optional<String> other = graph.replacement(node);
        if (other.isPresent()) {
            String ending = thing.ending().isEmpty() ? "" : "." + thing.ending();
            return Optional.of(new Reply.Moved(other.get() + ending));
        }
        return graph.isWithdrawn(node)
                ? Optional.of(gone(graph, thing, request, served))
                : Optional.empty();
    }

    /// With what is still said of it, in the form asked for.
    private Reply gone(GraphView graph, Thing thing, Request request, Served served) {
        Negotiation negotiation = new Negotiation(request.accept());
        return Offer.DESCRIPTIONS.stream()
                .filter(offer -> offer.ending().equals(thing.ending()))
                .findFirst()
                .or(() -> negotiation.choose(Offer.DESCRIPTIONS))
                .filter(offer -> !offer.equals(Offer.HTML))
                .map(offer -> describe(thing, offer, request, served))
                .filter(Reply.Found.class::isInstance)
                .map(Reply.Found.class::cast)
                .<Reply>map(found -> new Reply.Gone(found.type(), found.body()))
                .orElseGet(
                        () ->
                                new Reply.Gone(
                                        "text/html; charset=utf-8",
                                        pages.write(
                                                "gone",
                                                "Withdrawn",
                                                "",
                                                graph.noteOn(graph.node(thing.id())),
                                                served)));
    }

    private Reply describe(Thing thing, Offer offer, Request request, Served served) {
        boolean isNegotiated = thing.ending().isEmpty();
        String location = isNegotiated ? "/" + thing.id() + "." + offer.ending() : "";
        List<WebLink> links = new Signposts(served).of(thing.id(), thing.kind(), offer);
        if (offer.equals(Offer.HTML)) {
            return ThingPages.mistake(request)
                    .orElseGet(
                            () ->
                                    served.read(graph -> things.html(graph, thing, request, served))
                                            .<Reply>map(
                                                    html ->
                                                            new Reply.Found(
                                                                    "text/html; charset=utf-8",
                                                                    html,
                                                                    isNegotiated,
                                                                    location,
                                                                    links))
                                            .orElseGet(() -> pages.notFound(request, served)));
        }
        Negotiation negotiation = new Negotiation(request.accept());
        boolean canTripleTerms = RdfText.canTripleTerms(offer);
        boolean tripleTerms = canTripleTerms && negotiation.wantsTripleTerms(offer);
        String base = served.release().description().base();
        Graph graph =
                served.readDataset(
                        tripleTerms,
                        dataset ->
                                new ThingGraph(dataset, base)
                                        .of(served.graph(dataset).node(thing.id()), tripleTerms));
        if (graph.isEmpty()) {
            // another point of view does not know it
            return pages.notFound(request, served);
        }
        String version = tripleTerms ? "; version=1.2" : "";
        return new Reply.Found(
                offer.type() + version + "; charset=utf-8",
                RdfText.of(graph, offer),
                isNegotiated || canTripleTerms,
                location,
                links);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
