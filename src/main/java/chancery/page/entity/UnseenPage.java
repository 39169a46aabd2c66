package chancery.page.entity;

import chancery.page.GraphView;
import chancery.page.Link;
import java.util.List;
import org.apache.jena.graph.Node;

/// The page of a thing that the release has but of which nothing is told from a point of view.
///
/// @param types most specific classes
public record UnseenPage(Link heading, List<Link> types) {
    /// @param graph the whole one
    public static UnseenPage of(GraphView graph, Node thing) {
        return new UnseenPage(Labels.cut(graph.link(thing)), graph.kindsOf(thing));
    }

    public UnseenPage {
        types = List.copyOf(types);
    }
}
