package chancery.map;

import chancery.check.Value;
import chancery.describe.Column;
import chancery.table.Position;
import org.apache.jena.graph.Triple;

/// One triple, and the value of the table it comes from.
///
/// @param value the value of the cell, or of one item of its list; a [Value.Iri] where the metadata
///     make an IRI of it
/// @param position of the row
public record Statement(Triple triple, Column column, Value value, Position position) {}
