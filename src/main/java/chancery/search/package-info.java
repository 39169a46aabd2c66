/// The text index of a release: names and gists, found in whatever letters they are asked for.
///
/// In: the database of a release, and what somebody typed. Out: entities whose names are like it,
/// with how much. Not here: HTTP, pages, and what a candidate is worth beside its name. Start
/// reading at [Sound], then [IndexWriting] and [SearchIndex].
@NullMarked
package chancery.search;

import org.jspecify.annotations.NullMarked;
