package chancery.describe;

import java.util.List;

/// Columns whose values together must name exactly one row of a table.
///
/// @param columns names of columns of the table that has the key
/// @param resource the table referred to, as written, such as `states.csv`
/// @param target the same made absolute: that table's [TableDescription#iri()]
/// @param referenced names of columns of that table, as many as `columns`
public record ForeignKey(
        List<String> columns,
        String resource,
        String target,
        List<String> referenced,
        Place place) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
        if (columns.size() != referenced.size()) {
            throw new IllegalArgumentException("as many columns as columns referenced: " + place);
        }
    }
}
