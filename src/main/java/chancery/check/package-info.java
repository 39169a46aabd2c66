/// Checking: the texts of a row become values, and everything that is wrong becomes a finding.
///
/// In: rows and the description of their table. Out: [CheckedRow] and [Findings]. Bad data never
/// throw here. Not here: what a value becomes in the graph. Start reading at [RowChecker] for our
/// own tables, at [AnnotatedTable] and [Validator] for those of others; then [CellParser] and
/// [KeyChecker].
@NullMarked
package chancery.check;

import org.jspecify.annotations.NullMarked;
