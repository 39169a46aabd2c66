/// JSON whose values know where they stand, read with a bound on size and nesting. The JSON library
/// is used here only.
@NullMarked
package chancery.describe.json;

import org.jspecify.annotations.NullMarked;
