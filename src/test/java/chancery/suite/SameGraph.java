package chancery.suite;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.GraphFactory;

/// Compares graphs up to the names of blank nodes and the spelling of literals with one value:
/// `"+1"` and `"1"` are the same decimal.
final class SameGraph {
    private SameGraph() {}

    /// @return what one has and the other has not; empty if they are the same
    static Optional<String> difference(Graph expected, Graph found) {
        Graph one = canonical(expected);
        Graph other = canonical(found);
        if (one.isIsomorphicWith(other)) {
            return Optional.empty();
        }
        NavigableSet<String> missing = lines(one);
        NavigableSet<String> surplus = lines(other);
        missing.removeAll(lines(other));
        surplus.removeAll(lines(one));
        return Optional.of(
                "missing:\n"
                        + String.join("\n", missing)
                        + "\nsurplus:\n"
                        + String.join("\n", surplus)
                        + "\n"
                        + one.size()
                        + " expected, "
                        + other.size()
                        + " found");
    }

    private static NavigableSet<String> lines(Graph graph) {
        String text = RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
        NavigableSet<String> lines = new TreeSet<>();
        text.lines().map(line -> line.replaceAll("_:\\w+", "_:b")).forEach(lines::add);
        return lines;
    }

    private static Graph canonical(Graph graph) {
        Graph canonical = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(
                        triple ->
                                canonical.add(
                                        Triple.create(
                                                triple.getSubject(),
                                                triple.getPredicate(),
                                                canonical(triple.getObject()))));
        return canonical;
    }

    private static Node canonical(Node node) {
        if (!node.isLiteral()) {
            return node;
        }
        NodeValue value = NodeValue.makeNode(node);
        if (value.isInteger()) {
            return typed(value.getInteger().toString(), node);
        }
        if (value.isDecimal()) {
            return typed(value.getDecimal().stripTrailingZeros().toPlainString(), node);
        }
        if (value.isDouble()) {
            return typed(Double.toString(value.getDouble()), node);
        }
        if (value.isBoolean()) {
            return typed(String.valueOf(value.getBoolean()), node);
        }
        return value.isFloat() ? typed(Float.toString(value.getFloat()), node) : node;
    }

    private static Node typed(String lexical, Node like) {
        return NodeFactory.createLiteralDT(lexical, like.getLiteralDatatype());
    }
}
