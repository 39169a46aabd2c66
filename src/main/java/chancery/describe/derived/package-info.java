/// Cells that are worked out from others of their row: dates in three columns, codes that name a
/// state, texts that stand for something else.
///
/// In: directives of a virtual column. Out: a [Derivation], which says what is done; room `check`
/// does it. Start reading there.
@NullMarked
package chancery.describe.derived;

import org.jspecify.annotations.NullMarked;
