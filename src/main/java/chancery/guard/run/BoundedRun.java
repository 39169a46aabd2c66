package chancery.guard.run;

import chancery.guard.function.BoundedExpressions;
import chancery.guard.order.PathPatterns;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.OptimizerStd;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/// Makes an execution keep to a budget.
public final class BoundedRun {
    /// Rows that sorting and DISTINCT hold before they go to disk.
    static final int ROWS_IN_MEMORY = 20_000;

    private static final Symbol OTHERS = Symbol.create("https://w3id.org/chancery/others");

    private BoundedRun() {}

    /// @param context of one execution alone; changed
    public static void bind(Context context, QueryBudget budget) {
        budget.putInto(context);
        QC.setFactory(context, BoundedExecutor::new);
        // they are placed once the patterns are in order, and only whole patterns are ordered
        context.set(ARQ.optFilterPlacementBGP, false);
        context.set(ARQ.spillToDiskThreshold, (long) ROWS_IN_MEMORY);
        RewriteFactory bounded =
                of -> query -> new WithPaths(of).rewrite(BoundedExpressions.in(query));
        context.set(ARQConstants.sysOptimizerFactory, bounded);
    }

    /// Jena's own steps, and paths gathered before the first that asks what stands together.
    private static final class WithPaths extends OptimizerStd {
        WithPaths(Context context) {
            super(context);
        }

        @Override
        protected Op transformFilterConjunction(Op query) {
            return super.transformFilterConjunction(PathPatterns.gather(query));
        }
    }

    /// Lets the query ask other servers; without it, `SERVICE` is refused.
    ///
    /// @param context as for [#bind]
    public static void letAsk(Context context, OtherServers others) {
        context.set(OTHERS, others);
    }

    static @Nullable OtherServers others(Context context) {
        return context.get(OTHERS);
    }
}
