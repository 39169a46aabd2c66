package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.service.ServiceRules;
import chancery.release.Description;
import chancery.serve.discovery.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// The documents in which the endpoint and the release describe themselves, in each form.
final class Descriptions {
    /// Whoever does not care gets Turtle; who reads pages asks for them.
    private static final List<Offer> OFFERS = withPage(Offer.DOCUMENTS);

    private final Limits limits;
    private final ServiceRules services;

    Descriptions(Limits limits, ServiceRules services) {
        this.limits = limits;
        this.services = services;
    }

    /// @param page for people, as HTML
    Reply ofService(Request request, Served served, Supplier<String> page) {
        return choose(
                request,
                offer -> new Reply.Found("text/html; charset=utf-8", page.get(), true),
                offer -> service(request, served, offer));
    }

    /// People are led to the files.
    Reply ofService(Request request, Served served) {
        return choose(
                request,
                offer -> new Reply.SeeOther("/dumps/"),
                offer -> service(request, served, offer));
    }

    Reply ofRelease(Request request, Description release) {
        return choose(
                request,
                offer -> new Reply.SeeOther("/dumps/" + release.id() + "/"),
                offer -> offer.equals(Offer.TURTLE) ? release.turtle() : rewritten(release, offer));
    }

    private static String rewritten(Description release, Offer offer) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(release.turtle(), Lang.TURTLE).parse(graph);
        return RdfText.of(graph, offer);
    }

    private String service(Request request, Served served, Offer offer) {
        Served.Described described = served.described().get();
        List<Triple> triples =
                new ServiceDescription(
                                described.description(),
                                served.release().description(),
                                described.examples(),
                                limits,
                                services)
                        .at(request.origin());
        return RdfText.inOrder(triples, ServiceDescription.prefixes(), offer);
    }

    private static Reply choose(
            Request request, Function<Offer, Reply> page, Function<Offer, String> document) {
        return new Negotiation(request.accept())
                .choose(OFFERS)
                .map(
                        offer ->
                                offer.equals(Offer.HTML)
                                        ? page.apply(offer)
                                        : new Reply.Found(
                                                offer.type() + "; charset=utf-8",
                                                document.apply(offer),
                                                true))
                .orElseGet(
                        () -> new Reply.NotAcceptable(OFFERS.stream().map(Offer::type).toList()));
    }

    private static List<Offer> withPage(List<Offer> documents) {
        List<Offer> all = new ArrayList<>(documents);
        all.add(Offer.HTML);
        return List.copyOf(all);
    }
}
