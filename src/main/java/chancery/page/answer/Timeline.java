package chancery.page.answer;

import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows in the order of time, each with a bar as wide as its date is uncertain or long.
///
/// @param bars    earliest first
/// @param first   year at the left end
/// @param middle  year between
/// @param last    year at the right end
/// @param without how many rows have no date that lies on a line
public record Timeline(List<Bar> bars, int first, int middle, int last, int without) {
    /// Of the drawing, in its own measure.
    static final int WIDTH = 1_000;

    /// So that a day can be seen.
    private static final int NARROWEST = 6;

    public Timeline {
        bars = List.copyOf(bars);
    }

    /// @param when the date in words; two where a second one ends it
    /// @param left place of its left end, from 0 to 1,000
    public record Bar(List<Link> names, List<Link> when, int left, int width) {}

    private record Dated(List<Link> names, List<Link> when, Span span) {}

    /// @return empty where no column is one of dates
    static Optional<Timeline> of(Table table, GraphView graph) {
        List<Integer> columns = table.columnsOf(cell -> Span.isDate(cell, graph));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> dates = new HashSet<>(columns.subList(0, Math.min(2, columns.size())));
        List<Dated> dated = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            Cell start = row.get(columns.getFirst());
            Cell end = columns.size() > 1 ? row.get(columns.get(1)) : Cell.NONE;
            Optional<Span> from = Span.of(start, graph).or(() -> Span.of(end, graph));
            from.ifPresent(
                    span ->
                            dated.add(
                                    new Dated(
                                            table.names(row, dates),
                                            shown(start, end),
                                            Span.of(end, graph).map(span::to).orElse(span))));
        }
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        dated.sort(Comparator.comparing((Dated it) -> it.span().first()));
        return Optional.of(drawn(dated, table.rows().size() - dated.size()));
    }

    private static List<Link> shown(Cell start, Cell end) {
        List<Link> shown = new ArrayList<>();
        if (start.isBound()) {
            shown.add(inWords(start));
        }
        if (end.isBound() && !end.link().equals(start.link())) {
            shown.add(inWords(end));
        }
        return shown;
    }

    private static Link inWords(Cell cell) {
        return cell.text()
                .map(text -> Link.to(Dates.inWords(text), cell.link().href()))
                .orElseGet(cell::link);
    }

    private static Timeline drawn(List<Dated> dated, int without) {
        int first = dated.getFirst().span().first().getYear();
        int last =
                dated.stream().mapToInt(it -> it.span().last().getYear()).max().orElse(first) + 1;
        long start = LocalDate.of(first, 1, 1).toEpochDay();
        long days = LocalDate.of(last, 1, 1).toEpochDay() - start;
        List<Bar> bars =
                dated.stream()
                        .map(
                                it -> {
                                    long from = it.span().first().toEpochDay() - start;
                                    long to = it.span().last().toEpochDay() + 1 - start;
                                    int width =
                                            (int) Math.max(NARROWEST, WIDTH * (to - from) / days);
                                    int left = (int) Math.min(WIDTH * from / days, WIDTH - width);
                                    return new Bar(it.names(), it.when(), left, width);
                                })
                        .toList();
        return new Timeline(bars, first, first + (last - first) / 2, last, without);
    }
}
