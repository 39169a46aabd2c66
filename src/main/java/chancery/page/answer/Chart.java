package chancery.page.answer;

import chancery.page.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A column of numbers as bars, in the order of the rows.
///
/// @param column  the one that is drawn
/// @param columns all that could be
/// @param zero    place of nought, from 0 to 1,000
/// @param without how many rows have no number
public record Chart(String column, List<String> columns, List<Bar> bars, int zero, int without) {
    private static final int WIDTH = 1_000;

    public Chart {
        columns = List.copyOf(columns);
        bars = List.copyOf(bars);
    }

    /// @param left place of its left end, from 0 to 1,000
    public record Bar(List<Link> names, Link number, int left, int width) {}

    private record Numbered(List<Link> names, Link number, double value) {}

    /// @param wanted name of a column; the first of those of numbers if it is none of them
    /// @return empty where no column is one of numbers
    static Optional<Chart> of(Table table, String wanted) {
        List<Integer> columns = table.columnsOf(cell -> cell.number().isPresent());
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        int shown =
                columns.stream()
                        .filter(column -> table.columns().get(column).equals(wanted))
                        .findFirst()
                        .orElse(columns.getFirst());
        List<Numbered> numbered = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            Cell cell = row.get(shown);
            cell.number()
                    .ifPresent(
                            value ->
                                    numbered.add(
                                            new Numbered(
                                                    table.names(row, new HashSet<>(columns)),
                                                    cell.link(),
                                                    value)));
        }
        double least = Math.min(0, numbered.stream().mapToDouble(Numbered::value).min().orElse(0));
        double most = Math.max(0, numbered.stream().mapToDouble(Numbered::value).max().orElse(0));
        double scale = most > least ? WIDTH / (most - least) : 0;
        int zero = (int) Math.round(-least * scale);
        return Optional.of(
                new Chart(
                        table.columns().get(shown),
                        columns.stream().map(table.columns()::get).toList(),
                        numbered.stream().map(it -> bar(it, zero, scale)).toList(),
                        zero,
                        table.rows().size() - numbered.size()));
    }

    private static Bar bar(Numbered it, int zero, double scale) {
        int length = (int) Math.round(Math.abs(it.value()) * scale);
        return new Bar(it.names(), it.number(), it.value() < 0 ? zero - length : zero, length);
    }
}
