/// What one release has otherwise than another.
///
/// In: the sorted dumps in N-Quads of two releases, read side by side. Out: [ReleaseChanges] for
/// people, by [ReleaseComparison], and a patch for programs, by [ReleasePatch]. Not here: which
/// releases there are.
@NullMarked
package chancery.release.change;

import org.jspecify.annotations.NullMarked;
