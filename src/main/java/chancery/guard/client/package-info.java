/// Who asks, and how much of the server each may have: places shared fairly, budgets per client.
///
/// In: the name of a client that wants to run a query. Out: a place, or the reason there is none.
/// Not here: queries, HTTP. Start reading at [Admissions].
@NullMarked
package chancery.guard.client;

import org.jspecify.annotations.NullMarked;
