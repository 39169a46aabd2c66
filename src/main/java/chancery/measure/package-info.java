/// Figures as texts give them: a number with its unit, its bound and the place of its last written
/// digit; comparison with precision in mind; and how English prose writes figures.
///
/// In: a string. Out: [Quantity], and a verdict on two of them. Not here: what is measured, and
/// rates of exchange. Start reading at [Quantity].
@NullMarked
package chancery.measure;

import org.jspecify.annotations.NullMarked;
