package chancery.guard.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Guard;
import chancery.guard.Limits;
import chancery.release.Release;
import chancery.release.ReleaseBuild;
import chancery.release.ReleaseQuery;
import chancery.vocab.Base;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QC2;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether the rarest pattern of a query goes first, written where it may.
class PatternOrderTest {
    private static final int MANY = 1000;
    private static final String FROM_MANY_TO_ONE = "?a a <x:Many> . ?a <x:to> ?b . ?b a <x:Rare> ";

    @TempDir private static Path folder;
    private static Path release = Path.of("");

    /// Many have to do with one of a hundred, one of which is rare.
    @BeforeAll
    static void build() throws Exception {
        StringBuilder trig = new StringBuilder("GRAPH <https://w3id.org/chancery/graph/best> {\n");
        for (int i = 0; i < MANY; i++) {
            trig.append("<x:a%d> a <x:Many> ; <x:to> <x:b%d> .%n".formatted(i, i % 100));
        }
        trig.append("<x:b7> a <x:Rare> . <x:c> <x:from> <x:c> }");
        try (ReleaseBuild build =
                new ReleaseBuild(
                        folder.resolve("releases"), Base.DEFAULT, LocalDate.of(2026, 1, 31))) {
            RDFParser.fromString(trig.toString(), Lang.TRIG).parse(build.sink());
            release = build.finish().folder();
        }
    }

    /// What a query came to.
    private record Seen(long rows, long touched) {}

    private static Seen ask(Path of, String query) throws Exception {
        try (Guard guard = new Guard(Limits.standard());
                Release opened = Release.open(of)) {
            return opened.read(dataset -> ask(query, dataset, guard));
        }
    }

    private static Seen ask(String text, DatasetGraph dataset, Guard guard) {
        AtomicLong touched = new AtomicLong();
        ReleaseQuery query = ReleaseQuery.parse(text);
        Context context = guard.restrict(dataset.getContext());
        query.chooseGraph(context);
        QC2.setFilter(context, tuple -> touched.incrementAndGet() > 0);
        try (QueryExec run =
                QueryExec.dataset(dataset).query(query.query()).context(context).build()) {
            RowSet rows = run.select();
            long count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            return new Seen(count, touched.get());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { " + FROM_MANY_TO_ONE + "}",
                "SELECT * { " + FROM_MANY_TO_ONE + "FILTER(?a != <x:none>) }",
                "SELECT * { GRAPH ?g { " + FROM_MANY_TO_ONE + "} }",
                "SELECT * { "
                        + FROM_MANY_TO_ONE
                        + "FILTER NOT EXISTS { ?r <x:none> <<( ?a <x:to> ?b )>> } }",
                "SELECT * { VALUES ?x { 1 } OPTIONAL { " + FROM_MANY_TO_ONE + "} }",
                "SELECT * { { SELECT ?a ?b { " + FROM_MANY_TO_ONE + "} } }"
            })
    void theRarestPatternGoesFirst(String query) throws Exception {
        Seen seen = ask(release, query);
        assertEquals(10, seen.rows());
        assertTrue(seen.touched() < 100, seen.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALUES ?x { 1 }", "?x a <x:Rare>"})
    void theRarestPatternInsideOfExistsGoesFirst(String before) throws Exception {
        String query = "SELECT * { " + before + " FILTER EXISTS { " + FROM_MANY_TO_ONE + "} }";
        Seen seen = ask(release, query);
        assertEquals(1, seen.rows());
        assertTrue(seen.touched() < 10, seen.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?a a <x:Many> . ?a <x:too> ?b",
                "?a a <x:Many> . ?a <x:to> ?b . ?b a <x:Raer> FILTER(?a != <x:none>)",
                "GRAPH ?g { ?a a <x:Many> . ?a <x:to> <x:b100> }",
                "?a a <x:Many> . ?a <x:to> ?b . ?b <x:p> 'no such' . ?b <x:to>* ?c"
            })
    void aTermThatIsNowhereIsLookedForFirst(String pattern) throws Exception {
        assertEquals(new Seen(0, 0), ask(release, "SELECT * { " + pattern + " }"));
    }

    @Test
    void aPathOfNoStepsMayBeginAtATermThatIsNowhere() throws Exception {
        String query = "SELECT * { <x:nowhere> <x:to>* ?b . ?a a <x:Rare> }";
        assertEquals(1, ask(release, query).rows());
    }

    /// Jena 5.6.0 loses the second.
    @ParameterizedTest
    @ValueSource(strings = {"DISTINCT", "REDUCED"})
    void rowsAreNoRepetitionsForBeingJoinedWithDistinctOnes(String modifier) throws Exception {
        String query =
                "SELECT * { <x:c> <x:from>|<x:from> ?c { SELECT %s ?b { ?b a <x:Rare> } } }"
                        .formatted(modifier);
        assertEquals(2, ask(release, query).rows());
    }

    @Test
    void whatCannotBeAPropertyHasNoTriples() throws Exception {
        String query =
                "SELECT * { VALUES ?p { 1 <x:to> } ?a ?p ?b . ?b a <x:Rare> FILTER(?a != <x:a7>) }";
        assertEquals(9, ask(release, query).rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?a a <x:Many> . ?a <x:to>|<x:from> ?b . ?b a <x:Rare>",
                "?a a <x:Many> . ?a <x:to>+ ?b . ?b a <x:Rare>",
                "?a a <x:Many> . ?a <x:to>/^<x:to> ?c . ?c <x:from>|<x:to> ?b . ?b a <x:Rare>"
                        + " FILTER(?a = ?c)",
                "?a a <x:Many> FILTER EXISTS { ?a <x:to>|<x:from> ?b . ?b a <x:Rare> }"
                        + " ?a ^<x:to>|<x:to> ?b . ?b a <x:Rare>",
                "GRAPH ?g { ?a a <x:Many> . ?a <x:to>|<x:from> ?b . ?b a <x:Rare> }"
            })
    void aPathWaitsForWhatIsRare(String pattern) throws Exception {
        Seen seen = ask(release, "SELECT * { " + pattern + " }");
        assertEquals(10, seen.rows());
        assertTrue(seen.touched() < 500, seen.toString());
    }

    /// A point of view is one.
    @Test
    void filtersOfAGraphInMemoryAreTriedAsSoonAsTheyCanBe() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        for (int i = 0; i < 300; i++) {
            dataset.add(SSE.parseQuad("(_ <x:s%d> <x:p> %d)".formatted(i, i)));
        }
        String three = "?a <x:p> ?x . ?b <x:p> ?y . ?c <x:p> ?z ";
        try (Guard guard = new Guard(Limits.standard().withTimeoutSeconds(5))) {
            Seen seen = ask("SELECT * { " + three + "FILTER(?x = ?y) }", dataset, guard);
            assertEquals(300 * 300, seen.rows());
            Seen none = ask("SELECT * { " + three + "FILTER(?x + 1000 = ?y) }", dataset, guard);
            assertEquals(0, none.rows());
        }
    }

    @Test
    void aReleaseWithoutCountsIsAnsweredAlikeInTheOrderOfTheQuery() throws Exception {
        Path older = folder.resolve("older");
        copy(release, older);
        Files.delete(older.resolve("tdb2/Data-0001/stats.opt"));
        Seen seen = ask(older, "SELECT * { " + FROM_MANY_TO_ONE + "}");
        assertEquals(10, seen.rows());
        assertTrue(seen.touched() > MANY, seen.toString());
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
