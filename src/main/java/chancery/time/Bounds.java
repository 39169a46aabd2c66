package chancery.time;

import java.time.LocalDate;
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
    static Bounds within(LocalDate earliest, LocalDate latest) {
        return new Bounds(earliest, latest, earliest, latest);
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
