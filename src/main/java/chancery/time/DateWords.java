package chancery.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says a time in English, as exactly as it was written and no more: `1996-04` is April 1996.
///
/// An interval is said by *from* and *to*, a choice by *between*, *or later*, *or earlier*: what
/// fills a period never sounds like what happened at some time within it.
final class DateWords {
    private static final int MEMBERS_SAID = 10;

    private final Calendar calendar;

    DateWords(Calendar calendar) {
        this.calendar = calendar;
    }

    String of(Edtf time) {
        String words =
                switch (time.expression()) {
                    case Point point -> PointWords.of(point);
                    case Expression.Moment moment -> moment(moment);
                    case Expression.Interval interval -> interval(interval);
                    case Expression.Several set -> set(set);
                };
        return calendar == Calendar.JULIAN ? words + julian(time.bounds()) : words;
    }

    /// A date alone gets its preposition; what has one already, or a doubt in front, keeps it.
    String inSentence(Edtf time) {
        String words = of(time);
        return switch (time.expression()) {
            case Point point -> PointWords.preposition(point, words) + words;
            case Expression.Moment moment -> "on " + words;
            case Expression.Interval interval -> words;
            case Expression.Several set -> words;
        };
    }

    private static String moment(Expression.Moment moment) {
        String clock = moment.clock().toString();
        String shift = clock.substring("00:00:00".length());
        return PointWords.of(moment.day())
                + ", "
                + clock.substring(0, "00:00:00".length())
                + (shift.equals("Z") ? " UTC" : shift.isEmpty() ? "" : " (UTC" + shift + ")");
    }

    private static String interval(Expression.Interval interval) {
        if (interval.start() instanceof Point start) {
            return switch (interval.end()) {
                case Point end -> "from " + beginning(start, end) + " to " + PointWords.of(end);
                case Expression.Beyond end ->
                        "from "
                                + PointWords.of(start)
                                + (end == Expression.Beyond.OPEN ? " on" : ", end unknown");
            };
        }
        // an interval has a date at one end at least
        String end = interval.end() instanceof Point point ? PointWords.of(point) : "";
        return "until "
                + end
                + (interval.start() == Expression.Beyond.OPEN ? "" : ", beginning unknown");
    }

    /// What the begin shares with the end is not said twice: from 23 to 25 January 2006.
    private static String beginning(Point start, Point end) {
        Part startMonth = start.month();
        Part endMonth = end.month();
        Part startDay = start.day();
        if (startMonth == null || endMonth == null || start.isSeason() || end.isSeason()) {
            return PointWords.of(start);
        }
        boolean plain = isPlain(start) && isPlain(end) && start.year().equals(end.year());
        if (!plain || (startDay == null) != (end.day() == null)) {
            return PointWords.of(start);
        }
        if (startDay == null) {
            return PointWords.month(startMonth);
        }
        String day = PointWords.number(startDay);
        return startMonth.equals(endMonth) ? day : day + " " + PointWords.month(startMonth);
    }

    private static boolean isPlain(Point point) {
        return point.toString().matches("\\d{4}-\\d{2}(-\\d{2})?");
    }

    private static String set(Expression.Several set) {
        List<String> said = new ArrayList<>();
        for (Expression.Member member : set.members()) {
            said.add(
                    switch (member) {
                        case Point point -> PointWords.of(point);
                        case Expression.Range range -> range(range, set.all());
                    });
        }
        return joined(said, set.all() ? "and" : "or");
    }

    private static String range(Expression.Range range, boolean all) {
        if (range.from() instanceof Point from && range.to() instanceof Point to) {
            return all
                    ? "all from " + PointWords.of(from) + " to " + PointWords.of(to)
                    : "between " + PointWords.of(from) + " and " + PointWords.of(to);
        }
        if (range.from() instanceof Point from) {
            return all
                    ? "all from " + PointWords.of(from) + " on"
                    : PointWords.of(from) + " or later";
        }
        String to = range.to() instanceof Point point ? PointWords.of(point) : "";
        return all ? "all up to " + to : to + " or earlier";
    }

    /// `1990, 1991 or 1992`; a long list is cut, with the number of those left out.
    static String joined(List<String> said, String word) {
        if (said.size() > MEMBERS_SAID) {
            return said.stream().limit(MEMBERS_SAID).collect(Collectors.joining(", "))
                    + String.format(
                            Locale.ROOT, " %s %,d others", word, said.size() - MEMBERS_SAID);
        }
        if (said.size() < 2) {
            return String.join("", said);
        }
        int last = said.size() - 1;
        return String.join(", ", said.subList(0, last)) + " " + word + " " + said.get(last);
    }

    /// The day of our calendar, where it is a single one.
    private static String julian(Bounds bounds) {
        LocalDate first = bounds.startEarliest();
        return first != null && first.equals(bounds.endLatest())
                ? " in the Julian calendar (Gregorian: " + PointWords.of(first) + ")"
                : " in the Julian calendar";
    }
}
