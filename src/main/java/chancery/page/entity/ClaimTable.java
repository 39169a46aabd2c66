package chancery.page.entity;

import chancery.page.ClaimRow;
import java.util.List;

/// Claims that are not accepted.
///
/// @param rows  those that are shown
/// @param total how many there are
/// @param all   address of the whole list; `""` if all are shown
/// @param query in SPARQL, finds them all
public record ClaimTable(List<ClaimRow> rows, int total, String all, String query) {
    public ClaimTable {
        rows = List.copyOf(rows);
    }
}
