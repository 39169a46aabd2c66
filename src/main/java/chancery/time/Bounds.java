package chancery.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Between which days something began, and between which it ended; all inclusive, in the proleptic
/// Gregorian calendar. A bound that is not known is null.
public record Bounds(
        @Nullable LocalDate startEarliest,
        @Nullable LocalDate startLatest,
        @Nullable LocalDate endEarliest,
        @Nullable LocalDate endLatest) {
    public static final Bounds NONE = new Bounds(null, null, null, null);

    public Bounds {
        if (startEarliest != null && endLatest != null && startEarliest.isAfter(endLatest)) {
            throw new IllegalArgumentException("runs backwards");
        }
    }

    /// At some time within these days.
    static Bounds within(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return new Bounds(earliest, latest, earliest, latest);
    }

    /// @return the earliest of these bounds; null when one of them is not known
    @SafeVarargs
    static @Nullable LocalDate least(
            List<Bounds> all, Function<Bounds, @Nullable LocalDate>... bounds) {
        LocalDate least = LocalDate.MAX;
        for (Bounds each : all) {
            for (Function<Bounds, @Nullable LocalDate> bound : bounds) {
                LocalDate day = bound.apply(each);
                if (day == null) {
                    return null;
                }
                least = day.isBefore(least) ? day : least;
            }
        }
        return least;
    }

    /// @return the latest of these bounds; null when one of them is not known
    @SafeVarargs
    static @Nullable LocalDate greatest(
            List<Bounds> all, Function<Bounds, @Nullable LocalDate>... bounds) {
        LocalDate greatest = LocalDate.MIN;
        for (Bounds each : all) {
            for (Function<Bounds, @Nullable LocalDate> bound : bounds) {
                LocalDate day = bound.apply(each);
                if (day == null) {
                    return null;
                }
                greatest = day.isAfter(greatest) ? day : greatest;
            }
        }
        return greatest;
    }

    /// @return whether everything these bounds allow is allowed by the others
    boolean isInside(Bounds wide) {
        return notBefore(startEarliest, wide.startEarliest)
                && notAfter(startLatest, wide.startLatest)
                && notBefore(endEarliest, wide.endEarliest)
                && notAfter(endLatest, wide.endLatest);
    }

    /// @return whether both could be true of one thing
    boolean meets(Bounds other) {
        return overlap(startEarliest, startLatest, other.startEarliest, other.startLatest)
                && overlap(endEarliest, endLatest, other.endEarliest, other.endLatest);
    }

    private static boolean overlap(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        boolean before = to != null && otherFrom != null && to.isBefore(otherFrom);
        boolean after = from != null && otherTo != null && from.isAfter(otherTo);
        return !before && !after;
    }

    private static boolean notBefore(@Nullable LocalDate day, @Nullable LocalDate limit) {
        return limit == null || (day != null && !day.isBefore(limit));
    }

    private static boolean notAfter(@Nullable LocalDate day, @Nullable LocalDate limit) {
        return limit == null || (day != null && !day.isAfter(limit));
    }
}
