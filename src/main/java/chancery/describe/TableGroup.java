package chancery.describe;

import java.util.List;
import java.util.Optional;

/// Tables that are described together (Tabular Data Model, section 4.1); one table alone is a group
/// of which nothing is said.
///
/// @param id absolute; empty if the metadata give none
/// @param tables in the order of the metadata, at least one
public record TableGroup(
        Optional<String> id, List<TableDescription> tables, Annotations annotations) {
    public TableGroup {
        tables = List.copyOf(tables);
    }
}
