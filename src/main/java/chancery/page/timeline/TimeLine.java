package chancery.page.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A drawing: lanes of things on one axis. All numbers are in its own units, which are pixels
/// where there is room for them.
///
/// @param ticks  of the axis
/// @param breaks where a long empty time was cut out
/// @param lanes  from top to bottom; those with nothing to draw are left out
public record TimeLine(
        double width,
        double height,
        List<Label> ticks,
        List<Double> breaks,
        List<DrawnLane> lanes) {
    public static final double WIDTH = 960;

    /// For a small window.
    public static final double NARROW = 300;

    static final double LEFT = 4;
    static final double ROW = 20;

    private static final double TOP = 24;
    private static final double TITLE = 22;
    private static final double BELOW = 10;

    public TimeLine {
        ticks = List.copyOf(ticks);
        breaks = List.copyOf(breaks);
        lanes = List.copyOf(lanes);
    }

    /// A text at a place.
    public record Label(double x, String text) {}

    /// @param y       of its title
    /// @param entries those that are drawn
    /// @param crowds  those that are not, counted
    public record DrawnLane(String title, double y, List<DrawnEntry> entries, List<Crowd> crowds) {
        public DrawnLane {
            entries = List.copyOf(entries);
            crowds = List.copyOf(crowds);
        }
    }

    /// @param caption of the entry
    /// @param y    the middle of its row
    /// @param text what stands beside it, perhaps shortened; empty where there is no room
    public record DrawnEntry(
            Entry entry,
            Entry.Caption caption,
            double y,
            List<Bar> bars,
            Optional<BesideText> text) {
        public DrawnEntry {
            bars = List.copyOf(bars);
        }
    }

    /// @param isBefore whether it ends at `x` instead of beginning there
    public record BesideText(double x, String text, boolean isBefore) {}

    /// Things that lie too close together.
    ///
    /// @param y     the middle of its row
    /// @param href  where they are drawn larger; `""` if nowhere
    public record Crowd(
            double x,
            double width,
            double y,
            int count,
            LocalDate first,
            LocalDate last,
            String href) {}

    /// A drawing over all the time of which the entries tell.
    ///
    /// @param zoom address of a closer look at a period; `""` for none
    /// @return empty if nothing has a date
    public static Optional<TimeLine> of(
            List<Lane> lanes, double width, BiFunction<LocalDate, LocalDate, String> zoom) {
        List<Span> spans =
                lanes.stream()
                        .flatMap(lane -> lane.entries().stream())
                        .map(Entry::span)
                        .filter(Span::isKnown)
                        .toList();
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(drawn(lanes, width, Axis.over(spans, LEFT, width - 2 * LEFT), zoom));
    }

    /// A drawing of one period. What reaches beyond it is cut off, what lies beyond left out.
    public static TimeLine of(
            List<Lane> lanes,
            LocalDate first,
            LocalDate last,
            double width,
            BiFunction<LocalDate, LocalDate, String> zoom) {
        return drawn(lanes, width, Axis.from(first, last, LEFT, width - 2 * LEFT), zoom);
    }

    private static TimeLine drawn(
            List<Lane> lanes,
            double width,
            Axis axis,
            BiFunction<LocalDate, LocalDate, String> zoom) {
        List<DrawnLane> drawn = new ArrayList<>();
        double y = TOP;
        for (Lane lane : lanes) {
            LaneDrawing drawing = new LaneDrawing(axis, width, lane, y + TITLE, zoom);
            if (drawing.rows() > 0) {
                drawn.add(
                        new DrawnLane(
                                lane.title(), y + TITLE - 8, drawing.entries(), drawing.crowds()));
                y += TITLE + ROW * drawing.rows() + BELOW;
            }
        }
        return new TimeLine(
                width,
                y,
                axis.ticks().stream().map(it -> new Label(it.x(), it.label())).toList(),
                axis.breaks(),
                drawn);
    }
}
