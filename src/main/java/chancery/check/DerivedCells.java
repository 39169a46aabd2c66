package chancery.check;

import chancery.check.derive.CodeLists;
import chancery.check.derive.DerivedCell;
import chancery.describe.Column;
import chancery.table.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts of a row's virtual cells, worked out from the cells before them. Used by one thread.
final class DerivedCells {
    private final Findings findings;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, DerivedCell> derived = new HashMap<>();

    /// @param columns of the table, in the order of a row's cells
    DerivedCells(List<Column> columns, CodeLists codes, Findings findings) {
        this.findings = findings;
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            places.put(columns.get(i).name(), i);
            DerivedCell.of(columns.get(i), codes).ifPresent(cell -> derived.put(place, cell));
        }
    }

    /// None is derived.
    static DerivedCells none(Findings findings) {
        return new DerivedCells(List.of(), CodeLists.NONE, findings);
    }

    /// The text of the cell that follows those.
    ///
    /// @return `""` if nothing is derived, or what is found is wrong, which a finding says then
    String next(Column column, List<Cell> before, Position at) {
        DerivedCell cell = derived.get(before.size());
        if (cell == null) {
            return "";
        }
        DerivedCell.Result result = cell.of(name -> canonical(before, places.get(name)));
        return switch (result) {
            case DerivedCell.Result.Written written -> written.text();
            case DerivedCell.Result.Wrong wrong -> {
                findings.add(
                        new Finding(
                                wrong.code(),
                                Severity.WARNING,
                                at,
                                column.number(),
                                column.name(),
                                wrong.found(),
                                wrong.expected()));
                yield "";
            }
        };
    }

    private static String canonical(List<Cell> before, @Nullable Integer place) {
        if (place == null || place >= before.size()) {
            return "";
        }
        List<Value> usable = before.get(place).usable();
        return usable.isEmpty() ? "" : usable.getFirst().canonical();
    }
}
