package chancery.guard.order;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/// A property of which a database has about as much as of a path.
///
/// @param property a variable if the path may be of any
/// @param ahead    from the begin of the path to its end
record Step(Node property, boolean ahead) {
    private static final Node ANY = Var.alloc(".path");
    private static final Node FROM = Var.alloc(".from");
    private static final Node TO = Var.alloc(".to");

    Triple between(Node from, Node to) {
        return ahead ? Triple.create(from, property, to) : Triple.create(to, property, from);
    }

    static Step of(Path path, ReorderTransformation order) {
        return switch (path) {
            case P_Link link -> new Step(link.getNode(), true);
            case P_ReverseLink link -> new Step(link.getNode(), false);
            case P_Inverse inverse -> of(inverse.getSubPath(), order).back();
            case P_OneOrMore1 some -> of(some.getSubPath(), order);
            case P_Alt either ->
                    commoner(of(either.getLeft(), order), of(either.getRight(), order), order);
            case P_Seq both ->
                    commoner(of(both.getLeft(), order), of(both.getRight(), order), order);
            default -> new Step(ANY, true);
        };
    }

    private Step back() {
        return new Step(property, !ahead);
    }

    private static Step commoner(Step one, Step other, ReorderTransformation order) {
        BasicPattern both = new BasicPattern();
        both.add(one.between(FROM, TO));
        both.add(other.between(TO, FROM));
        return order.reorderIndexes(both).reorder(both).get(1).equals(both.get(1)) ? other : one;
    }
}
