/// Quantities.
@NullMarked
package chancery.measure;

import org.jspecify.annotations.NullMarked;
