/// What TDB2 knows of a release when it chooses the order of a query's patterns.
///
/// In: a database that has been filled. Out: `stats.opt` in its folder, which TDB2 reads when it is
/// opened. Start at `Statistics`.
@NullMarked
package chancery.release.plan;

import org.jspecify.annotations.NullMarked;
