/// What a program has to know before its first query: where the endpoint is, what it can do, what
/// is in it (SPARQL 1.1 Service Description, VoID, DCAT 3).
///
/// In: a release's own description and the address the request came to. Out: triples. Not here:
/// choosing a form and writing it. Start reading at [ServiceDescription].
@NullMarked
package chancery.serve.discovery;

import org.jspecify.annotations.NullMarked;
