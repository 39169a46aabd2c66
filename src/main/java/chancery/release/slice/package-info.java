/// Parts of the default graph that can be read by themselves.
///
/// In: the sorted graph of a release. Out: for each source, for each state and for all
/// disagreements their triples, sorted, subject by subject. Which triples those are is found by
/// sorting and reading side by side, so that no more is in memory than one slice has subjects. Not
/// here: the files. Start reading at [Slices].
@NullMarked
package chancery.release.slice;

import org.jspecify.annotations.NullMarked;
