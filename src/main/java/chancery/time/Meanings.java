package chancery.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From what is written to the days it allows, and to its bounds.
///
/// @param calendar in which it is written
record Meanings(Calendar calendar) {

    Meaning of(Expression written) {
        return switch (written) {
            case Point point -> new Meaning(within(point), null, Map.of());
            case Expression.Moment moment ->
                    new Meaning(within(moment.day()), moment.clock(), Map.of());
            case Expression.Interval interval ->
                    new Meaning(between(interval.start(), interval.end()), null, Map.of());
            case Expression.Several set ->
                    set.all()
                            ? new Meaning(around(set.members()), null, byExactness(set.members()))
                            : new Meaning(anyOf(set.members()), null, Map.of());
        };
    }

    Bounds bounds(Expression written) {
        return switch (written) {
            case Point point -> point.isYearless() ? Bounds.NONE : bounds(within(point));
            case Expression.Moment moment -> bounds(within(moment.day()));
            case Expression.Interval interval ->
                    bounds(
                            between(interval.start(), interval.end()),
                            isBounding(interval.start()),
                            isBounding(interval.end()));
            case Expression.Several set -> bounds(set);
        };
    }

    private Bounds bounds(Expression.Several set) {
        boolean starts = set.members().stream().allMatch(each -> isBounding(from(each)));
        boolean ends = set.members().stream().allMatch(each -> isBounding(to(each)));
        if (set.all()) {
            return bounds(around(set.members()), starts, ends);
        }
        if (!starts && !ends) {
            return Bounds.NONE;
        }
        Days days = anyOf(set.members()).days();
        LocalDate first = starts ? date(days.first()) : null;
        LocalDate last = ends ? date(days.last()) : null;
        return new Bounds(first, last, first, last);
    }

    private static Bounds bounds(Meaning.Within extent) {
        LocalDate first = date(extent.days().first());
        LocalDate last = date(extent.days().last());
        return new Bounds(first, last, first, last);
    }

    /// @param start whether the begin is bounded by what is written; what only follows from the
    ///     other end is no bound, and neither for `end`
    private static Bounds bounds(Meaning.Between extent, boolean start, boolean end) {
        return new Bounds(
                start ? date(extent.starts().first()) : null,
                start ? date(extent.starts().last()) : null,
                end ? date(extent.ends().first()) : null,
                end ? date(extent.ends().last()) : null);
    }

    private static @Nullable LocalDate date(long day) {
        return day == Days.NEVER_BEGAN || day == Days.NEVER_ENDS ? null : LocalDate.ofEpochDay(day);
    }

    private static boolean isBounding(Expression.End end) {
        return end instanceof Point point && !point.isYearless();
    }

    /// @throws IllegalArgumentException when the end is before the start
    void requireForwards(Expression.End start, Expression.End end) {
        between(start, end);
    }

    private Meaning.Within within(Point point) {
        return new Meaning.Within(point.days(calendar));
    }

    private Meaning.Between between(Expression.End start, Expression.End end) {
        return new Meaning.Between(days(start), days(end));
    }

    private Days days(Expression.End end) {
        return switch (end) {
            case Point point -> point.days(calendar);
            case Expression.Beyond beyond -> Days.ALWAYS;
        };
    }

    private static Expression.End from(Expression.Member member) {
        return switch (member) {
            case Point point -> point;
            case Expression.Range range -> range.from();
        };
    }

    private static Expression.End to(Expression.Member member) {
        return switch (member) {
            case Point point -> point;
            case Expression.Range range -> range.to();
        };
    }

    /// The days of a date, or all from the first day of a range to its last one.
    private Days days(Expression.Member member) {
        return switch (member) {
            case Point point -> point.days(calendar);
            case Expression.Range range ->
                    Days.of(days(range.from()).first(), days(range.to()).last());
        };
    }

    private Meaning.Within anyOf(List<Expression.Member> members) {
        return new Meaning.Within(union(members));
    }

    private Days union(List<Expression.Member> members) {
        return Days.union(members.stream().distinct().map(this::days).toList());
    }

    /// From within the earliest of the members to within the latest of them.
    private Meaning.Between around(List<Expression.Member> members) {
        List<Days> starts = members.stream().map(each -> days(from(each))).toList();
        List<Days> ends = members.stream().map(each -> days(to(each))).toList();
        return new Meaning.Between(
                Days.of(
                        starts.stream().mapToLong(Days::first).min().orElseThrow(),
                        starts.stream().mapToLong(Days::last).min().orElseThrow()),
                Days.of(
                        ends.stream().mapToLong(Days::first).max().orElseThrow(),
                        ends.stream().mapToLong(Days::last).max().orElseThrow()));
    }

    /// `{1960..1962}` is `{1960,1961,1962}`, but not the months of these years.
    private Map<String, Days> byExactness(List<Expression.Member> members) {
        Map<String, List<Expression.Member>> alike = new HashMap<>();
        for (Expression.Member member : members) {
            alike.computeIfAbsent(exactness(member), e -> new ArrayList<>()).add(member);
        }
        Map<String, Days> days = new HashMap<>();
        alike.forEach((exactness, those) -> days.put(exactness, union(those)));
        return days;
    }

    private static String exactness(Expression.Member member) {
        List<String> ends =
                Stream.of(from(member), to(member))
                        .map(end -> end instanceof Point point ? point.exactness() : "")
                        .distinct()
                        .toList();
        return ends.size() == 1 ? ends.getFirst() : String.join("..", ends);
    }
}
