package chancery.release;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/// A query and the graph it runs on: what parses as SPARQL 1.1 sees the default graph, what needs
/// SPARQL 1.2 sees the union of the named graphs, where the triple terms stand.
///
/// @param query parsed
/// @param onUnion whether it runs on the union of the named graphs
public record ReleaseQuery(Query query, boolean onUnion) {
    /// @throws QueryParseException with line and column, when it is neither 1.1 nor 1.2
    public static ReleaseQuery parse(String text) {
        try {
            return new ReleaseQuery(QueryFactory.create(text, Syntax.syntaxSPARQL_11), false);
        } catch (QueryParseException plain) {
            return new ReleaseQuery(QueryFactory.create(text, Syntax.syntaxSPARQL_12), true);
        }
    }
}
