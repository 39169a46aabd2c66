/// Keys of tables too large for memory: digests that are sorted on disk.
///
/// In: the digest of a key and where it stood. Out: which keys came twice, which references lead
/// nowhere or to several rows. Not here: what a key of a row is, and what is said of it. Start
/// reading at [KeyStore].
@NullMarked
package chancery.check.keys;

import org.jspecify.annotations.NullMarked;
