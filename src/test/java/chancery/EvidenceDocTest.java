package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.release.ReleaseQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The queries of docs/evidence.md answer for every triple that sources make.
class EvidenceDocTest {
    private static final Pattern QUERY = Pattern.compile("```sparql\\n(.*?)```", Pattern.DOTALL);

    private static Release release;
    private static List<String> queries;
    private static Set<Triple> best;

    @BeforeAll
    static void open() throws Exception {
        release = Release.open(SeedRelease.folder());
        queries = new ArrayList<>();
        Matcher found = QUERY.matcher(Files.readString(Path.of("docs/evidence.md")));
        while (found.find()) {
            queries.add(found.group(1));
        }
        Node graph = NodeFactory.createURI(release.description().base() + "graph/best");
        best = release.read(dataset -> dataset.getGraph(graph).find().toSet());
    }

    @AfterAll
    static void close() {
        release.close();
    }

    @Test
    void queryOf11AnswersForEveryAcceptedTriple() {
        assertFalse(best.isEmpty());
        assertEquals(best, triples(queries.get(0)));
    }

    @Test
    void queryOf12AnswersForEveryAcceptedTriple() {
        assertEquals(best, triples(queries.get(1)));
    }

    @Test
    void exampleAnswersForEveryTripleThatItIsGiven() throws Exception {
        String example = Files.readString(Path.of("queries/evidence-of-a-triple.rq"));
        String all =
                example.replaceFirst("VALUES .*", "?s ?p ?o .")
                        .replaceFirst("SELECT \\?value", "SELECT ?s ?p ?o ?value");
        assertEquals(best, triples(all));
    }

    private static Set<Triple> triples(String text) {
        ReleaseQuery query = ReleaseQuery.parse(text);
        Set<Triple> triples = new HashSet<>();
        release.read(
                dataset -> {
                    try (QueryExec run = query.over(dataset)) {
                        run.select()
                                .forEachRemaining(
                                        row ->
                                                triples.add(
                                                        Triple.create(
                                                                row.get(Var.alloc("s")),
                                                                row.get(Var.alloc("p")),
                                                                row.get(Var.alloc("o")))));
                    }
                    return null;
                });
        return triples;
    }
}
