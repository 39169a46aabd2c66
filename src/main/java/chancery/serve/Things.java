package chancery.serve;

import chancery.page.ClaimPage;
import chancery.page.DisagreementPage;
import chancery.page.GraphView;
import chancery.page.PassagePage;
import chancery.page.SourcePage;
import chancery.page.TextFolder;
import chancery.page.ThingPage;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

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
        Negotiation negotiation = new Negotiation(request.accept());
        String ending = path.group(3);
        if (ending != null) {
            return Offer.DESCRIPTIONS.stream()
                    .filter(offer -> offer.ending().equals(ending))
                    .findFirst()
                    .map(offer -> describe(path, offer, negotiation, served, false))
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Optional<Offer> chosen = negotiation.choose(Offer.DESCRIPTIONS);
        if (chosen.isEmpty()) {
            return new Reply.NotAcceptable(Offer.DESCRIPTIONS.stream().map(Offer::type).toList());
        }
        return DOCUMENTS.contains(path.group(2))
                ? describe(path, chosen.get(), negotiation, served, true)
                : new Reply.SeeOther("/" + path.group(1) + "." + chosen.get().ending());
    }

    private Reply describe(
            Matcher path, Offer offer, Negotiation negotiation, Served served, boolean varies) {
        String id = path.group(1);
        if (offer.equals(Offer.HTML)) {
            String html = served.read(graph -> page(graph, path.group(2), id, served));
            return new Reply.Found("text/html; charset=utf-8", html, varies);
        }
        boolean tripleTerms = RdfText.canTripleTerms(offer) && negotiation.wantsTripleTerms(offer);
        String base = served.release().description().base();
        Graph graph =
                served.release()
                        .read(
                                dataset ->
                                        new ThingGraph(dataset, base)
                                                .of(
                                                        new GraphView(dataset, base).node(id),
                                                        tripleTerms));
        String version = tripleTerms ? "; version=1.2" : "";
        return new Reply.Found(
                offer.type() + version + "; charset=utf-8", RdfText.of(graph, offer), varies);
    }

    private String page(GraphView graph, String kind, String id, Served served) {
        Node node = graph.node(id);
        String turtle = "/" + id + ".ttl";
        return switch (kind) {
            case "claim" -> {
                ClaimPage page = ClaimPage.of(graph, node, id, texts);
                yield pages.write("claim", page.title(), turtle, page, served);
            }
            case "source" -> {
                SourcePage page = SourcePage.of(graph, node, id);
                yield pages.write("source", page.heading().text(), turtle, page, served);
            }
            case "disagreement" -> {
                DisagreementPage page = DisagreementPage.of(graph, node, id, texts);
                yield pages.write("disagreement", page.heading(), turtle, page, served);
            }
            case "passage" -> {
                PassagePage page = PassagePage.of(graph, node, id, texts);
                yield pages.write("passage", page.heading().text(), turtle, page, served);
            }
            default -> {
                ThingPage page = ThingPage.of(graph, node, id);
                yield pages.write("thing", page.heading().text(), turtle, page, served);
            }
        };
    }
}
