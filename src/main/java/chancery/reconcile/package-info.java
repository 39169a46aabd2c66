/// A reconciliation service (W3C Entity Reconciliation API 0.2 and 1.0-draft): names of somebody
/// else's table in, things of a release out, with what speaks for each.
///
/// In: texts of requests, an open release. Out: JSON. Not here: HTTP, pages. Start reading at
/// [Service], then [Reconciler] and [Scoring].
@NullMarked
package chancery.reconcile;

import org.jspecify.annotations.NullMarked;
