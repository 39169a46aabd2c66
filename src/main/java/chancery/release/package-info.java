/// One immutable build of the whole graph on disk: making it, finding it, reading it.
///
/// In: quads (a Jena `StreamRDF`). Out: a folder `releases/<id>/`; for readers, it opened.
/// Not here: tables, HTTP. Start reading at [ReleaseStore] (which is current) and [Release].
@NullMarked
package chancery.release;

import org.jspecify.annotations.NullMarked;
