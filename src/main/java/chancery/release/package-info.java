/// Releases: one immutable build of the whole graph, on disk.
///
/// In: quads, as a stream (`StreamRDF`). Out: a folder `releases/<id>/` with the TDB2 database, the
/// dumps, `release.ttl`, and the file `current` that names the release to serve. Not here: what a
/// table or a claim is, and HTTP. Start reading at [ReleaseBuild] (writing) or [Release] (reading).
@NullMarked
package chancery.release;

import org.jspecify.annotations.NullMarked;
