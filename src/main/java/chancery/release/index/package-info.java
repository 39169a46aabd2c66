/// Reading the indexes of a finished database faster than Jena, which has to expect that they
/// change.
///
/// The files are TDB2's B+trees, as Jena 5.6.0 writes them
// (`org.apache.jena.dboe.trans.bplustree`).
@NullMarked
package chancery.release.index;

import org.jspecify.annotations.NullMarked;
