package chancery.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Between which days something began, and between which it ended; all inclusive, in the proleptic
/// Gregorian calendar. A bound that is not known is null.
///
/// What is dated never ends before it begins, so neither end of its begin is after the same end of
/// its end; but where both lie in one month, the latest begin is after the earliest end.
public record Bounds(
        @Nullable LocalDate startEarliest,
        @Nullable LocalDate startLatest,
        @Nullable LocalDate endEarliest,
        @Nullable LocalDate endLatest) {
    /// Nothing is known, as of a day without a year.
    public static final Bounds NONE = new Bounds(null, null, null, null);

    /// @throws IllegalArgumentException when the bounds run backwards
    public Bounds {
        requireOrder(startEarliest, startLatest);
        requireOrder(endEarliest, endLatest);
        requireOrder(startEarliest, endEarliest);
        requireOrder(startLatest, endLatest);
        requireOrder(startEarliest, endLatest);
    }

    private static void requireOrder(@Nullable LocalDate early, @Nullable LocalDate late) {
        if (early != null && late != null && early.isAfter(late)) {
            throw new IllegalArgumentException(early + " is after " + late);
        }
    }
}
