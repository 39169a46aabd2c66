package chancery.map;

import chancery.check.Value;
import chancery.describe.Column;
import chancery.table.Position;
import org.apache.jena.graph.Node;

/// One triple, and the value of the table it comes from.
///
/// @param position of the row
public record Statement(
        Node subject,
        Node predicate,
        Node object,
        Column column,
        Value value,
        Position position) {}
