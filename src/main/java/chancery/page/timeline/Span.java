package chancery.page.timeline;

import chancery.time.Bounds;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// When something was, as far as it is known: it began on one of the days from the first bound to
/// the second and ended on one of those from the third to the fourth. A bound that nobody knows is
/// null.
public record Span(
        @Nullable LocalDate startEarliest,
        @Nullable LocalDate startLatest,
        @Nullable LocalDate endEarliest,
        @Nullable LocalDate endLatest) {
    /// Of what has no date, or a day without a year.
    public static final Span NONE = new Span(null, null, null, null);

    public static Span of(Bounds bounds) {
        return new Span(
                bounds.startEarliest(),
                bounds.startLatest(),
                bounds.endEarliest(),
                bounds.endLatest());
    }

    /// The whole of a period.
    public static Span filling(LocalDate first, LocalDate last) {
        return new Span(first, first, last, last);
    }

    /// One of several, and nobody knows which.
    public static Span oneOf(Collection<Span> all) {
        return all.size() == 1
                ? all.iterator().next()
                : new Span(
                        least(all, Span::startEarliest),
                        most(all, Span::startLatest),
                        least(all, Span::endEarliest),
                        most(all, Span::endLatest));
    }

    /// What lasts from a begin to an end.
    ///
    /// @param begin    when it began; [#NONE] if nobody says
    /// @param end      when it ended; [#NONE] if nobody says
    /// @param attested times at which it is seen to last
    public static Span lasting(Span begin, Span end, Collection<Span> attested) {
        LocalDate seenFirst = least(known(attested, Span::endLatest), it -> it);
        LocalDate seenLast = most(known(attested, Span::startEarliest), it -> it);
        return new Span(
                begin.startEarliest(),
                begin.isKnown() ? earlier(begin.endLatest(), seenFirst) : seenFirst,
                end.isKnown() ? later(end.startEarliest(), seenLast) : seenLast,
                end.endLatest());
    }

    /// Whether anything is known that an axis could show.
    public boolean isKnown() {
        return startEarliest != null
                || startLatest != null
                || endEarliest != null
                || endLatest != null;
    }

    /// Whether it is a single date, at some time within which it was: its begin is as uncertain as
    /// its end.
    public boolean isWithin() {
        return isKnown()
                && Objects.equals(startEarliest, endEarliest)
                && Objects.equals(startLatest, endLatest);
    }

    /// Whether it is one day, and known.
    public boolean isDay() {
        return startEarliest != null
                && startEarliest.equals(startLatest)
                && startEarliest.equals(endEarliest)
                && startEarliest.equals(endLatest);
    }

    /// The earliest of the days that bound it.
    public Optional<LocalDate> first() {
        return Optional.ofNullable(
                earlier(earlier(startEarliest, startLatest), earlier(endEarliest, endLatest)));
    }

    /// The latest of the days that bound it.
    public Optional<LocalDate> last() {
        return Optional.ofNullable(
                later(later(startEarliest, startLatest), later(endEarliest, endLatest)));
    }

    private static List<LocalDate> known(
            Collection<Span> all, Function<Span, @Nullable LocalDate> bound) {
        return all.stream().map(bound).flatMap(it -> Optional.ofNullable(it).stream()).toList();
    }

    /// Null where one is: what has no bound has none together either.
    private static <T> @Nullable LocalDate least(
            Collection<T> all, Function<T, @Nullable LocalDate> bound) {
        LocalDate least = null;
        for (T each : all) {
            LocalDate day = bound.apply(each);
            if (day == null) {
                return null;
            }
            least = least == null ? day : earlier(least, day);
        }
        return least;
    }

    private static <T> @Nullable LocalDate most(
            Collection<T> all, Function<T, @Nullable LocalDate> bound) {
        LocalDate most = null;
        for (T each : all) {
            LocalDate day = bound.apply(each);
            if (day == null) {
                return null;
            }
            most = most == null ? day : later(most, day);
        }
        return most;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
