/// How a bare file is written: its encoding, and how it is cut into header, rows and fields.
@NullMarked
package chancery.infer.dialect;

import org.jspecify.annotations.NullMarked;
