/// The graph of a release, sorted and as large as the disk allows.
///
/// In: quads in any order, as entries of a sort. Out: the named graphs and the default graph, in
/// the order in which they are hashed, dumped and stored ([SortedGraph]). Not here: how sorting
/// works, and what is written of it. Start reading at [SortedGraph].
@NullMarked
package chancery.release.graph;

import org.jspecify.annotations.NullMarked;
