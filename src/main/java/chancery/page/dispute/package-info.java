/// The page of one disagreement: its positions, how it ended, and what would change if it had ended
/// otherwise.
///
/// In: a graph, a disagreement, and what a judge says of its other outcomes. Out: [DisputePage].
/// Not here: the judging, and the list of all disagreements. Start reading at [DisputePage].
@NullMarked
package chancery.page.dispute;

import org.jspecify.annotations.NullMarked;
