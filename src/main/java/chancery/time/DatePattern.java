package chancery.time;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One date of EDTF: a year, month, day, season or part of a year, with unspecified digits (`X`).
/// Qualifiers (`?`, `~`, `%`) say how sure it is; they do not move its bounds.
///
/// @param year four digits or `X`, a sign before it, or `Y` and more digits
/// @param month two digits or `X`, 21 to 41 for seasons and parts of a year; `""` for none
/// @param day two digits or `X`; `""` for none
record DatePattern(Reckoning reckoning, String year, String month, String day) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "Q(-?[0-9X]{4})Q(?:-Q([0-9X]{2})Q(?:-Q([0-9X]{2})Q)?)?|QY(-?[1-9][0-9]{4,8})Q"
                            .replace("Q", "[?~%]?"));
    private static final Pattern GAP = Pattern.compile("X.*[0-9]");
    private static final int FIRST_SEASON = 21;
    private static final int LAST_PART = 41;
    private static final int LEAP_YEAR = 2000;
    private static final int LEAP_DAY = 29;
    private static final int LONGEST_RUN_YEARS = 101;

    /// First and last month of the seasons and parts 25 to 41 (ISO 8601-2, 4.8); those of 21 to 24
    /// are as wide as any place on earth reads them.
    private static final int[][] PARTS = {
        {3, 6}, {6, 9}, {9, 12}, {1, 15}, {3, 6}, {6, 9}, {9, 12}, {12, 15}, {9, 12}, {12, 15},
        {3, 6}, {6, 9}, {1, 3}, {4, 6}, {7, 9}, {10, 12}, {1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}
    };

    static DatePattern parse(String text, String whole, Reckoning reckoning) throws BadTime {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new BadTime(whole, "EDTF, such as 2002-01-25, 2002-01, 199X or 2007-01-01/..");
        }
        String longYear = orEmpty(shape.group(4));
        if (!longYear.isEmpty() && reckoning == Reckoning.JULIAN) {
            throw new BadTime(whole, "a year of four digits in the Julian calendar");
        }
        DatePattern date =
                new DatePattern(
                        reckoning,
                        orEmpty(shape.group(1)) + longYear,
                        orEmpty(shape.group(2)),
                        orEmpty(shape.group(3)));
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
            int last = month.contains("X") ? 31 : reckoning.daysIn(LEAP_YEAR, low);
            boolean leap = month.equals("02") && number(day, '0') == LEAP_DAY;
            if (number(day, '9') < 1 || number(day, '0') > last || (leap && !canLeap())) {
                throw new BadTime(whole, "a day that exists");
            }
        }
    }

    /// @return whether a year that the pattern allows has a 29 February
    private boolean canLeap() {
        return IntStream.rangeClosed(lowYear(), highYear())
                .filter(candidate -> reckoning.daysIn(candidate, 2) == LEAP_DAY)
                .anyMatch(candidate -> digitsFit(written(candidate), year));
    }

    /// @return null when the year is wholly unspecified
    @Nullable LocalDate earliest() {
        if (isYearless()) {
            return null;
        }
        int first = isPart() ? part()[0] : month.isEmpty() ? 1 : Math.max(1, number(month, '0'));
        return dayOf(lowYear(), first, day.isEmpty() ? 1 : number(day, '0'));
    }

    @Nullable LocalDate latest() {
        if (isYearless()) {
            return null;
        }
        int last = isPart() ? part()[1] : month.isEmpty() ? 12 : Math.min(12, number(month, '9'));
        return dayOf(highYear(), last, day.isEmpty() ? 31 : number(day, '9'));
    }

    /// @param ofMonth above 12 in the year after
    /// @param ofDay the nearest day that the month has is taken
    private LocalDate dayOf(int ofYear, int ofMonth, int ofDay) {
        int year = ofYear + (ofMonth - 1) / 12;
        int month = (ofMonth - 1) % 12 + 1;
        int last = reckoning.daysIn(year, month);
        return reckoning.day(year, month, Math.max(1, Math.min(ofDay, last)));
    }

    boolean isYearless() {
        return year.equals("XXXX");
    }

    /// @return whether the days it allows do not all follow one another, as in `201X-04`, so that
    ///     bounds alone do not tell them
    boolean hasGaps() {
        return isYearless() || GAP.matcher(year + month + day).find();
    }

    /// @return whether each digit is one that the other leaves open or has too
    boolean fits(DatePattern wide) {
        return reckoning == wide.reckoning
                && digitsFit(year, wide.year)
                && (wide.month.isEmpty() || digitsFit(month, wide.month))
                && (wide.day.isEmpty() || digitsFit(day, wide.day));
    }

    /// @return whether it allows every day from the first to the last
    boolean allowsAll(LocalDate from, LocalDate to) {
        if (reckoning == Reckoning.JULIAN) {
            return false;
        }
        if (from.plusYears(LONGEST_RUN_YEARS).isBefore(to)) {
            return (year + month + day).matches("X+");
        }
        return from.datesUntil(to.plusDays(1)).allMatch(this::allows);
    }

    private boolean allows(LocalDate date) {
        boolean dayFits =
                day.isEmpty()
                        || digitsFit(String.format(Locale.ROOT, "%02d", date.getDayOfMonth()), day);
        return dayFits
                && months().filter(m -> (m - 1) % 12 + 1 == date.getMonthValue())
                        .anyMatch(m -> digitsFit(written(date.getYear() - (m - 1) / 12), year));
    }

    /// @return whether some day could be meant by both
    boolean canMeet(DatePattern other) {
        boolean years = isPart() || other.isPart() || digitsMeet(year, other.year);
        boolean days = day.isEmpty() || other.day.isEmpty() || digitsMeet(day, other.day);
        return reckoning != other.reckoning
                || (years
                        && days
                        && months().map(m -> (m - 1) % 12)
                                .anyMatch(m -> other.months().anyMatch(o -> (o - 1) % 12 == m)));
    }

    /// @return the months it allows; those above 12 are in the year after
    private IntStream months() {
        if (month.isEmpty()) {
            return IntStream.rangeClosed(1, 12);
        }
        return isPart()
                ? IntStream.rangeClosed(part()[0], part()[1])
                : IntStream.rangeClosed(1, 12)
                        .filter(m -> digitsFit(String.format(Locale.ROOT, "%02d", m), month));
    }

    private static String written(int year) {
        return String.format(Locale.ROOT, year < 0 ? "-%04d" : "%04d", Math.abs(year));
    }

    private static boolean digitsFit(String fine, String wide) {
        return fine.length() == wide.length()
                && IntStream.range(0, fine.length())
                        .allMatch(i -> wide.charAt(i) == 'X' || wide.charAt(i) == fine.charAt(i));
    }

    private static boolean digitsMeet(String a, String b) {
        return a.length() == b.length()
                && IntStream.range(0, a.length())
                        .allMatch(
                                i ->
                                        a.charAt(i) == 'X'
                                                || b.charAt(i) == 'X'
                                                || a.charAt(i) == b.charAt(i));
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
        return Integer.parseInt(year.replace('X', digit));
    }

    private static int number(String digits, char unspecified) {
        return Integer.parseInt(digits.replace('X', unspecified));
    }
}
