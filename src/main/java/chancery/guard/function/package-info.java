/// Functions of queries that cannot grow or run without end: texts and numbers have a largest size,
/// and regular expressions look at the clock.
///
/// In: an expression of Jena's. Out: the same with the dangerous parts replaced. Start reading at
/// [BoundedExpressions].
@NullMarked
package chancery.guard.function;

import org.jspecify.annotations.NullMarked;
