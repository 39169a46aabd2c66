/// The IRIs Chancery writes, as constants: one final class per vocabulary, and the prefixes.
///
/// In: nothing. Out: `Node` constants. Not here: any logic. Start reading at [Chy].
@NullMarked
package chancery.vocab;

import org.jspecify.annotations.NullMarked;
