package chancery.page.timeline;

import chancery.page.timeline.Entry.Caption;
import chancery.page.timeline.TimeLine.BesideText;
import chancery.page.timeline.TimeLine.Crowd;
import chancery.page.timeline.TimeLine.DrawnEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Finds places for the entries of one lane: with their labels where there is room, else without;
/// those for which there is none are counted together.
final class LaneDrawing {
    /// With more than this none has a label: they would be as good as none.
    private static final int MOST_LABELLED = 60;

    /// Letters of a label, as long as there is room.
    private static final List<Integer> LENGTHS = List.of(80, 44, 24);

    private static final double GAP = 4;
    private static final double INSIDE = 12;
    private static final double NARROWEST_CROWD = 44;

    private final Axis axis;
    private final double width;
    private final double top;
    private final Rows rows;
    private final List<DrawnEntry> entries = new ArrayList<>();
    private final List<Crowd> crowds = new ArrayList<>();
    private int labelled;

    /// @param width of the drawing
    /// @param top   of its first row
    LaneDrawing(
            Axis axis,
            double width,
            Lane lane,
            double top,
            BiFunction<LocalDate, LocalDate, String> zoom) {
        this.axis = axis;
        this.width = width;
        this.top = top;
        this.rows = new Rows(lane.rows());
        List<Entry> inOrder =
                lane.entries().stream()
                        .filter(entry -> isOnAxis(entry.span()))
                        .sorted(
                                Comparator.comparing((Entry it) -> it.span().first().orElseThrow())
                                        .thenComparing(it -> it.span().last().orElseThrow()))
                        .toList();
        List<Entry> left = inOrder.stream().filter(entry -> !place(entry)).toList();
        count(left, zoom);
    }

    List<DrawnEntry> entries() {
        return entries;
    }

    List<Crowd> crowds() {
        return crowds;
    }

    int rows() {
        return rows.count() + (crowds.isEmpty() ? 0 : 1);
    }

    private boolean isOnAxis(Span span) {
        return span.isKnown()
                && !span.first().orElseThrow().isAfter(axis.last())
                && !span.last().orElseThrow().isBefore(axis.first());
    }

    private boolean place(Entry entry) {
        List<Bar> bars = new ArrayList<>(Bar.of(entry.span(), axis));
        double from = Math.max(0, bars.getFirst().x());
        double to = Math.min(width, bars.getLast().right());
        // of a longer time the bar itself tells enough
        entry.seen().stream()
                .filter(Span::isDay)
                .map(at -> Bar.seen(at, axis))
                .flatMap(bar -> Optional.ofNullable(bar).stream())
                .forEach(bars::add);
        if (!rows.hasRoom(from, to)) {
            return false;
        }
        Caption caption = entry.caption().get();
        if (labelled < MOST_LABELLED) {
            for (int longest : LENGTHS) {
                if (placeWithText(entry, caption, longest, from, to, bars)) {
                    return true;
                }
            }
        }
        add(entry, caption, rows.place(from, to), bars, Optional.empty());
        return true;
    }

    private boolean placeWithText(
            Entry entry, Caption caption, int longest, double from, double to, List<Bar> bars) {
        String text = Texts.shortened(caption.label(), longest) + (entry.isDisputed() ? " ≠" : "");
        double length = Texts.width(text);
        if (text.isEmpty()) {
            return false;
        }
        if (to + GAP + length <= width) {
            BesideText after = new BesideText(to + GAP, text, false);
            return placeIn(from, to + GAP + length, entry, caption, bars, after);
        }
        if (from - GAP - length >= 0) {
            BesideText before = new BesideText(from - GAP, text, true);
            return placeIn(from - GAP - length, to, entry, caption, bars, before);
        }
        // a bar as wide as the drawing carries its label
        BesideText inside = new BesideText(from + INSIDE, text, false);
        return from + INSIDE + length <= to && placeIn(from, to, entry, caption, bars, inside);
    }

    private boolean placeIn(
            double left,
            double right,
            Entry entry,
            Caption caption,
            List<Bar> bars,
            BesideText text) {
        int row = rows.place(left, right);
        if (row >= 0) {
            add(entry, caption, row, bars, Optional.of(text));
        }
        return row >= 0;
    }

    private void add(
            Entry entry, Caption caption, int row, List<Bar> bars, Optional<BesideText> text) {
        labelled += text.isPresent() ? 1 : 0;
        double y = top + TimeLine.ROW * (row + 0.5);
        entries.add(new DrawnEntry(entry, caption, y, bars, text));
    }

    /// In fields of the axis that are wide enough for a number.
    private void count(List<Entry> left, BiFunction<LocalDate, LocalDate, String> zoom) {
        double y = top + TimeLine.ROW * (rows.count() + 0.5);
        int at = 0;
        while (at < left.size()) {
            double x = crowdAt(left.get(at));
            double end = x + NARROWEST_CROWD;
            LocalDate first = left.get(at).span().first().orElseThrow();
            LocalDate last = first;
            int count = 0;
            while (at < left.size() && crowdAt(left.get(at)) < end + GAP) {
                LocalDate day = left.get(at).span().first().orElseThrow();
                last = day.isAfter(last) ? day : last;
                count++;
                at++;
            }
            crowds.add(
                    new Crowd(
                            x,
                            NARROWEST_CROWD,
                            y,
                            count,
                            first,
                            last,
                            zoom.apply(clipped(first), clipped(last))));
        }
    }

    private double crowdAt(Entry entry) {
        double x = axis.startOf(entry.span().first().orElseThrow());
        return Math.min(x, width - NARROWEST_CROWD);
    }

    private LocalDate clipped(LocalDate day) {
        if (day.isBefore(axis.first())) {
            return axis.first();
        }
        return day.isAfter(axis.last()) ? axis.last() : day;
    }
}
