/// The order in which the patterns of a query are looked up, paths and filters among them.
///
/// In: the algebra of a query, later one pattern with the first row that comes to it. Out: the
/// same in an order that begins where the database has least. Start reading at [PathPatterns].
@NullMarked
package chancery.guard.order;

import org.jspecify.annotations.NullMarked;
