package chancery.page.answer;

import chancery.page.Link;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Rows under the names of their columns.
///
/// @param rows each as long as there are columns
public record Table(List<String> columns, List<List<Cell>> rows) {
    /// Of what a drawing is named by.
    private static final int NAMES = 6;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Columns of which every value is so, and that have one at least; in their order.
    List<Integer> columnsOf(Predicate<Cell> isSo) {
        return IntStream.range(0, columns.size())
                .filter(
                        column ->
                                rows.stream().anyMatch(row -> row.get(column).isBound())
                                        && rows.stream()
                                                .map(row -> row.get(column))
                                                .filter(Cell::isBound)
                                                .allMatch(isSo))
                .boxed()
                .toList();
    }

    /// Columns with something to read: not those of ids to which another cell of the row leads.
    public List<Integer> shown() {
        return IntStream.range(0, columns.size())
                .filter(column -> !columns.get(column).equals("id") || !isLedTo(column))
                .boxed()
                .toList();
    }

    private boolean isLedTo(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(
                                row -> {
                                    String end = "/" + row.get(column).link().text();
                                    return IntStream.range(0, row.size())
                                            .filter(other -> other != column)
                                            .anyMatch(
                                                    other ->
                                                            row.get(other)
                                                                    .link()
                                                                    .href()
                                                                    .endsWith(end));
                                });
    }

    /// What a row is about: its first values that are not those of some columns.
    List<Link> names(List<Cell> row, Set<Integer> without) {
        return IntStream.range(0, columns.size())
                .filter(column -> !without.contains(column))
                .mapToObj(row::get)
                .filter(Cell::isBound)
                .map(Cell::link)
                .limit(NAMES)
                .toList();
    }
}
