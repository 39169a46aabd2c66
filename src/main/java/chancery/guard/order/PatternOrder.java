package chancery.guard.order;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.tdb2.store.GraphTDB;

/// Patterns in the order of the database's counts, paths among them.
public final class PatternOrder {
    private PatternOrder() {}

    /// @param input the first of its rows tells which variables have values
    public static BasicPattern of(
            BasicPattern pattern, QueryIterPeek input, ExecutionContext context) {
        if (pattern.size() < 2
                || !(context.getActiveGraph() instanceof GraphTDB graph)
                || graph.getDSG().getReorderTransform() == null
                || !input.hasNext()) {
            return pattern;
        }
        ReorderTransformation order = graph.getDSG().getReorderTransform();
        if (PathPatterns.has(pattern) && hasPropertyAtAnEnd(pattern)) {
            return pattern;
        }
        BasicPattern counted = new BasicPattern();
        pattern.forEach(triple -> counted.add(counted(triple, order)));
        BasicPattern known = Substitute.substitute(counted, input.peek());
        return order.reorderIndexes(known).reorder(pattern);
    }

    /// Whether a path goes to or from what may be a property: no step leads from there to itself
    /// unless it is known beforehand, so the order tells in the answer.
    private static boolean hasPropertyAtAnEnd(BasicPattern pattern) {
        Set<Node> properties = new HashSet<>();
        pattern.forEach(triple -> properties.add(triple.getPredicate()));
        for (Triple triple : pattern) {
            if (PathNode.of(triple) != null
                    && (properties.contains(triple.getSubject())
                            || properties.contains(triple.getObject()))) {
                return true;
            }
        }
        return false;
    }

    /// The triple that has about as many answers.
    private static Triple counted(Triple triple, ReorderTransformation order) {
        return triple.getPredicate() instanceof PathNode path
                ? path.step(order).between(triple.getSubject(), triple.getObject())
                : triple;
    }
}
