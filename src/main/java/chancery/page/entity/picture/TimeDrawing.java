package chancery.page.entity.picture;

import chancery.page.entity.picture.Chronology.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Times as bars on one axis: each as wide as it is uncertain or long.
///
/// @param first year at the left end, as it is said
/// @param last  year at the right end
public record TimeDrawing(
        int width, int height, String first, String last, List<Bar> bars, List<Tick> ticks) {
    private static final int WIDTH = 720;
    private static final int MARGIN = 24;
    private static final int BAR = 9;
    private static final int LANE = 12;
    private static final int LANES = 8;
    private static final int AXIS = 26;
    private static final int MOST_BARS = 150;
    private static final int MOST_TICKS = 8;
    private static final int[] STEPS = {
        1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000
    };
    private static final double NARROWEST = 5;

    public TimeDrawing {
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
    }

    /// Numbers as SVG writes them.
    ///
    /// @param isWithin whether it was at some time within, so that the bar is hollow
    public record Bar(String x, int y, String width, int height, boolean isWithin) {}

    /// Whether any of them is hollow.
    public boolean hasHollow() {
        return bars.stream().anyMatch(Bar::isWithin);
    }

    /// A year on the axis.
    public record Tick(String x, String year) {}

    /// @param spans in the order of their begins
    /// @return empty for fewer than two, or for more time than an axis can show
    static Optional<TimeDrawing> of(List<Span> spans) {
        if (spans.size() < 2) {
            return Optional.empty();
        }
        long from = spans.stream().mapToLong(Span::from).min().orElse(0);
        long to = spans.stream().mapToLong(Span::to).max().orElse(0);
        LocalDate first = LocalDate.ofEpochDay(from).withDayOfYear(1);
        LocalDate end = LocalDate.ofEpochDay(to).plusYears(1).withDayOfYear(1);
        int years = end.getYear() - first.getYear();
        if (years > MOST_TICKS * STEPS[STEPS.length - 1]) {
            return Optional.empty();
        }
        return Optional.of(draw(spans, first, end));
    }

    private static TimeDrawing draw(List<Span> spans, LocalDate first, LocalDate end) {
        double scale = (WIDTH - 2.0 * MARGIN) / (end.toEpochDay() - first.toEpochDay());
        List<Double> lanes = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (Span span : spans.stream().limit(MOST_BARS).toList()) {
            double x = MARGIN + (span.from() - first.toEpochDay()) * scale;
            double width = Math.max(NARROWEST, (span.to() - span.from() + 1) * scale);
            int lane = lane(lanes, x, x + width);
            bars.add(new Bar(number(x), lane * LANE + 2, number(width), BAR, span.isWithin()));
        }
        int axis = lanes.size() * LANE + 4;
        return new TimeDrawing(
                WIDTH,
                axis + AXIS,
                year(first.getYear()),
                year(end.getYear() - 1),
                bars,
                ticks(first, end, scale));
    }

    /// The first lane that is free there; when all are taken, the last one.
    private static int lane(List<Double> lanes, double from, double to) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane) < from || lane == LANES - 1) {
                lanes.set(lane, Math.max(to + 1, lanes.get(lane)));
                return lane;
            }
        }
        lanes.add(to + 1);
        return lanes.size() - 1;
    }

    private static List<Tick> ticks(LocalDate first, LocalDate end, double scale) {
        int years = end.getYear() - first.getYear();
        int step = STEPS[STEPS.length - 1];
        for (int each : STEPS) {
            if (years / each <= MOST_TICKS) {
                step = each;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        int year = Math.floorDiv(first.getYear() + step - 1, step) * step;
        for (; year <= end.getYear(); year += step) {
            long day = LocalDate.of(year, 1, 1).toEpochDay() - first.toEpochDay();
            ticks.add(new Tick(number(MARGIN + day * scale), year(year)));
        }
        return ticks;
    }

    private static String year(int year) {
        return year > 0 ? Integer.toString(year) : (1 - year) + " BC";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
