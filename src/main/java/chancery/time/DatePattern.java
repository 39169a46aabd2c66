package chancery.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One date of EDTF: a year, month, day, season or part of a year, with unspecified digits (`X`).
/// Qualifiers (`?`, `~`, `%`) say how sure it is; they do not move its bounds.
///
/// @param year four digits or `X`, a sign before it, or `Y` and more digits
/// @param month two digits or `X`, 21 to 41 for seasons and parts of a year; `""` for none
/// @param day two digits or `X`; `""` for none
record DatePattern(String year, String month, String day) {
    private static final String Q = "[?~%]?";
    private static final Pattern SHAPE =
            Pattern.compile(
                    Q
                            + "(-?[0-9X]{4}|Y-?[0-9]{5,9})"
                            + Q
                            + "(?:-"
                            + Q
                            + "([0-9X]{2})"
                            + Q
                            + "(?:-"
                            + Q
                            + "([0-9X]{2})"
                            + Q
                            + ")?)?");
    private static final int FIRST_SEASON = 21;
    private static final int LAST_PART = 41;

    /// First and last month of the seasons and parts 25 to 41 (ISO 8601-2, 4.8); those of 21 to 24
    /// are as wide as any place on earth reads them.
    private static final int[][] PARTS = {
        {3, 6}, {6, 9}, {9, 12}, {1, 15}, {3, 6}, {6, 9}, {9, 12}, {12, 15}, {9, 12}, {12, 15},
        {3, 6}, {6, 9}, {1, 3}, {4, 6}, {7, 9}, {10, 12}, {1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}
    };

    static DatePattern parse(String text, String whole) throws BadTime {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new BadTime(whole, "EDTF, such as 2002-01-25, 2002-01, 199X or 2007-01-01/..");
        }
        DatePattern date =
                new DatePattern(shape.group(1), orEmpty(shape.group(2)), orEmpty(shape.group(3)));
        date.refuseImpossible(whole);
        return date;
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    private void refuseImpossible(String whole) throws BadTime {
        int low = month.isEmpty() ? 1 : number(month, '0');
        int high = month.isEmpty() ? 1 : number(month, '9');
        boolean part = low >= FIRST_SEASON && low <= LAST_PART && !month.contains("X");
        if (high < 1 || (low > 12 && !part) || (part && !day.isEmpty())) {
            throw new BadTime(whole, "a month from 01 to 12, or a season from 21 to 41");
        }
        if (!day.isEmpty()) {
            int longest = year.contains("X") ? 2000 : lowYear();
            int last = 31;
            if (!month.contains("X")) {
                last = YearMonth.of(longest, low).lengthOfMonth();
            }
            if (number(day, '9') < 1 || number(day, '0') > last) {
                throw new BadTime(whole, "a day that exists");
            }
        }
    }

    /// @return null when the year is wholly unspecified
    @Nullable LocalDate earliest() {
        if (isYearless()) {
            return null;
        }
        int first = isPart() ? part()[0] : month.isEmpty() ? 1 : Math.max(1, number(month, '0'));
        YearMonth of = YearMonth.of(lowYear(), 1).plusMonths(first - 1L);
        return of.atDay(day.isEmpty() ? 1 : clamp(number(day, '0'), of));
    }

    @Nullable LocalDate latest() {
        if (isYearless()) {
            return null;
        }
        int last = isPart() ? part()[1] : month.isEmpty() ? 12 : Math.min(12, number(month, '9'));
        YearMonth of = YearMonth.of(highYear(), 1).plusMonths(last - 1L);
        return day.isEmpty() ? of.atEndOfMonth() : of.atDay(clamp(number(day, '9'), of));
    }

    boolean isYearless() {
        return year.equals("XXXX");
    }

    /// @return whether each digit is one that the other leaves open or has too
    boolean fits(DatePattern wide) {
        return digitsFit(year, wide.year)
                && (wide.month.isEmpty() || digitsFit(month, wide.month))
                && (wide.day.isEmpty() || digitsFit(day, wide.day));
    }

    private static boolean digitsFit(String fine, String wide) {
        if (fine.length() != wide.length()) {
            return false;
        }
        for (int i = 0; i < fine.length(); i++) {
            if (wide.charAt(i) != 'X' && wide.charAt(i) != fine.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPart() {
        return !month.isEmpty() && !month.contains("X") && number(month, '0') >= FIRST_SEASON;
    }

    private int[] part() {
        return PARTS[number(month, '0') - FIRST_SEASON];
    }

    private int lowYear() {
        return Math.min(year('0'), year('9'));
    }

    private int highYear() {
        return Math.max(year('0'), year('9'));
    }

    private int year(char digit) {
        return Integer.parseInt(year.replace("Y", "").replace('X', digit));
    }

    private static int number(String digits, char unspecified) {
        return Integer.parseInt(digits.replace('X', unspecified));
    }

    private static int clamp(int day, YearMonth month) {
        try {
            return Math.max(1, Math.min(day, month.lengthOfMonth()));
        } catch (DateTimeException e) {
            throw new IllegalStateException(month + " has no length", e);
        }
    }
}
