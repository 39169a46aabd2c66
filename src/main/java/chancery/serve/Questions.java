package chancery.serve;

import chancery.page.Example;
import chancery.page.editor.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// `/queries` and what is below: the example questions as a page, as data and each as a file.
final class Questions {
    private static final Offer QUERY = new Offer("application/sparql-query", "rq");

    private static final List<Offer> ALL = before(Offer.HTML, Offer.DOCUMENTS);
    private static final List<Offer> ONE = before(Offer.HTML, before(QUERY, Offer.DOCUMENTS));

    private static final Pattern PATH =
            Pattern.compile("/queries(?:/([A-Za-z0-9_-]+))?(?:\\.([a-z]+))?");

    private final Pages pages;
    private final List<Example> examples;
    private final Topics topics;

    Questions(Pages pages, List<Example> examples, Topics topics) {
        this.pages = pages;
        this.examples = List.copyOf(examples);
        this.topics = topics;
    }

    static boolean isFor(String path) {
        return path.equals("/queries")
                || path.startsWith("/queries/")
                || path.startsWith("/queries.");
    }

    Reply answer(Request request, Served served) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return pages.notFound(request, served);
        }
        Optional<String> name = Optional.ofNullable(path.group(1));
        if (name.isPresent() && !isKnown(name.get(), served)) {
            return pages.notFound(request, served);
        }
        List<Offer> offers = name.isPresent() ? ONE : ALL;
        Optional<String> ending = Optional.ofNullable(path.group(2));
        if (ending.isPresent()) {
            return offers.stream()
                    .filter(offer -> offer.ending().equals(ending.get()))
                    .filter(offer -> !offer.equals(Offer.HTML))
                    .findFirst()
                    .flatMap(offer -> found(name, offer, false, served))
                    .orElseGet(() -> pages.notFound(request, served));
        }
        Optional<Offer> chosen = new Negotiation(request.accept()).choose(offers);
        return chosen.isEmpty()
                ? new Reply.NotAcceptable(offers.stream().map(Offer::type).toList())
                : found(name, chosen.get(), true, served)
                        .orElseGet(() -> pages.notFound(request, served));
    }

    private Optional<Reply> found(
            Optional<String> name, Offer offer, boolean varies, Served served) {
        if (offer.equals(Offer.HTML)) {
            return Optional.of(
                    name.<Reply>map(it -> new Reply.SeeOther("/queries#" + it))
                            .orElseGet(
                                    () ->
                                            pages.found(
                                                    "queries",
                                                    "Questions",
                                                    "/queries.ttl",
                                                    topics,
                                                    served)));
        }
        if (offer.equals(QUERY)) {
            return example(name.orElse(""))
                    .map(
                            it ->
                                    new Reply.Found(
                                            QUERY.type() + "; charset=utf-8", it.query(), varies));
        }
        return Optional.of(
                new Reply.Found(
                        offer.type() + "; charset=utf-8", data(name, offer, served), varies));
    }

    private Optional<Example> example(String name) {
        return examples.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private boolean isKnown(String name, Served served) {
        return example(name).isPresent()
                || served.read(graph -> graph.knows(graph.node("queries/" + name)));
    }

    private static String data(Optional<String> name, Offer offer, Served served) {
        String base = served.release().description().base();
        return served.release()
                .read(
                        dataset -> {
                            Graph all =
                                    dataset.getGraph(NodeFactory.createURI(base + "graph/queries"));
                            // a copy: the writers of some forms set prefixes
                            Node subject =
                                    name.<Node>map(
                                                    it ->
                                                            NodeFactory.createURI(
                                                                    base + "queries/" + it))
                                            .orElse(Node.ANY);
                            Graph copy = GraphFactory.createDefaultGraph();
                            all.find(subject, Node.ANY, Node.ANY).forEach(copy::add);
                            return RdfText.of(copy, offer);
                        });
    }

    private static List<Offer> before(Offer first, List<Offer> others) {
        List<Offer> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return List.copyOf(all);
    }
}
