package chancery.describe;

import chancery.describe.iri.ResolvedUrl;
import chancery.describe.json.Place;
import java.util.List;

/// Columns whose values together must name exactly one row of a table.
///
/// @param columns names of columns of the table that has the key
/// @param resource the table or schema referred to, as written, such as `states.csv`
/// @param target the same made absolute
/// @param bySchema whether it is the schema of the table referred to that is named
/// @param referenced names of columns of that table, as many as `columns`
public record ForeignKey(
        List<String> columns,
        String resource,
        String target,
        boolean bySchema,
        List<String> referenced,
        Place place) {
    /// Whether this is the table referred to.
    public boolean leadsTo(TableDescription table) {
        return bySchema
                ? table.schema()
                        .id()
                        .filter(id -> ResolvedUrl.areEquivalent(id, target))
                        .isPresent()
                : ResolvedUrl.areEquivalent(table.iri(), target);
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
        if (columns.size() != referenced.size()) {
            throw new IllegalArgumentException("as many columns as columns referenced: " + place);
        }
    }
}
