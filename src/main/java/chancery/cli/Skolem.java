package chancery.cli;

import chancery.vocab.Base;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;

/// Puts triples into a graph, with an IRI for each blank node: a release has none, so that it can
/// be sorted. The n-th blank node of a file always gets the same IRI.
final class Skolem extends StreamRDFBase {
    private final Base base;
    private final String file;
    private final Graph into;
    private final Map<Node, Node> named = new HashMap<>();

    Skolem(Base base, String file, Graph into) {
        this.base = base;
        this.file = file.replace(".ttl", "");
        this.into = into;
    }

    @Override
    public void triple(Triple triple) {
        into.add(
                Triple.create(
                        named(triple.getSubject()),
                        triple.getPredicate(),
                        named(triple.getObject())));
    }

    private Node named(Node node) {
        return node.isBlank()
                ? named.computeIfAbsent(node, b -> base.id("node", file + "-" + (named.size() + 1)))
                : node;
    }
}
