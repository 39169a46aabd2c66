package chancery.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which a time can be true: the time itself or, of a set `[…]`, one of its members.
///
/// @param date when it is a single date; else null
/// @param vague whether it is no single date and names a day without a year, so that its bounds
///     tell less than it says
record Alternative(Bounds bounds, @Nullable DatePattern date, boolean vague) {
    private static final String BACKWARDS = "an interval whose end is not before its begin";

    static Alternative of(DatePattern date) {
        return new Alternative(Bounds.within(date.earliest(), date.latest()), date, false);
    }

    /// @param begin null for an open or unknown end, as is `end`, but not both
    /// @param whole for the message
    static Alternative period(@Nullable DatePattern begin, @Nullable DatePattern end, String whole)
            throws BadTime {
        if (begin == null && end == null) {
            throw new BadTime(whole, "an interval with a date at one end at least");
        }
        try {
            Bounds bounds =
                    new Bounds(
                            begin == null ? null : begin.earliest(),
                            begin == null ? null : begin.latest(),
                            end == null ? null : end.earliest(),
                            end == null ? null : end.latest());
            boolean vague =
                    (begin != null && begin.isYearless()) || (end != null && end.isYearless());
            return new Alternative(bounds, null, vague);
        } catch (IllegalArgumentException e) {
            throw new BadTime(whole, BACKWARDS);
        }
    }

    /// All members of a set together.
    static Alternative together(List<Alternative> members) {
        List<Bounds> all = members.stream().map(Alternative::bounds).toList();
        return new Alternative(
                new Bounds(
                        Bounds.least(all, Bounds::startEarliest),
                        Bounds.least(all, Bounds::startLatest),
                        Bounds.greatest(all, Bounds::endEarliest),
                        Bounds.greatest(all, Bounds::endLatest)),
                null,
                members.stream().anyMatch(m -> m.vague || (m.date != null && m.date.isYearless())));
    }

    /// At some time within the period.
    Alternative within() {
        return new Alternative(
                Bounds.within(bounds.startEarliest(), bounds.endLatest()), null, vague);
    }

    /// @return whether everything this allows is allowed by the other
    boolean isInside(Alternative wide) {
        if (vague || wide.vague) {
            return false;
        }
        if (wide.date == null || !wide.date.hasGaps()) {
            return bounds.isInside(wide.bounds);
        }
        if (date != null && (date.hasGaps() || date.fits(wide.date))) {
            return date.fits(wide.date);
        }
        LocalDate from = Bounds.least(List.of(bounds), Bounds::startEarliest, Bounds::endEarliest);
        LocalDate to = Bounds.greatest(List.of(bounds), Bounds::startLatest, Bounds::endLatest);
        return from != null && to != null && wide.date.allowsAll(from, to);
    }

    /// @return whether both could be true of one thing
    boolean canMeet(Alternative other) {
        if (!bounds.meets(other.bounds)) {
            return false;
        }
        DatePattern mine = date;
        DatePattern theirs = other.date;
        return mine == null
                || theirs == null
                || (!mine.hasGaps() && !theirs.hasGaps())
                || mine.canMeet(theirs);
    }
}
