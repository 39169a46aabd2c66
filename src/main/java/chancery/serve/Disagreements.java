package chancery.serve;

import chancery.page.DisagreementsJson;
import chancery.page.DisagreementsPage;
import chancery.page.DisagreementsPage.Filter;
import chancery.page.Frame;
import chancery.page.Frame.Alternate;
import chancery.page.GraphView;
import chancery.release.Description;
import chancery.release.Excerpt;
import chancery.vocab.Base;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/// `/disagreements`, with and without an ending: the register of what cannot all hold.
///
/// `?kind=` (the local name of a kind) and `?decided=yes` or `no` choose from it, in every form.
final class Disagreements {
    private static final String PATH = "/disagreements";

    /// Whoever does not care gets the page.
    private static final List<Offer> OFFERS =
            List.of(Offer.HTML, Offer.TURTLE, Offer.JSON, Offer.ATOM);

    private final Pages pages;

    Disagreements(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(PATH) || path.startsWith(PATH + ".");
    }

    Reply answer(Request request, Served served) {
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
        String kind = request.parameters().getOrDefault("kind", "");
        String decided = request.parameters().getOrDefault("decided", "");
        List<String> kinds = served.read(DisagreementsPage::kindNames);
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            return wrong("kind", kind, "one of " + String.join(", ", kinds));
        }
        if (!List.of("", "yes", "no").contains(decided)) {
            return wrong("decided", decided, "yes or no");
        }
        String body = served.read(graph -> body(graph, offer.get(), kind, decided, served));
        return new Reply.Found(offer.get().type() + "; charset=utf-8", body, isNegotiated);
    }

    private static Reply wrong(String parameter, String found, String expected) {
        return new Reply.BadRequest(
                "%s: parameter %s: found \"%s\", expected %s"
                        .formatted(PATH, parameter, found, expected));
    }

    private String body(GraphView graph, Offer offer, String kind, String decided, Served served) {
        boolean isPage = offer.equals(Offer.HTML);
        DisagreementsPage page =
                DisagreementsPage.of(
                        graph, new Filter(kind, decided), served.reader().pageNumber());
        Description release = served.release().description();
        if (isPage || offer.equals(Offer.ATOM)) {
            Frame frame = Pages.frame("Disagreements", alternates(page.query()), served);
            return isPage
                    ? pages.html("disagreements", frame, page, served)
                    : pages.feed("disagreements", release.base(), frame, page);
        }
        return offer.equals(Offer.JSON)
                ? new DisagreementsJson(graph).of(page, release.id(), release.date())
                : RdfText.of(
                        excerpt(
                                page.all().stream().map(one -> graph.node(one.path())).toList(),
                                served),
                        Offer.TURTLE);
    }

    private static List<Alternate> alternates(String query) {
        return List.of(
                new Alternate("text/turtle", PATH + ".ttl" + query, "Turtle"),
                new Alternate("application/json", PATH + ".json" + query, "JSON"),
                new Alternate("application/atom+xml", PATH + ".atom" + query, "Atom"));
    }

    /// The same cut as `dumps/disagreements.ttl`.
    ///
    /// @param asked disagreements or claims
    static Graph excerpt(List<Node> asked, Served served) {
        Base base = new Base(served.release().description().base());
        Graph result = GraphFactory.createDefaultGraph();
        return served.readDataset(
                false,
                dataset -> {
                    Graph all = dataset.getDefaultGraph();
                    new Excerpt(
                                    base,
                                    node -> all.find(node, Node.ANY, Node.ANY).toList(),
                                    node -> all.find(Node.ANY, Node.ANY, node).toList())
                            .disagreements(asked)
                            .forEach(result::add);
                    return result;
                });
    }
}
