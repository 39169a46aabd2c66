package chancery.page;

import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/// How many things of a class there are.
///
/// @param name local name of the class in our ontology, such as `State`
public record ClassCount(String name, Link link, long count) {
    /// @param counted by class IRI, as the release says; if empty, the graph is counted
    /// @return the classes of our own ontology, most frequent first
    public static List<ClassCount> of(
            DatasetGraph dataset, String base, Map<String, Long> counted) {
        GraphView graph = new GraphView(dataset, base);
        Map<String, Long> counts = counted.isEmpty() ? count(dataset) : counted;
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Chy.NS))
                .map(entry -> row(graph, entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong((ClassCount row) -> row.count())
                                .reversed()
                                .thenComparing(ClassCount::name))
                .toList();
    }

    /// What they are called, such as `state` for one and `states` for sixteen.
    public String inWords() {
        String one = link.text();
        if (count == 1) {
            return one;
        }
        if (one.endsWith("person")) {
            return one.replaceFirst("person$", "people");
        }
        return one.matches(".*[^aeiou]y") ? one.replaceFirst("y$", "ies") : one + "s";
    }

    private static ClassCount row(GraphView graph, String type, long count) {
        String name = type.substring(Chy.NS.length());
        String label = graph.link(NodeFactory.createURI(type)).text();
        return new ClassCount(name, Link.to(label, "/class/" + name), count);
    }

    private static Map<String, Long> count(DatasetGraph dataset) {
        Map<String, Long> counts = new HashMap<>();
        dataset.getDefaultGraph()
                .find(Node.ANY, Terms.TYPE, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isURI)
                .forEach(type -> counts.merge(type.getURI(), 1L, Long::sum));
        return counts;
    }
}
