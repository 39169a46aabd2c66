package chancery.check;

import chancery.table.Position;
import chancery.table.Row;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One row, read.
///
/// @param cells one a column of the description, in its order, virtual columns included
/// @param whole whether the row has as many fields as the table has columns; if not, nobody knows
///     which field belongs to which column, and only the number of fields is reported
public record CheckedRow(Row row, List<Cell> cells, boolean whole) {
    public CheckedRow {
        cells = List.copyOf(cells);
    }

    public Position position() {
        return row.position();
    }

    /// The cell of a column.
    ///
    /// @throws IllegalArgumentException if the description has no column of that name
    public Cell cell(String name) {
        for (Cell cell : cells) {
            if (cell.column().name().equals(name)) {
                return cell;
            }
        }
        throw new IllegalArgumentException("no column \"" + name + "\" in " + position().file());
    }

    /// Whether the description has a column of that name.
    public boolean has(String name) {
        return cells.stream().anyMatch(cell -> cell.column().name().equals(name));
    }

    /// The text of a cell as written; `""` also if there is no such column.
    public String text(String name) {
        return has(name) ? cell(name).text() : "";
    }

    /// The texts of the items of a cell, as written but without white space around them; none if
    /// the cell is empty.
    public List<String> items(String name) {
        String text = text(name);
        if (text.isBlank()) {
            return List.of();
        }
        String separator = cell(name).column().separator().orElse("");
        return separator.isEmpty()
                ? List.of(text.strip())
                : Arrays.stream(text.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .toList();
    }
}
