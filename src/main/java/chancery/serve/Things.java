package chancery.serve;

import chancery.page.ClaimPage;
import chancery.page.DisagreementPage;
import chancery.page.Frame;
import chancery.page.GraphView;
import chancery.page.PassagePage;
import chancery.page.Reader;
import chancery.page.TextFolder;
import chancery.page.ThingPage;
import chancery.page.source.Shown;
import chancery.page.source.SourcePage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            Pattern.compile("/(id/([a-z]+)/[A-Za-z0-9_%-]+)(?:\\.([a-z]+))?");

    private final Pages pages;
    private final Optional<TextFolder> texts;

    Things(Pages pages, Optional<TextFolder> texts) {
        this.pages = pages;
        this.texts = texts;
    }

    Reply answer(Request request, Served served) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !served.read(graph -> graph.knows(graph.node(path.group(1))))) {
            return pages.notFound(request, served);
        }
        Thing thing = new Thing(path.group(1), path.group(2), orEmpty(path.group(3)));
        return served.read(graph -> noLonger(graph, thing, request, served))
                .orElseGet(() -> answer(thing, request, served));
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
                    .map(offer -> describe(thing, offer, negotiation, served))
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Optional<Offer> chosen = negotiation.choose(Offer.DESCRIPTIONS);
        if (chosen.isEmpty()) {
            return new Reply.NotAcceptable(Offer.DESCRIPTIONS.stream().map(Offer::type).toList());
        }
        return DOCUMENTS.contains(thing.kind())
                ? describe(thing, chosen.get(), negotiation, served)
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
                .map(offer -> describe(thing, offer, negotiation, served))
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

    private Reply describe(Thing thing, Offer offer, Negotiation negotiation, Served served) {
        boolean isNegotiated = thing.ending().isEmpty();
        String location = isNegotiated ? "/" + thing.id() + "." + offer.ending() : "";
        List<WebLink> links = new Signposts(served).of(thing.id(), thing.kind(), offer);
        if (offer.equals(Offer.HTML)) {
            String html = served.read(graph -> page(graph, thing, served));
            return new Reply.Found("text/html; charset=utf-8", html, isNegotiated, location, links);
        }
        boolean canTripleTerms = RdfText.canTripleTerms(offer);
        boolean tripleTerms = canTripleTerms && negotiation.wantsTripleTerms(offer);
        String base = served.release().description().base();
        Graph graph =
                served.release()
                        .read(
                                dataset ->
                                        new ThingGraph(dataset, base)
                                                .of(
                                                        new GraphView(dataset, base)
                                                                .node(thing.id()),
                                                        tripleTerms));
        String version = tripleTerms ? "; version=1.2" : "";
        return new Reply.Found(
                offer.type() + version + "; charset=utf-8",
                RdfText.of(graph, offer),
                isNegotiated || canTripleTerms,
                location,
                links);
    }

    private String page(GraphView graph, Thing thing, Served served) {
        Node node = graph.node(thing.id());
        String id = thing.id();
        return switch (thing.kind()) {
            case "claim" -> {
                ClaimPage page = ClaimPage.of(graph, node, id, texts);
                yield html("claim", page.title(), page, graph, thing, served);
            }
            case "source" -> {
                SourcePage page = SourcePage.of(graph, node, id, asked(served), texts);
                yield html("source", page.heading().text(), page, graph, thing, served);
            }
            case "disagreement" -> {
                DisagreementPage page = DisagreementPage.of(graph, node, id, texts);
                yield html("disagreement", page.heading(), page, graph, thing, served);
            }
            case "passage" -> {
                PassagePage page = PassagePage.of(graph, node, id, texts);
                yield html("passage", page.heading().text(), page, graph, thing, served);
            }
            default -> {
                ThingPage page = ThingPage.of(graph, node, id);
                yield html("thing", page.heading().text(), page, graph, thing, served);
            }
        };
    }

    private String html(
            String template,
            String title,
            Object page,
            GraphView graph,
            Thing thing,
            Served served) {
        List<Frame.Alternate> alternates =
                Signposts.DATA.stream()
                        .map(
                                offer ->
                                        new Frame.Alternate(
                                                offer.type(),
                                                "/" + thing.id() + "." + offer.ending(),
                                                offer.name()))
                        .toList();
        String schema =
                Pages.schema(served).thing(graph, graph.node(thing.id()), thing.kind(), title);
        String iri = served.release().description().base() + thing.id();
        Frame frame = Pages.frame(title, alternates, schema, served).about(iri);
        return pages.html(template, frame, page, served);
    }

    /// What of a source is asked for; what cannot be asked for is told like a bad point of view.
    private static SourcePage.Asked asked(Served served) {
        String show = served.reader().chosen("show");
        String choices =
                Arrays.stream(Shown.values())
                        .map(Shown::parameter)
                        .collect(Collectors.joining(", "));
        Shown shown =
                Shown.named(show)
                        .orElseThrow(() -> Reader.Unreadable.of("show", show, "one of " + choices));
        return new SourcePage.Asked(shown, served.reader().pageNumber());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// What a path below `/id/` names.
    ///
    /// @param id     the path without the slash before it and without the ending
    /// @param ending without its dot; `""` if there is none
    private record Thing(String id, String kind, String ending) {}
}
