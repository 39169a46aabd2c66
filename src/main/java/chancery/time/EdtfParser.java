package chancery.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one EDTF string (Library of Congress, 2019, levels 0 to 2). The features named in comments
/// are those of the specification.
final class EdtfParser {
    private static final String EXPECTED =
            "EDTF, such as 2002-01-25, 2002-01, 199X or 2007-01-01/..";

    /// Runs of days that the dates of a set may have together. No date alone has more: the most,
    /// 480,000, has one such as `XXXX-XX-X1`.
    private static final int MOST_RUNS = 500_000;

    private static final Pattern YEAR =
            Pattern.compile(
                    "([?~%]?)(-?[0-9X]{4}(?!S)|-?[0-9]{4}S[1-9]|Y-?[1-9][0-9]{4,}(?:S[1-9][0-9]?)?"
                            + "|Y-?[1-9][0-9]*E[0-9]+(?:S[1-9][0-9]?)?)([?~%]?)");
    private static final Pattern MONTH_OR_DAY = Pattern.compile("-([?~%]?)([0-9X]{2})([?~%]?)");
    private static final Pattern WITH_CLOCK =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T(.*)", Pattern.DOTALL);

    private final String text;
    private final Calendar calendar;
    private final Meanings meanings;

    EdtfParser(String text) {
        this.text = text;
        boolean julian = text.startsWith(Calendar.JULIAN.prefix());
        this.calendar = julian ? Calendar.JULIAN : Calendar.GREGORIAN;
        this.meanings = new Meanings(calendar);
    }

    Edtf parse() throws BadTime {
        return new Edtf(calendar, expression(text.substring(calendar.prefix().length())));
    }

    private Expression expression(String plain) throws BadTime {
        boolean all = plain.startsWith("{") && plain.endsWith("}");
        if (all || (plain.startsWith("[") && plain.endsWith("]"))) {
            return new Expression.Several(all, members(plain.substring(1, plain.length() - 1)));
        }
        int slash = plain.indexOf('/');
        if (slash >= 0) {
            return interval(plain.substring(0, slash), plain.substring(slash + 1));
        }
        Matcher withClock = WITH_CLOCK.matcher(plain);
        return withClock.matches() ? moment(withClock.group(1), withClock.group(2)) : point(plain);
    }

    // Date and Time (level 0)
    private Expression moment(String day, String clock) throws BadTime {
        Optional<Clock> read = Clock.parse(clock);
        if (read.isEmpty()) {
            throw bad("a time of day from 00:00:00 to 23:59:59, such as 2002-01-25T10:30:00Z");
        }
        return new Expression.Moment(point(day), read.get());
    }

    // Time Interval (level 0), Extended Interval (level 1), Qualification (level 2)
    private Expression interval(String start, String end) throws BadTime {
        Expression.End from = end(start);
        Expression.End to = end(end);
        requireForwards(from, to);
        return new Expression.Interval(from, to);
    }

    private Expression.End end(String end) throws BadTime {
        return switch (end) {
            case "" -> Expression.Beyond.UNKNOWN;
            case ".." -> Expression.Beyond.OPEN;
            default -> point(end);
        };
    }

    // Set representation (level 2)
    private List<Expression.Member> members(String list) throws BadTime {
        List<Expression.Member> members = new ArrayList<>();
        String[] items = list.split(",", -1);
        long runs = 0;
        for (int i = 0; i < items.length; i++) {
            int dots = items[i].indexOf("..");
            if (dots < 0) {
                Point point = point(items[i]);
                runs += runs(point);
                requireFew(runs);
                members.add(point);
                continue;
            }
            String from = items[i].substring(0, dots);
            String to = items[i].substring(dots + 2);
            if ((from.isEmpty() && i > 0) || (to.isEmpty() && i < items.length - 1)) {
                throw bad("\"..\" without a date only at the begin or the end of a set");
            }
            Expression.End first = from.isEmpty() ? Expression.Beyond.OPEN : point(from);
            Expression.End last = to.isEmpty() ? Expression.Beyond.OPEN : point(to);
            runs += runs(first) + runs(last);
            requireFew(runs);
            requireForwards(first, last);
            members.add(new Expression.Range(first, last));
        }
        return members;
    }

    private static long runs(Expression.End end) {
        return end instanceof Point point ? point.mostRuns() : 1;
    }

    private void requireFew(long runs) throws BadTime {
        if (runs > MOST_RUNS) {
            throw bad("a set of fewer dates, or with fewer unspecified digits");
        }
    }

    private void requireForwards(Expression.End start, Expression.End end) throws BadTime {
        if (start instanceof Expression.Beyond && end instanceof Expression.Beyond) {
            throw bad("an interval with a date at one end at least");
        }
        try {
            meanings.requireForwards(start, end);
        } catch (IllegalArgumentException e) {
            throw bad("an interval whose end is not before its begin");
        }
    }

    // Date (level 0); Letter-prefixed calendar year, Seasons, Qualification, Unspecified digits,
    // Negative calendar year (level 1); Exponential year, Significant digits, Sub-year groupings,
    // Qualification and Unspecified digits of any part (level 2)
    private Point point(String date) throws BadTime {
        Matcher year = YEAR.matcher(date);
        if (!year.lookingAt() || year.group(2).startsWith("-0000")) {
            throw bad(EXPECTED);
        }
        List<Part> rest = new ArrayList<>();
        int at = year.end();
        while (at < date.length()) {
            Matcher next = MONTH_OR_DAY.matcher(date).region(at, date.length());
            if (rest.size() == 2 || !next.lookingAt()) {
                throw bad(EXPECTED);
            }
            rest.add(part(next));
            at = next.end();
        }
        boolean far = year.group(2).startsWith("Y");
        if (!rest.isEmpty() && (far || year.group(2).contains("S"))) {
            throw bad(EXPECTED);
        }
        if (far && calendar == Calendar.JULIAN) {
            throw bad("a year of four digits in the Julian calendar");
        }
        @Nullable Part month = rest.isEmpty() ? null : rest.getFirst();
        @Nullable Part day = rest.size() < 2 ? null : rest.get(1);
        return existing(new Point(part(year), month, day), far);
    }

    private static Part part(Matcher found) {
        return new Part(found.group(1), found.group(2), found.group(3));
    }

    private Point existing(Point point, boolean far) throws BadTime {
        if (!point.hasPossibleMonth()) {
            throw bad("a month from 01 to 12, or a season from 21 to 41");
        }
        try {
            if (!point.exists(calendar)) {
                throw bad("a day that exists");
            }
            if (far && isOfFourDigits(point.year())) {
                throw bad(EXPECTED);
            }
        } catch (ArithmeticException e) {
            throw bad("a year from -" + Point.LAST_YEAR + " to " + Point.LAST_YEAR);
        }
        return point;
    }

    /// `Y` is for years that need more digits, and only for them.
    private static boolean isOfFourDigits(Part year) {
        Part.Years years = year.years().getFirst();
        return Math.max(Math.abs(years.from()), Math.abs(years.to())) < 10_000;
    }

    private BadTime bad(String expected) {
        return new BadTime(text, expected);
    }
}
