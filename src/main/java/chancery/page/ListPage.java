package chancery.page;

import chancery.vocab.Chy;
import java.util.List;
import org.apache.jena.graph.Node;

/// All things of a class, by label.
///
/// @param things at most 2,000 of them
/// @param total  how many there are
public record ListPage(Link type, List<Link> things, int total) {
    private static final int LISTED = 2_000;

    /// @param name local name of a class in our ontology
    public static ListPage of(GraphView graph, String name) {
        Node type = Chy.term(name);
        List<Node> all = graph.subjects(Terms.TYPE, type);
        return new ListPage(
                graph.link(type), graph.links(all.stream().limit(LISTED).toList()), all.size());
    }
}
