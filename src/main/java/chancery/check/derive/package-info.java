/// Works out the cells that are made of others of their row, and looks codes up.
///
/// In: the texts of a row's cells. Out: a text, or what is wrong. Start reading at [DerivedCell].
@NullMarked
package chancery.check.derive;

import org.jspecify.annotations.NullMarked;
