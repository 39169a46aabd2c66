package chancery.release;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;

/// A query and the graph it runs on: what parses as SPARQL 1.1 sees the default graph, what needs
/// SPARQL 1.2 sees the union of the named graphs, where the triple terms stand.
///
/// @param text as sent
/// @param query parsed
/// @param onUnion whether it runs on the union of the named graphs
public record ReleaseQuery(String text, Query query, boolean onUnion) {
    private static final String BASE = "http://localhost/";
    private static final int MOST_OF_PREFIX = 500;

    /// SPARQL 1.1 is tried first; Jena's own extensions are in neither.
    ///
    /// @throws QueryException with line and column, when it is neither; the message is that of the
    ///     newer syntax
    public static ReleaseQuery parse(String text) {
        try {
            return new ReleaseQuery(text, parse(text, Syntax.syntaxSPARQL_11), false);
        } catch (QueryException not11) {
            return new ReleaseQuery(text, parse(text, Syntax.syntaxSPARQL_12), true);
        }
    }

    private static Query parse(String text, Syntax syntax) {
        return QueryFactory.parse(new ShortPrefixes(), text, BASE, syntax);
    }

    /// A query while it is read. Every name takes as much memory as its prefix is long: one long
    /// prefix and many short names of a small query would be more than there is.
    private static final class ShortPrefixes extends Query {
        @Override
        public void setPrefix(String prefix, String iri) {
            super.setPrefix(prefix, ofGoodLength("PREFIX", iri));
        }

        @Override
        public void setBaseURI(String iri) {
            super.setBaseURI(ofGoodLength("BASE", iri));
        }

        private static String ofGoodLength(String what, String iri) {
            if (iri.length() > MOST_OF_PREFIX) {
                throw new QueryException(
                        "%s: found %d characters, expected at most %d"
                                .formatted(what, iri.length(), MOST_OF_PREFIX));
            }
            return iri;
        }
    }

    /// Sets in the context of an execution which graph it sees.
    public void chooseGraph(Context context) {
        context.set(TDB2.symUnionDefaultGraph, onUnion);
    }

    /// @param dataset of an open release, in a read transaction
    /// @return not executed yet; to be closed
    public QueryExec over(DatasetGraph dataset) {
        return QueryExec.dataset(dataset)
                .query(query)
                .set(TDB2.symUnionDefaultGraph, onUnion)
                .build();
    }
}
