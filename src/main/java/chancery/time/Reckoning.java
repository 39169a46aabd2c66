package chancery.time;

import java.time.LocalDate;
import java.time.YearMonth;

/// The calendar in which a text counts its days.
enum Reckoning {
    GREGORIAN,
    JULIAN;

    private static final int LEAP_FEBRUARY = 29;

    /// @param month 1 to 12
    int daysIn(int year, int month) {
        if (this == JULIAN && month == 2 && Math.floorMod(year, 4) == 0) {
            return LEAP_FEBRUARY;
        }
        return YearMonth.of(year, month).lengthOfMonth();
    }

    /// @param day 1 to [#daysIn]
    /// @return the same day in the Gregorian calendar
    LocalDate day(int year, int month, int day) {
        LocalDate first = LocalDate.of(year, month, 1);
        if (this == GREGORIAN) {
            return first.withDayOfMonth(day);
        }
        // days between the calendars: 10 from 1582, one more at each century that Gregory skips
        int century = Math.floorDiv(month < 3 ? year - 1 : year, 100);
        return first.plusDays(century - Math.floorDiv(century, 4) - 2L + day - 1);
    }
}
