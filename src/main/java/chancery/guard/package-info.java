/// What keeps a public query service standing: limits, a watchdog, the functions allowed.
///
/// In: a query about to run. Out: the same query, watched. Not here: HTTP, and what a refusal looks
/// like there. Start reading at [Limits] and [Guard].
@NullMarked
package chancery.guard;

import org.jspecify.annotations.NullMarked;
