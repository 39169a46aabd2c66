package chancery.guard.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Guard;
import chancery.guard.Limits;
import chancery.guard.Watchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

/// Held against Jena's own evaluation, which is right on graphs small enough not to need ours.
class PathWalkTest {
    private static final int CASES = 600;

    private final Random random = new Random(20021125);

    @Test
    void saysWhatJenaSaysOfAnyPathOnAnySmallGraph() {
        try (Guard guard = new Guard(Limits.standard())) {
            for (int i = 0; i < CASES; i++) {
                DatasetGraph dataset =
                        i % 4 == 0
                                ? DatabaseMgr.createDatasetGraph()
                                : DatasetGraphFactory.createTxnMem();
                dataset.executeWrite(() -> fill(dataset));
                String path = path(3);
                String query = "SELECT * { " + end("?x") + " " + path + " " + end("?y") + " }";
                dataset.executeRead(
                        () ->
                                assertEquals(
                                        plain(dataset, query),
                                        guarded(guard, dataset, query),
                                        () -> query + " over " + dataset));
            }
        }
    }

    @Test
    void whatRepeatsInsideExistsIsOursToo() {
        try (Guard guard = new Guard(Limits.standard())) {
            DatasetGraph dataset = chain(100_000);
            String query = "SELECT ?x { ?x <x:first> true FILTER EXISTS { ?x <x:p>+ <x:n99999> } }";
            assertEquals(1, guarded(guard, dataset, query).size());
        }
    }

    @Test
    void aChainOfAHundredThousandNeedsNoStack() {
        try (Guard guard = new Guard(Limits.standard())) {
            DatasetGraph dataset = chain(100_000);
            assertEquals(100_000, guarded(guard, dataset, "SELECT ?y { <x:n0> <x:p>* ?y }").size());
            assertEquals(
                    99_999, guarded(guard, dataset, "SELECT ?y { ?y <x:p>+ <x:n99999> }").size());
        }
    }

    @Test
    void anOpenPathBeginsWhereAFirstStepLeads() {
        PathWalk walk = new PathWalk(chain(50).getDefaultGraph(), new NotWatched());
        Path either = path("<x:first>|^<x:first>/<x:p>");
        assertEquals(
                Set.of(NodeFactory.createURI("x:n0"), NodeFactory.createLiteralByValue(true)),
                Iter.toSet(walk.starts(either, true)));
        assertEquals(51, Iter.count(walk.starts(path("<x:first>|<x:p>?"), true)));
        assertEquals(50, Iter.count(walk.starts(path("(<x:first>|<x:p>)+"), false)));
    }

    private static Path path(String text) {
        return PathParser.parse(text, PrefixMapping.Standard);
    }

    private static final class NotWatched implements Walked {
        @Override
        public void remember(Node place) {}

        @Override
        public void step() {}
    }

    @Test
    void knowsTheFormsOfSparqlAlone() {
        assertTrue(
                PathWalk.knows(
                        PathParser.parse(
                                "(<x:p>/^<x:q>)*|!(<x:p>|^<x:q>)?", PrefixMapping.Standard)));
        assertFalse(PathWalk.knows(PathParser.parse("<x:p>{2,3}", PrefixMapping.Standard)));
    }

    private static DatasetGraph chain(int length) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        Node next = NodeFactory.createURI("x:p");
        for (int i = 0; i + 1 < length; i++) {
            dataset.add(quad("x:n" + i, next, NodeFactory.createURI("x:n" + (i + 1))));
        }
        dataset.add(
                quad(
                        "x:n0",
                        NodeFactory.createURI("x:first"),
                        NodeFactory.createLiteralByValue(true)));
        return dataset;
    }

    private static Quad quad(String subject, Node predicate, Node object) {
        return Quad.create(
                Quad.defaultGraphNodeGenerated, NodeFactory.createURI(subject), predicate, object);
    }

    private void fill(DatasetGraph dataset) {
        int triples = random.nextInt(12);
        for (int i = 0; i < triples; i++) {
            Node object =
                    random.nextInt(6) == 0
                            ? NodeFactory.createLiteralString("v" + random.nextInt(3))
                            : NodeFactory.createURI("x:n" + random.nextInt(5));
            dataset.add(
                    quad(
                            "x:n" + random.nextInt(5),
                            NodeFactory.createURI("x:" + "pqr".charAt(random.nextInt(3))),
                            object));
        }
    }

    private String end(String variable) {
        return switch (random.nextInt(6)) {
            case 0 -> "<x:n" + random.nextInt(7) + ">";
            case 1 -> "?x";
            default -> variable;
        };
    }

    private String path(int depth) {
        if (depth == 0) {
            return "<x:" + "pqr".charAt(random.nextInt(3)) + ">";
        }
        return switch (random.nextInt(9)) {
            case 0 -> "(" + path(depth - 1) + "/" + path(depth - 1) + ")";
            case 1 -> "(" + path(depth - 1) + "|" + path(depth - 1) + ")";
            case 2 -> "(" + path(depth - 1) + ")*";
            case 3 -> "(" + path(depth - 1) + ")+";
            case 4 -> "(" + path(depth - 1) + ")?";
            case 5 -> "^(" + path(depth - 1) + ")";
            case 6 -> "!(<x:p>|^<x:q>)";
            case 7 -> "!(<x:p>|<x:r>)";
            default -> path(0);
        };
    }

    private static List<String> plain(DatasetGraph dataset, String query) {
        try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            return rows(run.select());
        }
    }

    private static List<String> guarded(Guard guard, DatasetGraph dataset, String query) {
        try (QueryExec run =
                QueryExec.dataset(dataset)
                        .query(query)
                        .context(guard.restrict(ARQ.getContext()))
                        .build()) {
            Watchdog.Watch watch = guard.watch(run);
            List<String> rows = rows(run.select());
            watch.close();
            return rows;
        }
    }

    /// Sorted: no order is promised.
    private static List<String> rows(RowSet rows) {
        List<String> all = new ArrayList<>();
        rows.forEachRemaining(
                row -> {
                    List<String> cells = new ArrayList<>();
                    row.forEach((variable, value) -> cells.add(variable + "=" + value));
                    cells.sort(null);
                    all.add(cells.toString());
                });
        all.sort(null);
        return all;
    }
}
