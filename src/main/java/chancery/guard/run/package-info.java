/// How one query runs: within its time and its memory, whatever it asks.
///
/// In: the settings of an execution. Out: the same with an executor, functions and paths of ours,
/// all of which look at one [QueryBudget]. Start reading there, then at [BoundedExecutor].
@NullMarked
package chancery.guard.run;

import org.jspecify.annotations.NullMarked;
