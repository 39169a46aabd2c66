package chancery.view;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// What would be otherwise if a disagreement were decided for one of its claims.
///
/// @param gone          accepted triples that would not be there
/// @param come          accepted triples that would be
/// @param goneComputed  triples that follow from accepted ones and would not be there
/// @param comeComputed  likewise that would be
/// @param rejudged      claims that would have another verdict, by their IRIs
/// @param disagreements other disagreements that would appear, vanish or end otherwise
public record Consequences(
        List<Triple> gone,
        List<Triple> come,
        List<Triple> goneComputed,
        List<Triple> comeComputed,
        List<Rejudged> rejudged,
        List<Node> disagreements) {
    public Consequences {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
        goneComputed = List.copyOf(goneComputed);
        comeComputed = List.copyOf(comeComputed);
        rejudged = List.copyOf(rejudged);
        disagreements = List.copyOf(disagreements);
    }

    /// @param now  its verdict in the release
    /// @param then its verdict if the disagreement were decided so
    public record Rejudged(Node claim, Node now, Node then) {}
}
