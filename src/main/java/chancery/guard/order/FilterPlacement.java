package chancery.guard.order;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;

/// Filters of patterns, put where they can be tried first once the patterns are in their order.
///
/// TDB2 does the same, but what stands inside of EXISTS then runs without order and without us.
public final class FilterPlacement {
    private FilterPlacement() {}

    public static boolean canPlace(OpFilter filter) {
        return filter.getSubOp() instanceof OpBGP || filter.getSubOp() instanceof OpQuadPattern;
    }

    /// @param filter that [#canPlace] accepts
    public static BasicPattern pattern(OpFilter filter) {
        return filter.getSubOp() instanceof OpQuadPattern quads
                ? quads.getBasicPattern()
                : ((OpBGP) filter.getSubOp()).getPattern();
    }

    /// @param filter that [#canPlace] accepts
    /// @param input  the first of its rows tells which variables have values
    public static Op of(OpFilter filter, QueryIterPeek input, ExecutionContext context) {
        if (filter.getSubOp() instanceof OpQuadPattern quads) {
            return TransformFilterPlacement.transform(
                    filter.getExprs(),
                    quads.getGraphNode(),
                    PatternOrder.of(quads.getBasicPattern(), input, context));
        }
        OpBGP triples = (OpBGP) filter.getSubOp();
        return TransformFilterPlacement.transform(
                filter.getExprs(), PatternOrder.of(triples.getPattern(), input, context));
    }
}
