/// Lists of checksums, as `sha256sum` writes them: what a release says of its own files.
///
/// In: a folder and names of files in it. Out: `SHA256SUMS`, and later a line for each file that is
/// not what the list says. Nothing here knows what a release is. Start at `Checksums`.
@NullMarked
package chancery.release.sum;

import org.jspecify.annotations.NullMarked;
