package chancery.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// A set of days: runs in ascending order with at least one day missing between two of them.
///
/// Days are counted as in `LocalDate.toEpochDay()`; [#ALWAYS] has no first and no last day.
record Days(List<Run> runs) {
    static final long NEVER_BEGAN = Long.MIN_VALUE;
    static final long NEVER_ENDS = Long.MAX_VALUE;
    static final Days ALWAYS = new Days(List.of(new Run(NEVER_BEGAN, NEVER_ENDS)));

    /// Days without a gap, both ends inclusive.
    record Run(long from, long to) {
        Run {
            if (from > to) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        boolean contains(Run other) {
            return from <= other.from && other.to <= to;
        }
    }

    Days {
        runs = joined(runs);
    }

    static Days of(long from, long to) {
        return new Days(List.of(new Run(from, to)));
    }

    private static List<Run> joined(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingLong(Run::from));
        List<Run> out = new ArrayList<>();
        for (Run next : sorted) {
            Run last = out.isEmpty() ? null : out.getLast();
            // "one before" instead of "one after": the last day of all has no successor
            if (last != null && (next.from == NEVER_BEGAN || next.from - 1 <= last.to)) {
                out.set(out.size() - 1, new Run(last.from, Math.max(last.to, next.to)));
            } else {
                out.add(next);
            }
        }
        return List.copyOf(out);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    long first() {
        return runs.getFirst().from;
    }

    long last() {
        return runs.getLast().to;
    }

    Run hull() {
        return new Run(first(), last());
    }

    /// @return whether one run of this set holds all of `run`
    boolean holds(Run run) {
        int at = indexOfRunUpTo(run.from);
        return at >= 0 && runs.get(at).contains(run);
    }

    /// @return the first day of this set that lies in `run`
    OptionalLong firstIn(Run run) {
        int at = indexOfRunUpTo(run.from);
        if (at >= 0 && runs.get(at).to >= run.from) {
            return OptionalLong.of(run.from);
        }
        boolean next = at + 1 < runs.size() && runs.get(at + 1).from <= run.to;
        return next ? OptionalLong.of(runs.get(at + 1).from) : OptionalLong.empty();
    }

    /// @return the last day of this set that lies in `run`
    OptionalLong lastIn(Run run) {
        int at = indexOfRunUpTo(run.to);
        return at >= 0 && runs.get(at).to >= run.from
                ? OptionalLong.of(Math.min(run.to, runs.get(at).to))
                : OptionalLong.empty();
    }

    /// @return the index of the last run that does not begin after `day`; -1 if there is none
    private int indexOfRunUpTo(long day) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).from <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    boolean holdsAll(Days other) {
        return other.runs.stream().allMatch(this::holds);
    }

    Days and(Days other) {
        List<Run> out = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < runs.size() && j < other.runs.size()) {
            Run a = runs.get(i);
            Run b = other.runs.get(j);
            long from = Math.max(a.from, b.from);
            long to = Math.min(a.to, b.to);
            if (from <= to) {
                out.add(new Run(from, to));
            }
            if (a.to < b.to) {
                i++;
            } else {
                j++;
            }
        }
        return new Days(out);
    }
}
