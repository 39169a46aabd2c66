package chancery.time;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a time allows: pairs of a first and a last day, the first never after the last, of what it
/// dates. One time refines another if it allows fewer pairs and all its pairs are allowed by the
/// other; so refining is a partial order, and the same pairs are the same time.
///
/// @param clock null for a time without a time of day
/// @param members of a set all of which are meant: the days of its members, by how exact they are;
///     empty for any other time
record Meaning(Extent extent, @Nullable Clock clock, Map<String, Days> members) {

    Meaning {
        members = Map.copyOf(members);
    }

    sealed interface Extent {}

    /// Both days lie in one and the same run.
    record Within(Days days) implements Extent {}

    /// The first day is one of `starts`, the last one is one of `ends`.
    record Between(Days starts, Days ends) implements Extent {
        /// Leaves out days that no pair can have.
        ///
        /// @throws IllegalArgumentException when no pair is left
        Between {
            if (starts.first() > ends.last()) {
                throw new IllegalArgumentException("runs backwards");
            }
            long first = starts.first();
            starts = starts.and(Days.of(Days.NEVER_BEGAN, ends.last()));
            ends = ends.and(Days.of(first, Days.NEVER_ENDS));
        }
    }

    static Verdict compare(Meaning a, Meaning b) {
        boolean inside = a.isWithin(b);
        boolean around = b.isWithin(a);
        if (inside || around) {
            return !around ? Verdict.REFINES : inside ? Verdict.SAME : Verdict.REFINED_BY;
        }
        boolean otherClock = a.clock != null && b.clock != null && a.clock.isOther(b.clock);
        return !otherClock && overlap(a.extent, b.extent) ? Verdict.COMPATIBLE : Verdict.DISJOINT;
    }

    private boolean isWithin(Meaning other) {
        boolean sameClock = other.clock == null || (clock != null && clock.isSame(other.clock));
        boolean sameMembers = other.members.isEmpty() || members.equals(other.members);
        return sameClock && sameMembers && isWithin(extent, other.extent);
    }

    private static boolean isWithin(Extent inner, Extent outer) {
        return switch (inner) {
            case Within a ->
                    switch (outer) {
                        case Within b -> b.days.holdsAll(a.days);
                        case Between b -> b.starts.holdsAll(a.days) && b.ends.holdsAll(a.days);
                    };
            case Between a ->
                    switch (outer) {
                        // The pair of first start and last end needs one run, which holds all.
                        case Within b -> b.days.holdsAll(Days.of(a.starts.first(), a.ends.last()));
                        case Between b -> b.starts.holdsAll(a.starts) && b.ends.holdsAll(a.ends);
                    };
        };
    }

    private static boolean overlap(Extent one, Extent other) {
        return switch (one) {
            case Within a ->
                    switch (other) {
                        case Within b -> !a.days.and(b.days).isEmpty();
                        case Between b -> overlap(a, b);
                    };
            case Between a ->
                    switch (other) {
                        case Within b -> overlap(b, a);
                        case Between b -> overlap(a, b);
                    };
        };
    }

    private static boolean overlap(Between a, Between b) {
        Days starts = a.starts.and(b.starts);
        Days ends = a.ends.and(b.ends);
        return !starts.isEmpty() && !ends.isEmpty() && starts.first() <= ends.last();
    }

    private static boolean overlap(Within a, Between b) {
        return a.days.hasRunFrom(b.starts, b.ends);
    }
}
