/// Sorts more than fits into memory.
///
/// In: entries, which are rows of texts as bytes ([Entry]), in any order and more than once. Out:
/// each once and in order, as often as wanted ([SortedEntries]). As long as they are few they stay
/// in memory; else they go to files in one folder ([Workroom]), which is gone at the end. Not here:
/// what the texts mean. Start reading at [EntrySort].
@NullMarked
package chancery.release.sort;

import org.jspecify.annotations.NullMarked;
