/// What is between two states: everything in the graph that has to do with both, chosen from and
/// laid out in time, as a page, a table, JSON and the query that finds the same.
///
/// Start reading at [chancery.page.between.Reach], which says what counts, and
/// [chancery.page.between.PairPage].
@NullMarked
package chancery.page.between;

import org.jspecify.annotations.NullMarked;
