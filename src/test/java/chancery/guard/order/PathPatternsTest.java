package chancery.guard.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Guard;
import chancery.guard.Limits;
import chancery.guard.Watchdog;
import chancery.release.Release;
import chancery.release.ReleaseBuild;
import chancery.vocab.Base;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Held against Jena without us, which walks every path where it is written.
class PathPatternsTest {
    private static final int CASES = 300;

    @TempDir private static Path folder;
    private final Random random = new Random(20021125);

    @Test
    void pathsInAnyOrderGiveTheSameRows() throws Exception {
        try (Guard guard = new Guard(Limits.standard());
                Release release = Release.open(build())) {
            int found = 0;
            for (int i = 0; i < CASES; i++) {
                String query = "SELECT * { " + group() + " }";
                boolean union = random.nextInt(4) == 0;
                List<String> plain =
                        release.read(data -> rows(data, query, data.getContext().copy(), union));
                found += plain.isEmpty() ? 0 : 1;
                List<String> ours =
                        release.read(
                                data -> {
                                    Context context = guard.restrict(data.getContext());
                                    return watched(guard, data, query, context, union);
                                });
                assertEquals(plain, ours, query);
            }
            assertTrue(found > CASES / 5, found + " with rows");
        }
    }

    /// Half of what there is lies in a graph of which the default graph knows nothing.
    private Path build() throws Exception {
        StringBuilder trig = new StringBuilder();
        for (String graph : List.of("best", "reifiers")) {
            trig.append("GRAPH <https://w3id.org/chancery/graph/").append(graph).append("> {\n");
            for (int i = 0; i < 36; i++) {
                trig.append(
                        "%s <x:%c> %s .%n"
                                .formatted(thing(12), "pqrs".charAt(random.nextInt(4)), thing(12)));
            }
            trig.append("<x:n3> <x:t> <x:p>, 7, <x:n4> . <x:n4> <x:s> 7 }\n");
        }
        try (ReleaseBuild build =
                new ReleaseBuild(
                        folder.resolve("releases"), Base.DEFAULT, LocalDate.of(2026, 1, 31))) {
            RDFParser.fromString(trig.toString(), Lang.TRIG).parse(build.sink());
            return build.finish().folder();
        }
    }

    private String group() {
        return switch (random.nextInt(8)) {
            case 0 -> patterns() + "OPTIONAL { " + patterns() + "} ";
            case 1 -> patterns() + "MINUS { " + patterns() + "} ";
            case 2 -> patterns() + "FILTER NOT EXISTS { " + patterns() + "} ";
            case 3 -> "VALUES ?b { <x:n1> <x:n3> 7 } " + patterns();
            case 4 -> "GRAPH ?g { " + patterns() + "} " + patterns();
            case 5 -> patterns() + "FILTER(?a != ?b || ?c = <x:n3>) ";
            case 6 -> "{ " + patterns() + "} UNION { " + patterns() + "} " + patterns();
            default -> patterns() + "{ SELECT ?a ?c { " + patterns() + "} } ";
        };
    }

    private String patterns() {
        StringBuilder all = new StringBuilder();
        for (int i = 0, many = 1 + random.nextInt(3); i < many; i++) {
            all.append(end()).append(' ').append(path(2)).append(' ').append(end()).append(" . ");
        }
        return all.toString();
    }

    private String thing(int of) {
        return "<x:n" + random.nextInt(of) + ">";
    }

    private String end() {
        return random.nextInt(6) == 0 ? thing(14) : "?" + "abc".charAt(random.nextInt(3));
    }

    private String path(int depth) {
        if (random.nextInt(9) == 0) {
            return depth == 2 ? "?c" : "<x:p>";
        }
        if (depth == 0 || random.nextInt(3) == 0) {
            return "<x:" + "pqrst".charAt(random.nextInt(5)) + ">";
        }
        return switch (random.nextInt(8)) {
            case 0 -> "(" + path(depth - 1) + "/" + path(depth - 1) + ")";
            case 1, 2 -> "(" + path(depth - 1) + "|" + path(depth - 1) + ")";
            case 3 -> "(" + path(depth - 1) + ")+";
            case 4 -> "^(" + path(depth - 1) + ")";
            // inside of others Jena gives some places once that it should give twice
            case 5 -> "(" + path(depth - 1) + ")" + (depth == 2 ? "*" : "");
            case 6 -> "(" + path(depth - 1) + ")" + (depth == 2 ? "?" : "");
            default -> "!(<x:p>|^<x:q>)";
        };
    }

    private static List<String> watched(
            Guard guard, DatasetGraph data, String query, Context context, boolean union) {
        try (QueryExec run = run(data, query, context, union)) {
            Watchdog.Watch watch = guard.watch(run);
            List<String> rows = rows(run);
            watch.close();
            return rows;
        }
    }

    private static List<String> rows(
            DatasetGraph data, String query, Context context, boolean union) {
        try (QueryExec run = run(data, query, context, union)) {
            return rows(run);
        }
    }

    private static QueryExec run(DatasetGraph data, String query, Context context, boolean union) {
        context.set(TDB2.symUnionDefaultGraph, union);
        return QueryExec.dataset(data).query(query).context(context).build();
    }

    /// Sorted: no order is promised.
    private static List<String> rows(QueryExec run) {
        RowSet rows = run.select();
        List<String> all = new ArrayList<>();
        rows.forEachRemaining(
                row -> {
                    List<String> cells = new ArrayList<>();
                    rows.getResultVars().forEach(name -> cells.add(name + "=" + row.get(name)));
                    all.add(cells.toString());
                });
        all.sort(null);
        return all;
    }
}
