package chancery.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One date of EDTF: a year, perhaps with a month, a season or a part of the year, perhaps with a
/// day. Marks (`?`, `~`, `%`) say how sure it is; they do not move its days.
///
/// @param month null if there is none; 21 to 41 for a season or part
/// @param day null if there is none; never beside a season or part
record Point(Part year, @Nullable Part month, @Nullable Part day)
        implements Expression, Expression.End, Expression.Member {
    static final long LAST_YEAR = 999_999_999;
    private static final int MONTHS = 12;
    private static final int FIRST_SEASON = 21;

    /// First and last month of 21 to 41, those above 12 in the year after (ISO 8601-2, 4.8). The
    /// standard leaves the months of a season open: ours hold what the northern (21 to 28) or the
    /// southern half (29 to 32) calls so by whole months and by the sun. A winter of no place (24)
    /// may also be the one with which its year begins.
    private static final int[][] SEASONS = {
        {3, 6}, {6, 9}, {9, 12}, {1, 15}, {3, 6}, {6, 9}, {9, 12}, {12, 15}, {9, 12}, {12, 15},
        {3, 6}, {6, 9}, {1, 3}, {4, 6}, {7, 9}, {10, 12}, {1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}
    };

    Point unqualified() {
        return new Point(
                year.unqualified(),
                month == null ? null : month.unqualified(),
                day == null ? null : day.unqualified());
    }

    /// @return whether the year is wholly unspecified, so that nothing is bounded
    boolean isYearless() {
        return year.isAllGaps();
    }

    boolean isSeason() {
        return month != null && !month.hasGaps() && number(month) >= FIRST_SEASON;
    }

    /// @return whether it is a season or part of the year that there is, or can be a month
    boolean hasPossibleMonth() {
        if (month == null) {
            return true;
        }
        return isSeason()
                ? day == null && number(month) < FIRST_SEASON + SEASONS.length
                : month.among(1, MONTHS).length > 0;
    }

    /// How exact it is when nothing in it is left open: `year`, `month` or `day`; else what is
    /// written, so that only what is written alike is as exact.
    String exactness() {
        String all = unqualified().toString();
        if (all.indexOf('X') >= 0 || all.indexOf('S') >= 0 || isSeason()) {
            return all;
        }
        return day != null ? "day" : month != null ? "month" : "year";
    }

    private static int number(Part part) {
        return Integer.parseInt(part.digits());
    }

    /// @return whether one of the days it may mean exists
    /// @throws ArithmeticException when a year is too far away for its days to be counted
    boolean exists(Calendar calendar) {
        List<Part.Years> all = countedYears();
        if (month == null || isAnyDay()) {
            return true;
        }
        int[] months = month.among(1, MONTHS);
        int[] days = daysOfMonth();
        for (Part.Years years : all) {
            for (long each = years.from(); each <= years.to(); each++) {
                for (int inMonth : months) {
                    if (days.length > 0 && days[0] <= calendar.daysIn(each, inMonth)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// @return the days it may mean; of a date that [#exists] never empty
    Days days(Calendar calendar) {
        Days.Collector runs = new Days.Collector();
        List<Part.Years> all = countedYears();
        Part inMonth = month;
        if (inMonth == null || (inMonth.isAllGaps() && isAnyDay())) {
            for (Part.Years years : all) {
                addMonths(calendar, years.from(), 1, years.to(), MONTHS, runs);
            }
            return runs.days();
        }
        int[] season = isSeason() ? SEASONS[number(inMonth) - FIRST_SEASON] : new int[0];
        int[] months = inMonth.among(1, MONTHS);
        int[] days = daysOfMonth();
        for (Part.Years years : all) {
            for (long each = years.from(); each <= years.to(); each++) {
                if (season.length > 0) {
                    addMonths(calendar, each, season[0], each, season[1], runs);
                } else {
                    addDays(calendar, each, months, days, runs);
                }
            }
        }
        return runs.days();
    }

    /// How many runs its days have at most, found without looking at them.
    long mostRuns() {
        if (month == null || (month.isAllGaps() && isAnyDay())) {
            return year.years().size();
        }
        long years = year.years().stream().mapToLong(each -> each.to() - each.from() + 1).sum();
        if (isSeason()) {
            return years;
        }
        int[] months = month.among(1, MONTHS);
        return years * (isAnyDay() ? runs(months) : months.length * (long) runs(daysOfMonth()));
    }

    private static int runs(int[] ascending) {
        int runs = 0;
        for (int i = 0; i < ascending.length; i++) {
            runs += i > 0 && ascending[i] == ascending[i - 1] + 1 ? 0 : 1;
        }
        return runs;
    }

    private List<Part.Years> countedYears() {
        List<Part.Years> all = year.years();
        for (Part.Years years : all) {
            if (Math.max(Math.abs(years.from()), Math.abs(years.to())) > LAST_YEAR) {
                throw new ArithmeticException(year.digits());
            }
        }
        return all;
    }

    private boolean isAnyDay() {
        return day == null || day.isAllGaps();
    }

    /// The days it may mean in a month of 31 days.
    private int[] daysOfMonth() {
        return day == null ? new int[0] : day.among(1, 31);
    }

    private void addDays(
            Calendar calendar, long inYear, int[] months, int[] days, Days.Collector runs) {
        for (int inMonth : months) {
            if (isAnyDay()) {
                addMonths(calendar, inYear, inMonth, inYear, inMonth, runs);
                continue;
            }
            long before = calendar.epochDay(inYear, inMonth, 1) - 1;
            int last = calendar.daysIn(inYear, inMonth);
            for (int i = 0; i < days.length && days[i] <= last; i++) {
                runs.add(before + days[i], before + days[i]);
            }
        }
    }

    /// @param lastMonth above 12 in the year after
    private static void addMonths(
            Calendar calendar,
            long firstYear,
            int firstMonth,
            long lastYear,
            int lastMonth,
            Days.Collector runs) {
        long year = lastYear + (lastMonth - 1) / MONTHS;
        int month = (lastMonth - 1) % MONTHS + 1;
        runs.add(
                calendar.epochDay(firstYear, firstMonth, 1),
                calendar.epochDay(year, month, calendar.daysIn(year, month)));
    }

    @Override
    public String toString() {
        return year + (month == null ? "" : "-" + month) + (day == null ? "" : "-" + day);
    }
}
