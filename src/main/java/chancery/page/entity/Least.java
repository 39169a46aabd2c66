package chancery.page.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/// The first of many nodes by IRI, without putting all of them in order: a state may have a million
/// events, of which its page names twelve.
public final class Least {
    private Least() {}

    private record Keyed(String key, Node node) {}

    /// @param wanted asked only of nodes that may be among the first
    /// @return each once, in their order, as many as asked for at most
    public static List<Node> of(List<Node> nodes, int count, Predicate<Node> wanted) {
        if (count <= 0) {
            return List.of();
        }
        PriorityQueue<Keyed> first =
                new PriorityQueue<>(Comparator.comparing(Keyed::key).reversed());
        Set<Node> among = new HashSet<>();
        for (Node node : nodes) {
            String key = node.toString();
            boolean mayBe = first.size() < count || key.compareTo(first.element().key()) < 0;
            if (mayBe && wanted.test(node) && among.add(node)) {
                first.add(new Keyed(key, node));
                if (first.size() > count) {
                    among.remove(first.remove().node());
                }
            }
        }
        return first.stream().sorted(Comparator.comparing(Keyed::key)).map(Keyed::node).toList();
    }
}
