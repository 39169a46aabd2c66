package chancery.serve;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/// A query as sent, and what it is.
///
/// @param needsUnion whether it parses only in the syntax of SPARQL 1.2, and so is meant for the
///                   union of the named graphs, where the reifiers are
record QueryText(String text, Query query, boolean needsUnion) {
    private static final String BASE = "http://localhost/";

    /// SPARQL 1.1 is tried first; Jena's own extensions are in neither.
    ///
    /// @throws QueryException if it is neither; the message is that of the newer syntax
    static QueryText parse(String text) {
        try {
            return new QueryText(
                    text, QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11), false);
        } catch (QueryException not11) {
            return new QueryText(
                    text, QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_12), true);
        }
    }
}
