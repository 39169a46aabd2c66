package chancery.time;

import java.time.LocalDate;

/// The calendar in which a text counts its days. Both run back before they were made, with a year
/// 0. Days are numbered as by [LocalDate#toEpochDay].
enum Calendar {
    GREGORIAN(""),
    JULIAN("julian:");

    private static final int EPOCH_AS_JULIAN_DAY = 2_440_588;
    private static final int JULIAN_DAY_OF_YEAR_MINUS_4800 = -32_083;

    private final String prefix;

    Calendar(String prefix) {
        this.prefix = prefix;
    }

    /// What stands before the EDTF of a date in this calendar.
    String prefix() {
        return prefix;
    }

    /// @param month 1 to 12
    int daysIn(long year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private boolean isLeap(long year) {
        boolean fourth = Math.floorMod(year, 4L) == 0;
        boolean century = Math.floorMod(year, 100L) == 0;
        return fourth && (this == JULIAN || !century || Math.floorMod(year, 400L) == 0);
    }

    /// @param day 1 to [#daysIn]
    long epochDay(long year, int month, int day) {
        if (this == GREGORIAN) {
            return LocalDate.of(Math.toIntExact(year), month, day).toEpochDay();
        }
        // The usual count of Julian days, in which the year begins with March.
        int beforeMarch = month < 3 ? 1 : 0;
        long years = year + 4800 - beforeMarch;
        int months = month + 12 * beforeMarch - 3;
        long daysOfMonths = (153L * months + 2) / 5;
        return day
                + daysOfMonths
                + 365 * years
                + Math.floorDiv(years, 4L)
                + JULIAN_DAY_OF_YEAR_MINUS_4800
                - EPOCH_AS_JULIAN_DAY;
    }
}
