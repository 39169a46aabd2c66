package chancery.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Says one date in English.
final class PointWords {
    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final int[] LAST_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String NORTH = " (northern hemisphere)";
    private static final String SOUTH = " (southern hemisphere)";

    /// From 21 on: what stands before the year, and what behind it.
    private static final String[][] SEASONS = {
        {"spring ", ""},
        {"summer ", ""},
        {"autumn ", ""},
        {"winter ", ""},
        {"spring ", NORTH},
        {"summer ", NORTH},
        {"autumn ", NORTH},
        {"winter ", NORTH},
        {"spring ", SOUTH},
        {"summer ", SOUTH},
        {"autumn ", SOUTH},
        {"winter ", SOUTH},
        {"first quarter of ", ""},
        {"second quarter of ", ""},
        {"third quarter of ", ""},
        {"fourth quarter of ", ""},
        {"first third of ", ""},
        {"second third of ", ""},
        {"last third of ", ""},
        {"first half of ", ""},
        {"second half of ", ""}
    };
    private static final int FIRST_SEASON = 21;
    private static final int DECADE = 10;
    private static final int FIRST_YEAR_WITHOUT_ERA = 1000;

    private final Point point;
    private final List<String> missing = new ArrayList<>();

    private PointWords(Point point) {
        this.point = point;
    }

    static String of(Point point) {
        return Doubt.about(point, new PointWords(point).words());
    }

    static String of(LocalDate day) {
        return day.getDayOfMonth()
                + " "
                + MONTHS.get(day.getMonthValue() - 1)
                + " "
                + year(day.getYear());
    }

    /// `on ` a day, `in ` a month or year; nothing before what says *between*.
    static String preposition(Point point, String words) {
        if (words.startsWith("between ")) {
            return "";
        }
        Part day = point.day();
        boolean onADay = day != null && !day.isAllGaps();
        boolean partOfYear = words.matches("(first|second|third|fourth|last) .*");
        return onADay ? "on " : partOfYear ? "in the " : "in ";
    }

    /// @param month without gaps
    static String month(Part month) {
        return MONTHS.get(Integer.parseInt(month.digits()) - 1);
    }

    static String number(Part day) {
        return Integer.toString(Integer.parseInt(day.digits()));
    }

    private String words() {
        Part month = point.month();
        if (month == null) {
            return point.isYearless() ? "year not given" : year(point.year(), false);
        }
        if (point.isSeason()) {
            String[] season = SEASONS[Integer.parseInt(month.digits()) - FIRST_SEASON];
            String said = season[0].strip();
            return point.isYearless()
                    ? said.replaceFirst(" of$", " of a year") + season[1] + ", year not given"
                    : withYear(season[0].endsWith("of ") ? said + " " : said) + season[1];
        }
        String head = withinYear(month, point.day());
        if (point.isYearless()) {
            missing.addFirst("year");
        }
        String whole = point.isYearless() ? head : withYear(head);
        if (missing.isEmpty()) {
            return whole;
        }
        String note = DateWords.joined(missing, "and") + " not given";
        return whole.isEmpty() ? note : whole + ", " + note;
    }

    /// What stands before the year; what is not known of it is remembered as missing.
    private String withinYear(Part month, @Nullable Part day) {
        if (month.isAllGaps() && (day == null || day.isAllGaps())) {
            missing.add("month");
        }
        if (day != null && day.isAllGaps()) {
            missing.add("day");
        }
        String months =
                month.isAllGaps() ? "" : among(month, 12, "a month", m -> MONTHS.get(m - 1));
        if (day == null || day.isAllGaps()) {
            return months;
        }
        int[] possible = month.among(1, 12);
        boolean oneMonth = !months.isEmpty() && possible.length == 1;
        int last = oneMonth ? LAST_DAYS[possible[0] - 1] : 31;
        String days = among(day, last, "a day", Integer::toString);
        if (oneMonth) {
            return days + " " + months;
        }
        String which = days.startsWith("a day") ? days : "day " + days;
        return which + " of " + (months.isEmpty() ? "a month" : months);
    }

    private String withYear(String head) {
        if (head.isEmpty()) {
            return year(point.year(), false);
        }
        String year = year(point.year(), true);
        boolean needsOf = year.startsWith("a year") || head.endsWith("month");
        String between = head.endsWith(" ") ? "" : needsOf ? " of " : " ";
        return head + between + year;
    }

    /// `June`; `October, November or December`; `a month from January to September`.
    private static String among(Part part, int last, String one, IntFunction<String> name) {
        int[] numbers = part.among(1, last);
        boolean inARow = numbers[numbers.length - 1] - numbers[0] == numbers.length - 1;
        if (inARow && numbers.length > 3) {
            return one
                    + " from "
                    + name.apply(numbers[0])
                    + " to "
                    + name.apply(numbers[numbers.length - 1]);
        }
        return DateWords.joined(Arrays.stream(numbers).mapToObj(name).toList(), "or");
    }

    /// @param inside whether a month or day goes before it
    private static String year(Part year, boolean inside) {
        List<Part.Years> all = year.years();
        Part.Years first = all.getFirst();
        if (all.size() > 1) {
            return "a year written " + year.digits();
        }
        if (first.from() == first.to()) {
            return year(first.from());
        }
        if (year.digits().indexOf('S') >= 0) {
            String plain = year.digits().replaceFirst("S.*", "");
            String estimated = year(new Part("", plain, ""), false);
            return between(first) + ", estimated as " + estimated;
        }
        // "the 1900s" could be a century
        boolean decade =
                first.from() >= FIRST_YEAR_WITHOUT_ERA
                        && first.from() % DECADE == 0
                        && first.from() % 100 != 0
                        && first.to() == first.from() + DECADE - 1;
        String said = decade ? "the " + first.from() + "s" : between(first);
        return inside ? "a year " + (decade ? "in " : "") + said : said;
    }

    private static String between(Part.Years years) {
        return "between " + year(years.from()) + " and " + year(years.to());
    }

    /// @param number with a year 0, which is 1 BC
    private static String year(long number) {
        if (number <= 0) {
            return (1 - number) + " BC";
        }
        return number < FIRST_YEAR_WITHOUT_ERA ? "AD " + number : Long.toString(number);
    }
}
