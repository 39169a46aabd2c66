/// Times as texts give them: EDTF (ISO 8601-2), its bounds, comparison with precision in mind, and
/// how English prose writes dates.
///
/// In: a string. Out: [Edtf] with [Bounds], and a [Verdict] on two of them. Not here: what a time
/// is the time of. Start reading at [Edtf].
@NullMarked
package chancery.time;

import org.jspecify.annotations.NullMarked;
