package chancery.serve.sparql;

import chancery.release.ReleaseQuery;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;

/// What is remembered of a query that was read before.
///
/// @param normal   one text for all queries that differ in layout, prefixes and comments alone
/// @param kind     what it is answered with
/// @param isStable whether its answer is a function of the release, so that it can be kept
public record KnownQuery(String normal, Kind kind, boolean isStable) {
    /// Functions that give something else each time, under their names and under their IRIs, and
    /// what other servers say. Their names inside of texts are taken for them: that costs a place
    /// among the answers kept, and nothing else.
    private static final Pattern UNSTABLE =
            Pattern.compile(
                    "\\b(now|rand|uuid|struuid|bnode)>?\\s*\\(|\\bservice\\b|\\bcurrent-",
                    Pattern.CASE_INSENSITIVE);

    /// What a query is answered with.
    public enum Kind {
        TABLE,
        TRUTH,
        GRAPH
    }

    public static KnownQuery of(ReleaseQuery query) {
        Query plain = query.query().cloneQuery();
        plain.getPrefixMapping().clearNsPrefixMap();
        plain.setBaseURI((String) null);
        String printed = plain.serialize();
        String marked = (query.onUnion() ? "1.2 " : "1.1 ") + printed;
        boolean isSame = isSame(printed, plain);
        return new KnownQuery(
                isSame ? marked : "as written " + query.text(),
                kind(query.query()),
                !UNSTABLE.matcher(printed).find() && !UNSTABLE.matcher(query.text()).find());
    }

    /// Two queries are printed alike only if both are what is read from that print.
    private static boolean isSame(String printed, Query query) {
        try {
            return QueryFactory.create(printed, query.getSyntax()).equals(query);
        } catch (QueryException unreadable) {
            return false;
        }
    }

    private static Kind kind(Query query) {
        if (query.isAskType()) {
            return Kind.TRUTH;
        }
        return query.isSelectType() ? Kind.TABLE : Kind.GRAPH;
    }
}
