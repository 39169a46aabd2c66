package chancery.release;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeIdInline;

/// Terms as TDB2 gives them back: it keeps numbers, dates and truth values as values, so that the
/// decimal `7` comes out as `7.0`. What is hashed, dumped and stored is one and the same then.
final class StoredForm {
    private StoredForm() {}

    static Quad of(Quad quad) {
        return Quad.create(quad.getGraph(), of(quad.asTriple()));
    }

    private static Triple of(Triple triple) {
        return Triple.create(triple.getSubject(), triple.getPredicate(), of(triple.getObject()));
    }

    private static Node of(Node term) {
        if (term.isTripleTerm()) {
            return NodeFactory.createTripleTerm(of(term.getTriple()));
        }
        var inline = NodeIdInline.inline(term);
        return inline == null ? term : NodeIdInline.extract(inline);
    }
}
