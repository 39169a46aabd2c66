package chancery.serve;

import chancery.page.Example;
import chancery.page.Frame;
import chancery.page.OntologyPage;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// `/ontology`, where every `ontology#term` lands: a page for people, and the same as data.
final class Ontology {
    private static final String PATH = "/ontology";

    private final Pages pages;
    private final List<Example> examples;

    Ontology(Pages pages, List<Example> examples) {
        this.pages = pages;
        this.examples = examples;
    }

    static boolean isFor(String path) {
        return path.equals(PATH) || path.startsWith(PATH + ".");
    }

    Reply answer(Request request, Served served) {
        if (!request.path().equals(PATH)) {
            String ending = request.path().substring(PATH.length() + 1);
            return Offer.DESCRIPTIONS.stream()
                    .filter(offer -> offer.ending().equals(ending))
                    .findFirst()
                    .map(offer -> as(offer, false, served))
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Optional<Offer> offer = new Negotiation(request.accept()).choose(Offer.DESCRIPTIONS);
        return offer.map(chosen -> as(chosen, true, served))
                .orElseGet(
                        () ->
                                new Reply.NotAcceptable(
                                        Offer.DESCRIPTIONS.stream().map(Offer::type).toList()));
    }

    private Reply as(Offer offer, boolean varies, Served served) {
        String type = offer.type() + "; charset=utf-8";
        String location = varies ? PATH + "." + offer.ending() : "";
        return new Reply.Found(
                type,
                offer.equals(Offer.HTML) ? page(served) : data(offer, served),
                varies,
                location,
                links(offer, served));
    }

    private String page(Served served) {
        String base = served.release().description().base();
        OntologyPage page = served.read(graph -> OntologyPage.of(graph, base, examples));
        List<Frame.Alternate> alternates =
                Signposts.DATA.stream()
                        .map(
                                offer ->
                                        new Frame.Alternate(
                                                offer.type(),
                                                PATH + "." + offer.ending(),
                                                offer.name()))
                        .toList();
        return pages.html("ontology", Pages.frame("Ontology", alternates, served), page, served);
    }

    private static String data(Offer offer, Served served) {
        Node graph =
                NodeFactory.createURI(served.release().description().base() + "graph/ontology");
        // in memory: a writer sets prefixes, which a database that is only read does not let it
        Graph terms = GraphFactory.createGraphMem();
        served.release()
                .read(
                        dataset -> {
                            GraphUtil.addInto(terms, dataset.getGraph(graph));
                            return true;
                        });
        return RdfText.of(terms, offer);
    }

    private static List<WebLink> links(Offer offer, Served served) {
        WebLink citeAs = WebLink.to(served.release().description().base() + "ontology", "cite-as");
        WebLink licence = WebLink.to(Signposts.LICENCE, "license");
        if (!offer.equals(Offer.HTML)) {
            return List.of(
                    citeAs, licence, new WebLink(PATH + ".html", "describes", Offer.HTML.type()));
        }
        List<WebLink> links = new java.util.ArrayList<>(List.of(citeAs, licence));
        Signposts.DATA.forEach(
                data ->
                        links.add(
                                new WebLink(
                                        PATH + "." + data.ending(), "describedby", data.type())));
        return links;
    }
}
