/// The database of a release as an archive that any server of the same kind can unpack and open.
///
/// In: the folder of a finished TDB2 database. Out: `chancery-tdb2.tar.gz`, with holes where the
/// database has them. Start reading at [DatabaseArchive].
@NullMarked
package chancery.release.dump.archive;

import org.jspecify.annotations.NullMarked;
