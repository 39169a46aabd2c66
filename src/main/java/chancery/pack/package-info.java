/// Packs: descriptions of public datasets, which somebody else's files are mapped by.
///
/// In: `seeds/packs/<name>/csvw-metadata.json` (what the published files are and mean) and files of
/// that dataset. Out: the tables to map, and what the release says of the dataset. Not here:
/// reading rows. Start reading at [Pack].
@NullMarked
package chancery.pack;

import org.jspecify.annotations.NullMarked;
