/// The answer to a query as a page: a table, and the same on a line of time, as bars, on a map, and
/// as a net, where its values allow that.
///
/// In: the rows or triples that a query gives. Out: records for templates, with every place on a
/// drawing worked out. Nothing is run here. Start at [AnswerPage].
@NullMarked
package chancery.page.answer;

import org.jspecify.annotations.NullMarked;
