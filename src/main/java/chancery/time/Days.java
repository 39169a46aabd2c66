package chancery.time;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of days: runs in ascending order with at least one day missing between two of them.
///
/// Days are counted as in `LocalDate.toEpochDay()`; [#ALWAYS] has no first and no last day. A date
/// without a year can have some 400,000 runs, so they are plain numbers, and what is asked of two
/// sets takes one walk through both.
final class Days {
    static final long NEVER_BEGAN = Long.MIN_VALUE;
    static final long NEVER_ENDS = Long.MAX_VALUE;
    static final Days ALWAYS = of(NEVER_BEGAN, NEVER_ENDS);

    /// First and last day of every run in turn, both inclusive.
    private final long[] ends;

    private Days(long[] ends) {
        this.ends = ends;
    }

    static Days of(long from, long to) {
        return new Collector().add(from, to).days();
    }

    /// Takes runs in ascending order of their first days, and joins those between which no day is
    /// missing.
    static final class Collector {
        private long[] ends = new long[2];
        private int length;

        /// @throws IllegalArgumentException when the run ends before it begins, or begins before
        ///     the one before it
        Collector add(long from, long to) {
            if (from > to || (length > 0 && from < ends[length - 2])) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
            // "one before" instead of "one after": the last day of all has no successor
            if (length > 0 && (from == NEVER_BEGAN || from - 1 <= ends[length - 1])) {
                ends[length - 1] = Math.max(ends[length - 1], to);
                return this;
            }
            if (length == ends.length) {
                ends = Arrays.copyOf(ends, 2 * length);
            }
            ends[length++] = from;
            ends[length++] = to;
            return this;
        }

        Days days() {
            return new Days(Arrays.copyOf(ends, length));
        }
    }

    static Days union(List<Days> sets) {
        int half = sets.size() / 2;
        return switch (sets.size()) {
            case 0 -> new Days(new long[0]);
            case 1 -> sets.getFirst();
            default -> union(sets.subList(0, half)).or(union(sets.subList(half, sets.size())));
        };
    }

    private Days or(Days other) {
        Collector both = new Collector();
        int i = 0;
        int j = 0;
        while (i < runs() || j < other.runs()) {
            if (j == other.runs() || (i < runs() && from(i) <= other.from(j))) {
                both.add(from(i), to(i));
                i++;
            } else {
                both.add(other.from(j), other.to(j));
                j++;
            }
        }
        return both.days();
    }

    Days and(Days other) {
        Collector common = new Collector();
        int i = 0;
        int j = 0;
        while (i < runs() && j < other.runs()) {
            long from = Math.max(from(i), other.from(j));
            long to = Math.min(to(i), other.to(j));
            if (from <= to) {
                common.add(from, to);
            }
            if (to(i) < other.to(j)) {
                i++;
            } else {
                j++;
            }
        }
        return common.days();
    }

    /// How many there are.
    int runs() {
        return ends.length / 2;
    }

    private long from(int run) {
        return ends[2 * run];
    }

    private long to(int run) {
        return ends[2 * run + 1];
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    long first() {
        return ends[0];
    }

    long last() {
        return ends[ends.length - 1];
    }

    /// Whether each run of the other lies in one of this set.
    boolean holdsAll(Days other) {
        int i = 0;
        for (int j = 0; j < other.runs(); j++) {
            while (i < runs() && to(i) < other.to(j)) {
                i++;
            }
            if (i == runs() || from(i) > other.from(j)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one and the same run has one of `starts` and, not before it, one of `lasts`.
    boolean hasRunFrom(Days starts, Days lasts) {
        int start = 0;
        int last = 0;
        for (int i = 0; i < runs(); i++) {
            while (start < starts.runs() && starts.to(start) < from(i)) {
                start++;
            }
            if (start == starts.runs()) {
                return false;
            }
            long begin = Math.max(from(i), starts.from(start));
            while (last < lasts.runs() && lasts.to(last) < begin) {
                last++;
            }
            if (last == lasts.runs()) {
                return false;
            }
            if (Math.max(begin, lasts.from(last)) <= to(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Days days && Arrays.equals(ends, days.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }
}
