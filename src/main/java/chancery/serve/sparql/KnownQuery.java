package chancery.serve.sparql;

import chancery.release.ReleaseQuery;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;

/// What is remembered of a query that was read before.
///
/// @param first    the text under which its answers are kept: its own, or that of one read before
///                 that differs in layout, prefixes and comments alone
/// @param print    one text for all such queries, everywhere; now and then for others too, where
///                 the printer drops a difference
/// @param kind     what it is answered with
/// @param isStable whether its answer is a function of the release, so that it can be kept
public record KnownQuery(String first, String print, Kind kind, boolean isStable) {
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

    /// The first of its kind.
    public static KnownQuery of(ReleaseQuery query) {
        String printed = withoutPrefixes(query.query(), Query::serialize);
        return new KnownQuery(
                query.text(),
                (query.onUnion() ? "1.2 " : "1.1 ") + printed,
                kind(query.query()),
                !UNSTABLE.matcher(printed).find() && !UNSTABLE.matcher(query.text()).find());
    }

    /// The same query in other words.
    KnownQuery like(String before) {
        return new KnownQuery(before, print, kind, isStable);
    }

    /// Another query, though it is printed alike.
    KnownQuery apart() {
        return new KnownQuery(first, print + '\0' + first, kind, isStable);
    }

    /// Whether two differ in layout, prefixes and comments alone.
    static boolean isSame(ReleaseQuery one, ReleaseQuery two) {
        return one.onUnion() == two.onUnion()
                && withoutPrefixes(
                        one.query(),
                        first -> withoutPrefixes(two.query(), second -> first.equals(second)));
    }

    /// The prefixes are put back: a query is still to be run, and its base counts when it runs.
    private static <T> T withoutPrefixes(Query query, Function<Query, T> use) {
        PrefixMapping prefixes = query.getPrefixMapping();
        try {
            query.setPrefixMapping(PrefixMapping.Factory.create());
            return use.apply(query);
        } finally {
            query.setPrefixMapping(prefixes);
        }
    }

    private static Kind kind(Query query) {
        if (query.isAskType()) {
            return Kind.TRUTH;
        }
        return query.isSelectType() ? Kind.TABLE : Kind.GRAPH;
    }
}
