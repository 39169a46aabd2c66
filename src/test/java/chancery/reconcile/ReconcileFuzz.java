package chancery.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.search.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;

/// Any text is a batch or a [BadQuery] in one line; a batch is within its limits, and what is
/// answered is JSON that reads as it was written.
public final class ReconcileFuzz {
    private static final String BASE = "http://example.org/";
    private static final Graph GRAPH = GraphFactory.createDefaultGraph();

    static {
        GRAPH.add(
                NodeFactory.createURI(BASE + "id/state/a"),
                RDFS.label.asNode(),
                NodeFactory.createLiteralString("A"));
    }

    private interface Reader {
        Object read(String text) throws BadQuery;
    }

    private ReconcileFuzz() {}

    /// @param input a value of `queries` or `extend`, or a body of the draft, in UTF-8
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Extension extension = new Extension(new Entities(GRAPH, BASE, ""), Deadline.none());
        attempt(
                text,
                given -> {
                    var batch = QueryReader.named(given);
                    batch.values().forEach(ReconcileFuzz::assertWithinLimits);
                    return batch.size();
                });
        attempt(
                text,
                given -> {
                    List<Query> batch = QueryReader.listed(given);
                    batch.forEach(ReconcileFuzz::assertWithinLimits);
                    return batch.size();
                });
        attempt(text, extension::ofVersion02);
        attempt(text, extension::ofDraft);
        attempt(text, given -> Json.read("queries", given));
    }

    private static void attempt(String text, Reader reader) {
        Object read;
        try {
            read = reader.read(text);
        } catch (BadQuery e) {
            assertFalse(String.valueOf(e.getMessage()).contains("\n"), e::getMessage);
            return;
        }
        String answer = Json.text(read);
        try {
            assertEquals(answer, Json.text(Json.read("answer", answer)));
        } catch (BadQuery e) {
            throw new AssertionError("answered what is no JSON: " + answer, e);
        }
    }

    private static void assertWithinLimits(Query query) {
        assertTrue(query.limit() >= 1 && query.limit() <= 100, () -> "limit " + query.limit());
        assertFalse(query.names().isEmpty() && query.conditions().isEmpty());
        assertTrue(query.names().size() <= 10 && query.conditions().size() <= 20);
    }
}
