/// Datatypes of columns and the formats of their texts (Tabular Data Model, sections 4.6 and
/// 6.4): what they are, not how they are read from metadata, nor how cells are read by them.
@NullMarked
package chancery.describe.datatype;

import org.jspecify.annotations.NullMarked;
