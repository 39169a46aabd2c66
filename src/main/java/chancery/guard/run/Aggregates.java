package chancery.guard.run;

import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/// What an aggregate keeps besides a number.
final class Aggregates {
    private Aggregates() {}

    /// All values that it met, to count each once.
    static boolean remembers(Aggregator aggregator) {
        return aggregator instanceof AggCountDistinct
                || aggregator instanceof AggCountVarDistinct
                || aggregator instanceof AggSumDistinct
                || aggregator instanceof AggAvgDistinct
                || aggregator instanceof AggMinDistinct
                || aggregator instanceof AggMaxDistinct
                || aggregator instanceof AggSampleDistinct
                || aggregator instanceof AggGroupConcatDistinct;
    }

    /// A text that grows with each value.
    static boolean concatenates(Aggregator aggregator) {
        return aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct;
    }

    /// Of one that concatenates: what stands between two texts.
    static int separatorLength(Aggregator aggregator) {
        return switch (aggregator) {
            case AggGroupConcat all -> length(all.getSeparator());
            case AggGroupConcatDistinct different -> length(different.getSeparator());
            default -> 0;
        };
    }

    private static int length(@Nullable String separator) {
        return separator == null ? 1 : separator.length();
    }
}
