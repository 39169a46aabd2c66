package chancery.page.claims;

import chancery.page.GraphView;
import chancery.page.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// A claim as far as ordering and comparing needs it, each of its triples read once.
///
/// @param sources that state it; one in releases of ours
/// @param isPassedOn whether the source tells it as somebody else's words
/// @param start   first character of its first passage, -1 if it has none
record ReadClaim(
        Node claim,
        Node property,
        Node value,
        Node stance,
        Set<Node> sources,
        boolean isPassedOn,
        int start) {
    /// What two claims have in common that say the same.
    record Fact(Node property, Node value, Node stance) {}

    Fact fact() {
        return new Fact(property, value, stance);
    }

    /// Reads many claims; where a passage begins is looked up once.
    ///
    /// Lives as long as the [GraphView].
    static final class Reader {
        private final GraphView graph;
        private final Map<Node, Integer> starts = new HashMap<>();

        Reader(GraphView graph) {
            this.graph = graph;
        }

        ReadClaim read(Node claim) {
            List<Triple> triples = graph.triplesOf(claim).toList();
            return new ReadClaim(
                    claim,
                    first(triples, Terms.PREDICATE),
                    first(triples, Terms.OBJECT),
                    first(triples, Terms.STANCE),
                    all(triples, Terms.STATED_IN),
                    !all(triples, Terms.SAID_IN).isEmpty(),
                    all(triples, Terms.PASSAGE).stream().mapToInt(this::start).min().orElse(-1));
        }

        private int start(Node passage) {
            return starts.computeIfAbsent(passage, each -> graph.number(each, Terms.CHAR_START));
        }

        private static Set<Node> all(List<Triple> triples, Node property) {
            return triples.stream()
                    .filter(triple -> triple.getPredicate().equals(property))
                    .map(Triple::getObject)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static Node first(List<Triple> triples, Node property) {
            return triples.stream()
                    .filter(triple -> triple.getPredicate().equals(property))
                    .map(Triple::getObject)
                    .findFirst()
                    .orElse(Node.ANY);
        }
    }
}
