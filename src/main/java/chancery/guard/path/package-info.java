/// Property paths (SPARQL 1.1, 9 and 18.4) without recursion over the data: a path through a
/// million places takes a set of a million places and no stack.
///
/// In: a graph, a path, the ends that are known. Out: the pairs it connects, one by one. Start
/// reading at [PathWalk].
@NullMarked
package chancery.guard.path;

import org.jspecify.annotations.NullMarked;
