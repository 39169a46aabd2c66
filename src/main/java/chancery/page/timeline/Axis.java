package chancery.page.timeline;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days from left to right. Each stretch has a width by its days; where one was cut off from the
/// next there is a break of fixed width.
final class Axis {
    /// The width of a break.
    static final double BREAK = 28;

    /// Labels do not stand closer.
    static final double TICKS_APART = 52;

    /// An empty time longer than this many years is cut out.
    static final int EMPTY_YEARS = 25;

    private static final int[] YEARS = {1, 2, 5, 10, 20, 50};
    private static final int[] MONTHS = {1, 3, 6};
    private static final double DAYS_PER_MONTH = 30.44;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int MOST_TICKS = 100;

    private final List<Stretch> stretches;
    private final double left;
    private final double perDay;

    /// A point of time with a name.
    record Tick(double x, String label, LocalDate day) {}

    private Axis(List<Stretch> stretches, double left, double width) {
        this.stretches = stretches;
        this.left = left;
        long days = stretches.stream().mapToLong(Stretch::days).sum();
        this.perDay = (width - BREAK * (stretches.size() - 1)) / days;
    }

    /// Over all that is known of the spans, in whole years.
    ///
    /// @param spans at least one of which something is known
    static Axis over(List<Span> spans, double left, double width) {
        int empty = EMPTY_YEARS;
        List<Stretch> busy = Stretch.busy(spans, empty);
        // breaks never take more than a third
        while (BREAK * (busy.size() - 1) > width / 3) {
            empty *= 2;
            busy = Stretch.busy(spans, empty);
        }
        return new Axis(busy, left, width);
    }

    /// Over one period, both days among it.
    static Axis from(LocalDate first, LocalDate last, double left, double width) {
        return new Axis(List.of(new Stretch(first, last)), left, width);
    }

    LocalDate first() {
        return stretches.getFirst().first();
    }

    LocalDate last() {
        return stretches.getLast().last();
    }

    double right() {
        return endOf(last());
    }

    /// Where a day begins; of a day before or after the axis its end, of a day in a break the
    // break.
    double startOf(LocalDate day) {
        double x = left;
        for (Stretch stretch : stretches) {
            if (day.isBefore(stretch.first())) {
                return Math.max(left, x - BREAK / 2);
            }
            if (!day.isAfter(stretch.last())) {
                return x + perDay * (day.toEpochDay() - stretch.first().toEpochDay());
            }
            x += perDay * stretch.days() + BREAK;
        }
        return x - BREAK;
    }

    /// Where a day ends.
    double endOf(LocalDate day) {
        double x = left;
        for (Stretch stretch : stretches) {
            if (day.isBefore(stretch.first())) {
                return Math.max(left, x - BREAK / 2);
            }
            if (!day.isAfter(stretch.last())) {
                return x + perDay * (day.toEpochDay() - stretch.first().toEpochDay() + 1);
            }
            x += perDay * stretch.days() + BREAK;
        }
        return x - BREAK;
    }

    /// The middles of the breaks.
    List<Double> breaks() {
        return stretches.stream()
                .skip(1)
                .map(stretch -> startOf(stretch.first()) - BREAK / 2)
                .toList();
    }

    List<Tick> ticks() {
        double perMonth = perDay * DAYS_PER_MONTH;
        for (int months : MONTHS) {
            if (perMonth * months >= TICKS_APART) {
                return ticks(0, months);
            }
        }
        int scale = 1;
        while (true) {
            for (int years : YEARS) {
                if (perDay * DAYS_PER_YEAR * years * scale >= TICKS_APART) {
                    return ticks(years * scale, 0);
                }
            }
            scale = Math.multiplyExact(scale, 100);
        }
    }

    /// @param years between two ticks; 0 when they are `months` apart
    private List<Tick> ticks(int years, int months) {
        List<Tick> ticks = new ArrayList<>();
        for (Stretch stretch : stretches) {
            LocalDate day = firstTick(stretch.first(), years);
            double last = Double.NEGATIVE_INFINITY;
            while (!day.isAfter(stretch.last()) && ticks.size() < MOST_TICKS) {
                if (!day.isBefore(stretch.first())) {
                    double x = startOf(day);
                    if (x - last >= TICKS_APART - 4 && right() - x >= TICKS_APART / 2) {
                        ticks.add(new Tick(x, label(day, years), day));
                        last = x;
                    }
                }
                if (day.getYear() > Year.MAX_VALUE - years - 1) {
                    break;
                }
                day = years > 0 ? day.plusYears(years) : day.plusMonths(months);
            }
        }
        return ticks.isEmpty() ? List.of(new Tick(left, label(first()), first())) : ticks;
    }

    private static LocalDate firstTick(LocalDate first, int years) {
        return years == 0
                ? LocalDate.of(first.getYear(), 1, 1)
                : LocalDate.of(
                        Math.max(Year.MIN_VALUE, Math.floorDiv(first.getYear(), years) * years),
                        1,
                        1);
    }

    private static String label(LocalDate day, int years) {
        return years > 0 || day.getMonthValue() == 1 ? year(day) : month(day) + " " + year(day);
    }

    private static String label(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day) + " " + year(day);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String year(LocalDate day) {
        return day.getYear() > 0 ? "" + day.getYear() : 1L - day.getYear() + " BC";
    }
}
