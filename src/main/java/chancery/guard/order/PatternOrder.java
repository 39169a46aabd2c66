package chancery.guard.order;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.tdb2.store.GraphTDB;

/// Patterns in the order of the database's counts, paths among them.
public final class PatternOrder {
    /// The property of a path that may be of any.
    private static final Node ANY = Var.alloc(".path");

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
        Path path = PathNode.of(triple);
        return path == null ? triple : step(triple.getSubject(), path, triple.getObject(), order);
    }

    private static Triple step(Node from, Path path, Node to, ReorderTransformation order) {
        return switch (path) {
            case P_Link link -> Triple.create(from, link.getNode(), to);
            case P_ReverseLink link -> Triple.create(to, link.getNode(), from);
            case P_Inverse inverse -> step(to, inverse.getSubPath(), from, order);
            case P_OneOrMore1 some -> step(from, some.getSubPath(), to, order);
            case P_Alt either ->
                    later(
                            step(from, either.getLeft(), to, order),
                            step(from, either.getRight(), to, order),
                            order);
            case P_Seq both ->
                    later(
                            step(from, both.getLeft(), to, order),
                            step(from, both.getRight(), to, order),
                            order);
            default -> Triple.create(from, ANY, to);
        };
    }

    /// That of which there are more.
    private static Triple later(Triple one, Triple other, ReorderTransformation order) {
        BasicPattern both = new BasicPattern();
        both.add(one);
        both.add(other);
        return order.reorderIndexes(both).reorder(both).get(1);
    }
}
