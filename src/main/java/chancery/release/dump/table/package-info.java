/// The default graph as tables: one for each class, described for CSV on the Web.
///
/// In: subjects with their triples. Out: `tables/<Class>.csv`, `tables/<Class>-<column>.csv` for
/// columns of which one cell cannot tell all, `tables/csv-metadata.json` over all of them, and
/// `tables.zip` with the same files. What columns a table has is known only when all subjects have
/// come, so rows wait in a file. Start reading at [Tables].
@NullMarked
package chancery.release.dump.table;

import org.jspecify.annotations.NullMarked;
