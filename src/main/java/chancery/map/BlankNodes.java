package chancery.map;

import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Blank nodes whose labels tell where they come from, so that the same table gives the same labels
/// whoever maps which part of it. Used by one thread.
///
/// Labels are letters and digits: N-Triples writes them as they are.
public final class BlankNodes {
    private final String scope;
    private String row = "";
    private int count;
    private int annotations;

    /// @param scope in front of every label; what is mapped with another scope has other nodes
    public BlankNodes(String scope) {
        this.scope = scope;
    }

    /// With a scope that nobody else has.
    public static BlankNodes unique() {
        return new BlankNodes(uniqueScope());
    }

    /// A scope that nobody else has.
    public static String uniqueScope() {
        return "u" + UUID.randomUUID().toString().replace("-", "") + "e";
    }

    /// Those of one table of a group.
    ///
    /// @param number 1-based
    public BlankNodes ofTable(int number) {
        return new BlankNodes(scope + "t" + number);
    }

    /// The group of tables.
    public Node group() {
        return node(scope + "g");
    }

    /// The table whose nodes these are.
    public Node table() {
        return node(scope);
    }

    /// The next one that an annotation speaks of.
    Node annotation() {
        annotations++;
        return node(scope + "a" + annotations);
    }

    /// The node of a row, in standard mode.
    public Node row(long number) {
        return node(scope + "w" + number);
    }

    /// Call before the nodes of a row are asked for.
    ///
    /// @param number 1-based
    public void startRow(long number) {
        row = scope + "r" + number;
        count = 0;
    }

    /// The next one of a row.
    public Node next() {
        count++;
        return node(count == 1 ? row : row + "n" + count);
    }

    private static Node node(String label) {
        return NodeFactory.createBlankNode(label);
    }
}
