package chancery.serve;

import chancery.page.ClaimsJson;
import chancery.page.ClaimsPage;
import chancery.page.Frame;
import chancery.page.Frame.Alternate;
import chancery.page.GraphView;
import chancery.page.TextFolder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/claims?subject=…&property=…&value=…`, with and without an ending: who says so, in one step.
final class Claims {
    private static final String PATH = "/claims";
    private static final List<Offer> OFFERS = List.of(Offer.HTML, Offer.TURTLE, Offer.JSON);

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
        ClaimsPage.Asked asked =
                new ClaimsPage.Asked(
                        parameters.getOrDefault("subject", ""),
                        parameters.getOrDefault("property", ""),
                        parameters.getOrDefault("value", ""));
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
        String query =
                "?subject="
                        + encode(asked.subject())
                        + (asked.property().isEmpty()
                                ? ""
                                : "&property=" + encode(asked.property()))
                        + (asked.value().isEmpty() ? "" : "&value=" + encode(asked.value()));
        return Pages.frame(
                page.title(),
                List.of(
                        new Alternate("text/turtle", PATH + ".ttl" + query, "Turtle"),
                        new Alternate("application/json", PATH + ".json" + query, "JSON")),
                served);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
