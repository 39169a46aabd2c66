package chancery.serve;

import chancery.page.Frame;
import chancery.page.Frame.Alternate;
import chancery.page.GraphView;
import chancery.page.TextFolder;
import chancery.page.claims.ClaimsJson;
import chancery.page.claims.ClaimsPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/claims?subject=…&property=…&value=…`, with and without an ending: who says so, in one step.
final class Claims {
    private static final String PATH = "/claims";
    private static final List<Offer> OFFERS = List.of(Offer.HTML, Offer.TURTLE, Offer.JSON);

    /// Claims at a time.
    private static final int ON_A_PAGE = 40;

    private static final int IN_DATA = 200;

    private final Pages pages;
    private final Optional<TextFolder> texts;

    Claims(Pages pages, Optional<TextFolder> texts) {
        this.pages = pages;
        this.texts = texts;
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
        Map<String, String> parameters = request.parameters();
        String page = parameters.getOrDefault("page", "1");
        if (!page.matches("[1-9]\\d{0,5}")) {
            return new Reply.BadRequest(
                    "%s: parameter page: found \"%s\", expected a number from 1 on"
                            .formatted(PATH, page));
        }
        ClaimsPage.Asked asked =
                new ClaimsPage.Asked(
                        parameters.getOrDefault("subject", ""),
                        parameters.getOrDefault("property", ""),
                        parameters.getOrDefault("value", ""),
                        Integer.parseInt(page),
                        offer.get().equals(Offer.HTML) ? ON_A_PAGE : IN_DATA);
        if (asked.subject().isEmpty()) {
            return new Reply.BadRequest(
                    PATH
                            + ": found no subject, expected subject=id/kind/name, and if wanted"
                            + " property= and value=");
        }
        return served.read(graph -> body(graph, asked, offer.get(), served))
                .<Reply>map(
                        body ->
                                new Reply.Found(
                                        offer.get().type() + "; charset=utf-8", body, isNegotiated))
                .orElseGet(() -> pages.notFound(request, served));
    }

    private Optional<String> body(
            GraphView graph, ClaimsPage.Asked asked, Offer offer, Served served) {
        boolean isPage = offer.equals(Offer.HTML);
        return ClaimsPage.of(graph, asked, isPage ? texts : Optional.empty())
                .map(
                        page -> {
                            if (isPage) {
                                return pages.html(
                                        "claims", frame(page, asked, served), page, served);
                            }
                            return offer.equals(Offer.JSON)
                                    ? new ClaimsJson(graph).of(page, served.id())
                                    : RdfText.of(
                                            Disagreements.excerpt(page.nodes(graph), served),
                                            Offer.TURTLE);
                        });
    }

    private static Frame frame(ClaimsPage page, ClaimsPage.Asked asked, Served served) {
        // in data there are more of them at a time
        String query = asked.query(1);
        return Pages.frame(
                        page.title(),
                        List.of(
                                new Alternate("text/turtle", PATH + ".ttl" + query, "Turtle"),
                                new Alternate("application/json", PATH + ".json" + query, "JSON")),
                        served)
                .withScripts("evidence.js");
    }
}
