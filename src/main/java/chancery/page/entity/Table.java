package chancery.page.entity;

import java.util.List;

/// Rows, with the query that gives the same.
///
/// @param query in SPARQL: the rows are all that it finds, unless a row says that it is cut
public record Table(List<Row> rows, String query) {
    public Table {
        rows = List.copyOf(rows);
    }

    /// Whether any of its values rests on a claim: then those that do not are marked.
    public boolean hasClaims() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(value -> !value.backing().claims().isEmpty());
    }
}
