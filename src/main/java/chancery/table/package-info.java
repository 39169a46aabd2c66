/// Tables: the bytes of a CSV file become rows that know where they stand.
///
/// In: a [Source], perhaps from a [Library], and a [Dialect]. Out: the header and one [Row] after
/// another. Not here: what a column means, whether a row has the right number of fields. Start
/// reading at [TableReader].
@NullMarked
package chancery.table;

import org.jspecify.annotations.NullMarked;
