/// The server: SPARQL, things by their IRIs, pages, dumps; read-only.
///
/// In: a folder of releases. Out: HTTP. Everything but SPARQL is a function from [Request] to
/// [Reply]; one class, [HttpReplies], turns replies into HTTP. Not here: updates, logins, calls to
/// other hosts. Start reading at [ChanceryServer], then [Site] and [QueryEndpoint].
@NullMarked
package chancery.serve;

import org.jspecify.annotations.NullMarked;
