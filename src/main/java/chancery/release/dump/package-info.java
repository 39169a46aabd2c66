/// The files that are published of a release.
///
/// In: the default graph, or a part of it, subject by subject and sorted ([SubjectSink]), and the
/// quads of the named graphs, sorted ([QuadSink]). Out: the folder `dumps/` with every form of
/// them, compressed too, and `SHA256SUMS`. Nothing here keeps more of a graph than one subject. Not
/// here: what is in a part, and where the sorted graph comes from. Start reading at [Dumps].
@NullMarked
package chancery.release.dump;

import org.jspecify.annotations.NullMarked;
