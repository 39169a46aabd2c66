package chancery.time;

import java.util.ArrayList;
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
        return year.years().stream().anyMatch(years -> !runs(calendar, years).isEmpty());
    }

    /// @return the days it may mean; of a date that [#exists] never empty
    Days days(Calendar calendar) {
        List<Days.Run> runs = new ArrayList<>();
        for (Part.Years years : year.years()) {
            runs.addAll(runs(calendar, years));
        }
        return new Days(runs);
    }

    private List<Days.Run> runs(Calendar calendar, Part.Years years) {
        if (Math.max(Math.abs(years.from()), Math.abs(years.to())) > LAST_YEAR) {
            throw new ArithmeticException(year.digits());
        }
        Part inMonth = month;
        boolean anyDay = day == null || day.isAllGaps();
        if (inMonth == null || (inMonth.isAllGaps() && anyDay)) {
            return List.of(months(calendar, years.from(), 1, years.to(), MONTHS));
        }
        if (isSeason()) {
            int[] season = SEASONS[number(inMonth) - FIRST_SEASON];
            return List.of(months(calendar, years.from(), season[0], years.from(), season[1]));
        }
        List<Days.Run> runs = new ArrayList<>();
        for (int each : inMonth.among(1, MONTHS)) {
            if (anyDay) {
                runs.add(months(calendar, years.from(), each, years.from(), each));
            } else {
                addDays(calendar, years.from(), each, runs);
            }
        }
        return runs;
    }

    private void addDays(Calendar calendar, long inYear, int inMonth, List<Days.Run> runs) {
        Part inDay = day;
        if (inDay == null) {
            return;
        }
        for (int each : inDay.among(1, calendar.daysIn(inYear, inMonth))) {
            long at = calendar.epochDay(inYear, inMonth, each);
            runs.add(new Days.Run(at, at));
        }
    }

    /// @param lastMonth above 12 in the year after
    private static Days.Run months(
            Calendar calendar, long firstYear, int firstMonth, long lastYear, int lastMonth) {
        long year = lastYear + (lastMonth - 1) / MONTHS;
        int month = (lastMonth - 1) % MONTHS + 1;
        return new Days.Run(
                calendar.epochDay(firstYear, firstMonth, 1),
                calendar.epochDay(year, month, calendar.daysIn(year, month)));
    }

    @Override
    public String toString() {
        return year + (month == null ? "" : "-" + month) + (day == null ? "" : "-" + day);
    }
}
