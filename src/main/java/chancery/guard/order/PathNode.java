package chancery.guard.order;

import java.io.Serial;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Node_Ext;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/// A path where a pattern has its property. No database has such a term.
final class PathNode extends Node_Ext<Path> {
    @Serial private static final long serialVersionUID = 1L;

    /// Worked out once, by the query's thread.
    private transient @Nullable Step step;

    private PathNode(Path path) {
        super(path);
    }

    static Triple triple(Node subject, Path path, Node object) {
        return Triple.create(subject, new PathNode(path), object);
    }

    /// @return null if there is none
    static @Nullable Path of(Triple triple) {
        return triple.getPredicate() instanceof PathNode node ? node.get() : null;
    }

    Step step(ReorderTransformation order) {
        Step known = step;
        if (known == null) {
            known = Step.of(get(), order);
            step = known;
        }
        return known;
    }

    @Override
    public boolean isConcrete() {
        return true;
    }

    @Override
    public String toString() {
        return get().toString();
    }

    @Override
    public String toString(PrefixMapping prefixes) {
        return get().toString(new Prologue(prefixes));
    }
}
