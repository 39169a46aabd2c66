/// Times.
@NullMarked
package chancery.time;

import org.jspecify.annotations.NullMarked;
