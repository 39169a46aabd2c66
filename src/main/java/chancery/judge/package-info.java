/// Judging: claims in, verdicts and disagreements out.
///
/// In: all claims, the marks of the ontology, the rule list. Out: a verdict for each claim, the
/// disagreements, the accepted triples. Not here: where a claim stands in a text (room `evidence`).
/// Start reading at [Judge].
@NullMarked
package chancery.judge;

import org.jspecify.annotations.NullMarked;
