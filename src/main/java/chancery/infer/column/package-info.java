/// What the values of one column are: counted as the rows go by, decided at the end.
@NullMarked
package chancery.infer.column;

import org.jspecify.annotations.NullMarked;
