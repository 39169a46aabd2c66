/// A store of somebody else's make behind this server: it holds the triples of the release, and is
/// asked over HTTP by the SPARQL 1.1 protocol.
///
/// In: patterns, for pages, and whole queries. Out: Jena's terms, or an
/// [EndpointFailure][chancery.guard.endpoint.EndpointFailure] that says who is to blame. Nothing is
/// written to it. Start reading at [StoreEndpoint][chancery.guard.endpoint.StoreEndpoint].
@NullMarked
package chancery.guard.endpoint;

import org.jspecify.annotations.NullMarked;
