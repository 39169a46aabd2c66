package chancery.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/// Sources in the order of their publication.
public final class SourceOrder {
    /// Behind all dates.
    private static final String NEVER = "~";

    private SourceOrder() {}

    /// @return each once; those without a date last
    public static List<Node> of(GraphView graph, Collection<Node> sources) {
        Map<Node, String> published = new HashMap<>();
        sources.forEach(source -> published.put(source, published(graph, source)));
        return sources.stream()
                .distinct()
                .sorted(
                        Comparator.comparing((Node it) -> published.getOrDefault(it, NEVER))
                                .thenComparing(it -> graph.link(it).text())
                                .thenComparing(it -> it.toString()))
                .toList();
    }

    /// The date as EDTF writes it, so by year.
    private static String published(GraphView graph, Node source) {
        return graph.object(source, Terms.PUBLISHED)
                .or(() -> graph.object(source, Terms.DATA_AS_OF))
                .map(Node::toString)
                .orElse(NEVER);
    }
}
