package chancery.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The true numbers that a quantity allows, in the base of its unit: all those from one to another.
///
/// @param lower null if nothing bounds it from below
/// @param openLower whether `lower` itself is left out
/// @param upper null if nothing bounds it from above
/// @param openUpper whether `upper` itself is left out
record Range(
        @Nullable BigDecimal lower,
        boolean openLower,
        @Nullable BigDecimal upper,
        boolean openUpper) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    static Range of(Quantity quantity) {
        BigDecimal from = quantity.value();
        BigDecimal upper = quantity.upperValue();
        BigDecimal to = upper == null ? from : upper;
        Range range =
                switch (quantity.bound()) {
                    case EXACTLY ->
                            isCount(quantity)
                                    ? new Range(from, false, to, false)
                                    : rounded(from, to, quantity.resolution());
                    case ABOUT -> about(from, to, quantity.resolution());
                    case AT_LEAST -> new Range(from, false, null, true);
                    case MORE_THAN -> new Range(from, true, null, true);
                    case AT_MOST -> new Range(null, true, to, false);
                    case LESS_THAN -> new Range(null, true, to, true);
                };
        return range.times(quantity.unit().factor());
    }

    /// Things that are counted one by one are not rounded.
    private static boolean isCount(Quantity quantity) {
        return quantity.unit() == Unit.NUMBER
                && quantity.resolution().compareTo(BigDecimal.ONE) == 0;
    }

    /// All that is rounded to these numbers, the half upwards.
    private static Range rounded(BigDecimal from, BigDecimal to, BigDecimal resolution) {
        BigDecimal half = resolution.multiply(HALF);
        return new Range(from.subtract(half), false, to.add(half), true);
    }

    /// A tenth of the number to either side, and no less than its last written digit.
    private static Range about(BigDecimal from, BigDecimal to, BigDecimal resolution) {
        BigDecimal below = from.abs().multiply(TENTH).max(resolution);
        BigDecimal above = to.abs().multiply(TENTH).max(resolution);
        return new Range(from.subtract(below), false, to.add(above), false);
    }

    /// @param factor positive
    private Range times(BigDecimal factor) {
        return new Range(
                lower == null ? null : lower.multiply(factor),
                openLower,
                upper == null ? null : upper.multiply(factor),
                openUpper);
    }

    boolean isWithin(Range other) {
        return beginsNotBefore(other) && endsNotAfter(other);
    }

    private boolean beginsNotBefore(Range other) {
        if (other.lower == null || lower == null) {
            return other.lower == null;
        }
        int order = lower.compareTo(other.lower);
        return order > 0 || (order == 0 && (openLower || !other.openLower));
    }

    private boolean endsNotAfter(Range other) {
        if (other.upper == null || upper == null) {
            return other.upper == null;
        }
        int order = upper.compareTo(other.upper);
        return order < 0 || (order == 0 && (openUpper || !other.openUpper));
    }

    /// @return whether every number of this one is less than every number of the other
    boolean isBelow(Range other) {
        if (upper == null || other.lower == null) {
            return false;
        }
        int order = upper.compareTo(other.lower);
        return order < 0 || (order == 0 && (openUpper || other.openLower));
    }
}
