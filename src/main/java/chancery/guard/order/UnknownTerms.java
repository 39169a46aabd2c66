package chancery.guard.order;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;

/// Terms that the database does not have: a pattern with one has no answer, which is better known
/// before its other triples are looked up. Such a term is most often a slip of the pen.
public final class UnknownTerms {
    private UnknownTerms() {}

    /// Whether a triple of several names a term that is nowhere in the database.
    public static boolean in(BasicPattern pattern, ExecutionContext context) {
        if (pattern.size() < 2 || !(context.getActiveGraph() instanceof GraphTDB graph)) {
            return false;
        }
        NodeTable terms = graph.getDSG().getTripleTable().getNodeTupleTable().getNodeTable();
        for (Triple triple : pattern) {
            // a path of no step leads from any term to itself
            if (PathNode.of(triple) == null
                    && (isUnknown(triple.getSubject(), terms)
                            || isUnknown(triple.getPredicate(), terms)
                            || isUnknown(triple.getObject(), terms))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnknown(Node term, NodeTable terms) {
        return (term.isURI() || term.isLiteral())
                && NodeId.isDoesNotExist(terms.getNodeIdForNode(term));
    }
}
