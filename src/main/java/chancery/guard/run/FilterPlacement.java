package chancery.guard.run;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.tdb2.store.GraphTDB;

/// Filters of patterns, put where they can be tried first once the patterns are in their order.
///
/// TDB2 does the same, but what stands inside of EXISTS then runs without order and without us.
final class FilterPlacement {
    private FilterPlacement() {}

    static boolean canPlace(OpFilter filter) {
        return filter.getSubOp() instanceof OpBGP || filter.getSubOp() instanceof OpQuadPattern;
    }

    /// @param filter that [#canPlace] accepts
    /// @param input  the first of its rows tells which variables have values
    static Op of(OpFilter filter, QueryIterPeek input, ExecutionContext context) {
        if (filter.getSubOp() instanceof OpQuadPattern quads) {
            return TransformFilterPlacement.transform(
                    filter.getExprs(),
                    quads.getGraphNode(),
                    ordered(quads.getBasicPattern(), input, context));
        }
        OpBGP triples = (OpBGP) filter.getSubOp();
        return TransformFilterPlacement.transform(
                filter.getExprs(), ordered(triples.getPattern(), input, context));
    }

    private static BasicPattern ordered(
            BasicPattern pattern, QueryIterPeek input, ExecutionContext context) {
        if (pattern.size() < 2
                || !(context.getActiveGraph() instanceof GraphTDB graph)
                || graph.getDSG().getReorderTransform() == null
                || !input.hasNext()) {
            return pattern;
        }
        BasicPattern known = Substitute.substitute(pattern, input.peek());
        return graph.getDSG().getReorderTransform().reorderIndexes(known).reorder(pattern);
    }
}
