/// The graph as some sources have it, as it was on a day, or as it was known on a day.
///
/// In: a release's dataset and a point of view. Out: a graph in memory that takes the place of the
/// default graph. Not here: HTTP and the command line. Start reading at [View].
@NullMarked
package chancery.view;

import org.jspecify.annotations.NullMarked;
