package chancery.page.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A piece of what is drawn for one thing, from left to right.
///
/// @param shape how sure it is
public record Bar(double x, double width, Shape shape) {
    /// Narrower than this nothing is drawn.
    static final double NARROWEST = 3;

    /// How far an end reaches that nobody knows.
    static final double UNKNOWN = 16;

    /// What a piece means.
    public enum Shape {
        /// One day.
        DAY("day"),
        /// At some time within it.
        WITHIN("within"),
        /// All of it.
        FILLED("filled"),
        /// It may have begun or ended here.
        PERHAPS("perhaps"),
        /// Nobody says when it began or ended; or it goes on beyond the axis.
        UNKNOWN_BEFORE("before"),
        UNKNOWN_AFTER("after"),
        /// From the first to the last time at which it is seen; nobody says when it began or ended.
        BETWEEN("between"),
        /// Seen here, while it lasted.
        SEEN("seen");

        private final String name;

        Shape(String name) {
            this.name = name;
        }

        /// As the style sheet calls it.
        public String style() {
            return name;
        }
    }

    public double right() {
        return x + width;
    }

    /// @param span of which something is known
    static List<Bar> of(Span span, Axis axis) {
        if (span.isDay()) {
            LocalDate day = span.first().orElseThrow();
            return List.of(wide(axis.startOf(day), axis.endOf(day), Shape.DAY));
        }
        return span.isWithin() ? within(span, axis) : lasting(span, axis);
    }

    private static List<Bar> within(Span span, Axis axis) {
        LocalDate from = span.startEarliest();
        LocalDate to = span.endLatest();
        List<Bar> bars = new ArrayList<>();
        double known = axis.startOf(span.first().orElseThrow());
        if (from == null) {
            bars.add(before(known));
        }
        double end = axis.endOf(span.last().orElseThrow());
        bars.add(wide(known, end, Shape.WITHIN));
        if (to == null) {
            bars.add(after(bars.getLast().right()));
        }
        return bars;
    }

    /// Sure from the latest begin to the earliest end, if these do not cross.
    private static List<Bar> lasting(Span span, Axis axis) {
        LocalDate latestBegin = span.startLatest();
        LocalDate earliestEnd = span.endEarliest();
        if (earliestEnd == null && Objects.equals(latestBegin, span.startEarliest())) {
            earliestEnd = latestBegin;
        }
        if (latestBegin == null && Objects.equals(earliestEnd, span.endLatest())) {
            latestBegin = earliestEnd;
        }
        double left = axis.startOf(span.first().orElseThrow());
        double right = axis.endOf(span.last().orElseThrow());
        double firm = latestBegin == null ? right : axis.startOf(latestBegin);
        double firmEnd = earliestEnd == null ? left : axis.endOf(earliestEnd);
        List<Bar> bars = new ArrayList<>();
        if (span.startEarliest() == null) {
            bars.add(before(left));
        }
        if (firm < firmEnd) {
            add(bars, left, firm, Shape.PERHAPS);
            bars.add(wide(firm, firmEnd, isOnlySeen(span) ? Shape.BETWEEN : Shape.FILLED));
            add(bars, firmEnd, right, Shape.PERHAPS);
        } else {
            bars.add(wide(left, right, Shape.PERHAPS));
        }
        if (span.endLatest() == null) {
            bars.add(after(bars.getLast().right()));
        }
        return bars;
    }

    private static boolean isOnlySeen(Span span) {
        return span.startEarliest() == null && span.endLatest() == null;
    }

    /// Where a time was at which it is seen to last.
    static @Nullable Bar seen(Span at, Axis axis) {
        return at.isKnown()
                ? wide(
                        axis.startOf(at.first().orElseThrow()),
                        axis.endOf(at.last().orElseThrow()),
                        Shape.SEEN)
                : null;
    }

    private static void add(List<Bar> bars, double from, double to, Shape shape) {
        if (to - from >= 0.5) {
            bars.add(new Bar(from, to - from, shape));
        }
    }

    private static Bar wide(double from, double to, Shape shape) {
        return new Bar(from, Math.max(to - from, NARROWEST), shape);
    }

    private static Bar before(double x) {
        return new Bar(x - UNKNOWN, UNKNOWN, Shape.UNKNOWN_BEFORE);
    }

    private static Bar after(double x) {
        return new Bar(x, UNKNOWN, Shape.UNKNOWN_AFTER);
    }
}
