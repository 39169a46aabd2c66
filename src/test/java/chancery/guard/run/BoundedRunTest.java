package chancery.guard.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Guard;
import chancery.guard.Limits;
import chancery.guard.Watchdog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BoundedRunTest {
    private static final int THINGS = 3_000;
    private static final DatasetGraph DATASET = DatabaseMgr.createDatasetGraph();

    @BeforeAll
    static void fill() {
        StringBuilder turtle = new StringBuilder("PREFIX : <http://x.example/>\n");
        for (int i = 0; i < THINGS; i++) {
            turtle.append(
                    ":s%d a :C%d ; :n %d ; :d %d.%d ; :label \"thing %d\", \"Ding %d\"@de ; :next :s%d .%n"
                            .formatted(i, i % 7, i % 100, i, i % 10, i, i, (i + 1) % THINGS));
        }
        turtle.append(
                ":b :p _:blank . _:blank :p [] , \"\"@en , \"a\"@en--ltr , <<( :s :p :o )>> .");
        DATASET.executeWrite(
                () -> RDFParser.fromString(turtle.toString(), Lang.TURTLE).parse(DATASET));
    }

    /// Each is answered as Jena answers it without us.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?s a ?c }",
                "SELECT (COUNT(*) AS ?n) (SUM(?x) AS ?m) { ?s a :none ; :n ?x }",
                "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c ; a :none } GROUP BY ?c",
                "SELECT ?c (COUNT(*) AS ?n) (COUNT(DISTINCT ?x) AS ?d) { ?s a ?c ; :n ?x } GROUP BY ?c",
                "SELECT (COUNT(DISTINCT *) AS ?d) { ?s a ?c ; :n ?x }",
                "SELECT (SUM(DISTINCT ?x) AS ?a) (AVG(DISTINCT ?x) AS ?b) (MIN(DISTINCT ?x) AS ?e)"
                        + " (MAX(DISTINCT ?x) AS ?f) { ?s :n ?x }",
                "SELECT ?k (SUM(?y) AS ?t) { ?s :n ?x ; :d ?y } GROUP BY (?x / 10 AS ?k) HAVING (SUM(?y) > 100)",
                "SELECT ?k (COUNT(?u) AS ?t) { ?s :n ?x OPTIONAL { ?s :none ?u } } GROUP BY (?u AS ?k)",
                "SELECT (GROUP_CONCAT(DISTINCT ?x; separator='|') AS ?g) { SELECT ?x { ?s :n ?x } ORDER BY ?x }",
                "SELECT (SUM(?l) AS ?none) { ?s :label ?l }",
                "SELECT ?x (SAMPLE(?c) AS ?one) { ?s a ?c ; :n ?x FILTER(?c = :C1) } GROUP BY ?x",
                "SELECT ?s ?l ?y { ?s :label ?l MINUS { ?s a :C1 } OPTIONAL { ?s :d ?y FILTER(?y > 100) } }",
                "SELECT ?s { ?s :n 5 MINUS { ?s a :C1 } }",
                "SELECT ?s ?x { ?s :n ?x FILTER(?x > 97) MINUS { ?s a :C1 ; :n ?x } }",
                "SELECT ?s ?x { ?s :n ?x MINUS { ?s a :C1 ; :n ?x } }",
                "SELECT ?s { ?s :n 5 MINUS { ?t a :C1 } }",
                "SELECT ?s ?t { ?s :n 5 OPTIONAL { ?s :none ?t } MINUS { ?t a :C1 } }",
                "SELECT ?s ?x { VALUES ?x { 05 6 } ?s :n 5 MINUS { ?s :n ?x } }",
                "SELECT ?s { ?s :n 5 MINUS { ?s :next ?t FILTER NOT EXISTS { ?t a :C1 } } }",
                "SELECT ?s ?t { { SELECT ?s { ?s :n 5 } } { SELECT ?s ?t { ?s :next ?t } } }",
                "SELECT DISTINCT ?x ?c { ?s a ?c ; :n ?x }",
                "SELECT ?o { { :b :p ?o } UNION { :b :p/:p ?o } }",
                "SELECT ?s { ?s :n ?x FILTER NOT EXISTS { ?s :next/:next+ ?t . ?t a :none } FILTER(?x < 3) }",
                "SELECT ?r { ?s :label ?l BIND(REPLACE(?l, '([a-z])(h)', '$2$1', 'i') AS ?r) }",
                "SELECT ?r { VALUES ?l { 'abc' 'abc'@en 'xyz' '' 1 } BIND(REPLACE(?l, 'b*', '-') AS ?r) }",
                "SELECT ?r { VALUES ?l { 'aaa' 'a' '' } BIND(REPLACE(?l, 'x?', '$0.') AS ?r) }",
                "SELECT ?r { VALUES ?p { 'b' '(' '[b' 'B' } BIND(REPLACE('abc', ?p, '\\\\$1', 'i') AS ?r) }",
                "SELECT ?r { VALUES (?p ?f) { ('A.C' 'i') ('a c' 'x') ('a.c' 'q') ('^b' 'm') ('(' '') }"
                        + " BIND(REGEX('abc\\nbcd', ?p, ?f) AS ?r) }",
                "SELECT ?r { VALUES ?l { 'a' 'b'@en 1 } BIND(CONCAT(?l, 'x') AS ?r) }",
                "SELECT (CONCAT() AS ?e) (ENCODE_FOR_URI('ä b'@de) AS ?f) (UCASE('ß'@de) AS ?g) {}",
                "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>"
                        + " SELECT (fn:concat('a', 1, <x:b>) AS ?v) (math:pow(2, 70) AS ?w) (math:pow(2, 0.5) AS ?x)"
                        + " (math:pow(-1, 99999999999) AS ?y) (math:pow('a', 1) AS ?z) {}",
                "SELECT (TRIPLE(<x:s>, <x:p>, TRIPLE(<x:s>, <x:p>, 'o')) AS ?t) {}",
                "SELECT (2 * 3.5 + 1 - 4 / 3 AS ?v) (1 / 0 AS ?w) ('a' + 1 AS ?x) {}"
            })
    void isAnsweredAsWithoutUs(String query) {
        List<String> expected = DATASET.calculateRead(() -> rows(unguarded(query)));
        assertEquals(expected, rows(query, Limits.standard()));
        assertFalse(expected.isEmpty() && !query.contains(":none"), "a query that finds something");
    }

    @Test
    void sortingOnDiskKeepsOrderAndTerms() {
        String query = "SELECT ?a ?b { ?a :n ?x . ?b :n ?x FILTER(?x < 12) } ORDER BY DESC(?b) ?a";
        List<String> expected = DATASET.calculateRead(() -> inOrder(unguarded(query)));
        assertTrue(expected.size() > 10_000);
        assertEquals(expected, run(query, Limits.standard(), BoundedRunTest::inOrder));
        String terms =
                "SELECT DISTINCT ?o ?a { { :b :p ?o } UNION { :b :p/:p ?o } ?a :n ?x . ?c :n ?x FILTER(?x < 6) } ORDER BY ?o ?a";
        assertEquals(
                DATASET.calculateRead(() -> inOrder(unguarded(terms))),
                run(terms, Limits.standard(), BoundedRunTest::inOrder));
    }

    @Test
    void distinctRowsOnDiskAreTheSameTerms() {
        String query =
                "SELECT DISTINCT ?o ?a ?b { { :b :p ?o } UNION { :b :p/:p ?o } ?a :n ?x . ?b :n ?x"
                        + " FILTER(?x < 8) OPTIONAL { ?a a :C1 BIND(1 AS ?u) } }";
        List<String> expected = DATASET.calculateRead(() -> rows(unguarded(query)));
        assertTrue(expected.size() > 2 * BoundedRun.ROWS_IN_MEMORY - 5_000);
        assertEquals(expected, rows(query, Limits.standard()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s ?n (COUNT(*) AS ?c) { ?s :n ?n . ?t :n ?n } GROUP BY ?s ?t ?n",
                "SELECT (COUNT(DISTINCT ?p) AS ?c) { ?s :n ?n . ?t :n ?n BIND(CONCAT(STR(?s), STR(?t)) AS ?p) }",
                "SELECT (COUNT(DISTINCT *) AS ?c) { ?s :n ?n . ?t :n ?n }",
                "SELECT (GROUP_CONCAT(?l) AS ?c) { ?s :n ?n . ?t :n ?n ; :label ?l }",
                "SELECT * { { SELECT ?s ?t { ?s :n ?n . ?t :n ?n } LIMIT 90000 } { SELECT ?s { ?s :d ?d } LIMIT 90000 } }",
                "SELECT * { ?s :n 1 OPTIONAL { { SELECT ?s ?t { ?s :n ?n . ?t :n ?n } LIMIT 90000 } } }",
                "SELECT * { ?s :n 1 MINUS { SELECT ?s ?t { ?s :n ?n . ?t :n ?n } } }",
                "SELECT * { :s1 :next* ?x }"
            })
    void whatKeepsTooMuchIsRefusedWithAReason(String query) {
        Limits small = Limits.standard().withMaxMemoryBytes(200_000);
        LimitExceeded e = assertThrows(LimitExceeded.class, () -> rows(query, small));
        assertTrue(e.isOwn());
        assertTrue(String.valueOf(e.getMessage()).startsWith("query: found it to keep more than"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?t ?q ?u }",
                "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c . ?t a ?d } GROUP BY ?c",
                "SELECT DISTINCT ?c { ?s a ?c . ?t a ?d . ?u a ?e }"
            })
    void rowsThatAreOnlyCountedCostNoMemory(String query) {
        Limits small = Limits.standard().withMaxMemoryBytes(200_000).withTimeoutSeconds(1);
        try {
            rows(query, small);
        } catch (QueryCancelledException slow) {
            assertTrue(query.contains("?t"), "only time is short");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BIND(CONCAT(?a0, ?a0) AS ?a1)",
                "BIND(REPLACE(?a0, '.', 'aaaaaaaaaa') AS ?a1)",
                "BIND(ENCODE_FOR_URI(REPLACE(?a0, '.', 'ääää')) AS ?a1)",
                "BIND(<http://www.w3.org/2005/xpath-functions#concat>(?a0, ?a0) AS ?a1)",
                "BIND(?a0 * ?a0 AS ?a1)",
                "BIND(TRIPLE(<x:s>, <x:p>, ?a0) AS ?a1)",
                "BIND(IF(true, COALESCE(CONCAT(?a0, ?a0), 'none'), 'none') AS ?a1)"
            })
    void whatGrowsWithoutEndIsRefused(String step) {
        String first = step.contains("*") ? "99999999999" : "'abcdefghij'";
        StringBuilder query = new StringBuilder("SELECT ?a40 { BIND(" + first + " AS ?a0) ");
        for (int i = 0; i < 40; i++) {
            query.append(
                    step.replace("?a1", "?b")
                            .replace("?a0", "?a" + i)
                            .replace("?b", "?a" + (i + 1)));
        }
        String text = query.append("}").toString();
        LimitExceeded e = assertThrows(LimitExceeded.class, () -> rows(text, Limits.standard()));
        assertTrue(e.isOwn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (math:pow(7, 600000000) AS ?x) {}",
                "SELECT (math:pow(10, 99999999999999999999999) AS ?x) {}",
                "SELECT ?x { VALUES ?e { 40000000 } BIND(math:pow(7, ?e) AS ?x) }",
                "SELECT (GROUP_CONCAT(?l; separator='%s') AS ?x) { ?s :label ?l . ?t a :C1 }"
            })
    void whatWouldBeTooLargeIsNotEvenBegun(String query) {
        String text =
                "PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> "
                        + query.replace("%s", "-".repeat(90_000));
        LimitExceeded e = assertThrows(LimitExceeded.class, () -> rows(text, Limits.standard()));
        assertTrue(e.isOwn());
    }

    @Test
    void anExpressionIsWatchedWhereverItStands() {
        String big = "CONCAT(" + "?l,".repeat(200) + "?l)";
        String many = "BIND(CONCAT(" + "'0123456789',".repeat(1000) + "'') AS ?l) ";
        for (String query :
                List.of(
                        "SELECT (" + big + " AS ?x) { " + many + "}",
                        "SELECT * { " + many + "FILTER(STRLEN(" + big + ") > 0) }",
                        "SELECT * { " + many + "?s :n 1 } ORDER BY " + big,
                        "SELECT (COUNT(*) AS ?n) { "
                                + many
                                + "?s :n 1 } GROUP BY ("
                                + big
                                + " AS ?k)",
                        "SELECT (MAX(" + big + ") AS ?n) { " + many + "?s :n 1 }",
                        "SELECT (1 AS ?one) { "
                                + many
                                + "?s :n 1 } GROUP BY ?l HAVING(STRLEN("
                                + big
                                + ") > 0)",
                        "SELECT * { "
                                + many
                                + "FILTER EXISTS { ?s :n 1 FILTER(STRLEN("
                                + big
                                + ") > 0) } }",
                        "SELECT * { "
                                + many
                                + "?s :n 1 OPTIONAL { ?s :d ?d FILTER(STRLEN("
                                + big
                                + ") > 0) } }")) {
            Supplier<String> shown = () -> query.replace("'0123456789',", "").replace("?l,", "");
            String log =
                    logged(
                            () ->
                                    assertThrows(
                                            LimitExceeded.class,
                                            () -> rows(query, Limits.standard()),
                                            shown));
            assertFalse(log.contains("Open iterator"), () -> shown.get() + "\n" + log);
        }
    }

    /// What Jena says at its end of a query whose parts were not all closed goes to its log.
    private static String logged(Runnable running) {
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            running.run();
        } finally {
            System.setErr(usual);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRegularExpressionLooksAtTheClock() {
        String query =
                "SELECT * { BIND(CONCAT("
                        + "'aaaaaaaaaa',".repeat(50)
                        + "'!') AS ?l) FILTER(REGEX(?l, '(.*)(.*)(.*)(.*)(.*)(.*)(.*)x')) }";
        assertThrows(
                QueryCancelledException.class,
                () -> rows(query, Limits.standard().withTimeoutSeconds(1)));
    }

    private static List<String> rows(String query, Limits limits) {
        return run(query, limits, BoundedRunTest::rows);
    }

    private static List<String> run(
            String query,
            Limits limits,
            java.util.function.Function<QueryExec, List<String>> read) {
        try (Guard guard = new Guard(limits)) {
            return DATASET.calculateRead(
                    () -> {
                        QueryExec run =
                                QueryExec.dataset(DATASET)
                                        .query(parsed(query))
                                        .context(guard.restrict(ARQ.getContext()))
                                        .build();
                        Watchdog.Watch watch = guard.watch(run);
                        try {
                            return read.apply(run);
                        } catch (RuntimeException e) {
                            throw watch.reason(e);
                        } finally {
                            watch.close();
                            run.close();
                        }
                    });
        }
    }

    private static QueryExec unguarded(String query) {
        return QueryExec.dataset(DATASET).query(parsed(query)).build();
    }

    private static org.apache.jena.query.Query parsed(String query) {
        return QueryFactory.create("PREFIX : <http://x.example/> " + query, Syntax.syntaxSPARQL_12);
    }

    private static List<String> rows(QueryExec run) {
        List<String> all = inOrder(run);
        all.sort(null);
        return all;
    }

    private static List<String> inOrder(QueryExec run) {
        List<String> all = new ArrayList<>();
        RowSet rows = run.select();
        rows.forEachRemaining(
                row -> {
                    List<String> cells = new ArrayList<>();
                    row.forEach((variable, value) -> cells.add(variable + "=" + value));
                    cells.sort(null);
                    all.add(cells.toString());
                });
        return all;
    }
}
