/// A question in SPARQL as HTTP brings it, and its answer on the way out.
///
/// In: what a request says. Out: the query as one text for all that mean the same, a body that is
/// sent whole or broken off, and answers kept for those who ask again. Not here: running a query,
/// status codes of replies. Start reading at [SparqlRequest] and [AnswerBody].
@NullMarked
package chancery.serve.sparql;

import org.jspecify.annotations.NullMarked;
