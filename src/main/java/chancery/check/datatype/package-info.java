/// Reads the text of a cell, or of one item of its list, as a value of the column's datatype
/// (Tabular Data Model, sections 6.4.2 to 6.4.6), or by a directive of ours. Start reading at
/// [LiteralReader].
@NullMarked
package chancery.check.datatype;

import org.jspecify.annotations.NullMarked;
