package chancery.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;

/// Names in a release that are neither things nor terms: of its graphs, of the parts that it
/// counts, of modules of the ontology. Each leads by 303 to where it is described or lies.
final class OtherNames {
    private static final Pattern GRAPH = Pattern.compile("/graph/([a-z-]+)(?:/([a-z0-9-]+))?");
    private static final Pattern PART =
            Pattern.compile("(/release/[0-9a-f]+)/(?:class|property)/[A-Za-z0-9/-]+");
    private static final Pattern MODULE = Pattern.compile("/ontology/[a-z0-9.]+");

    /// A graph that is a document of its own; any other is found in the whole.
    private static final Map<String, String> GRAPHS =
            Map.of(
                    "best", "/dumps/best.ttl",
                    "disagreements", "/dumps/disagreements.ttl",
                    "ontology", "/ontology",
                    "queries", "/queries",
                    "release", "/.well-known/void");

    private static final String ALL_GRAPHS = "/dumps/chancery.trig";

    private OtherNames() {}

    /// @return empty if the path is no such name, or names nothing in this release
    static Optional<Reply> answer(String path, Served served) {
        Matcher graph = GRAPH.matcher(path);
        if (graph.matches()) {
            return graph(graph, served).map(Reply.SeeOther::new);
        }
        Matcher part = PART.matcher(path);
        if (part.matches() && part.group(1).endsWith("/" + served.id())) {
            return Optional.of(new Reply.SeeOther(part.group(1)));
        }
        return MODULE.matcher(path).matches()
                ? Optional.of(new Reply.SeeOther("/ontology"))
                : Optional.empty();
    }

    private static Optional<String> graph(Matcher path, Served served) {
        String name = path.group(0).substring(1);
        boolean isKnown =
                served.release()
                        .read(
                                dataset ->
                                        dataset.containsGraph(
                                                NodeFactory.createURI(
                                                        served.release().description().base()
                                                                + name)));
        if (!isKnown) {
            return Optional.empty();
        }
        return Optional.of(
                path.group(2) == null
                        ? GRAPHS.getOrDefault(path.group(1), ALL_GRAPHS)
                        : path.group(1).equals("source")
                                ? "/dumps/sources/" + path.group(2) + ".ttl"
                                : ALL_GRAPHS);
    }

    /// What the first page is about, for whoever asks for data.
    static Optional<Reply> home(Request request) {
        List<Offer> offers = new ArrayList<>(List.of(Offer.HTML));
        offers.addAll(Offer.GRAPHS);
        return new Negotiation(request.accept())
                .choose(offers)
                .filter(offer -> !offer.equals(Offer.HTML))
                .map(data -> new Reply.SeeOther("/.well-known/void"));
    }
}
