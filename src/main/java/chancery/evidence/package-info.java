/// Evidence: which passage of which source makes a statement, and whether it really does.
///
/// In: checked rows of fact tables with the statements mapped from them; with the texts supplied,
/// the texts. Out: [Claim]s, and findings of the [EvidenceGate]. Not here: what to believe (room
/// `judge`). Start reading at [FactReader].
@NullMarked
package chancery.evidence;

import org.jspecify.annotations.NullMarked;
