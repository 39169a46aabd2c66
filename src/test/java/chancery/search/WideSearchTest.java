package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index whose words have very many words like them.
class WideSearchTest {
    @TempDir Path folder;

    @Test
    void aLongQueryOfWordsThatAreLikeManyIsAnswered() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int word = 0; word < 32; word++) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                for (char last = 'a'; last <= 'c'; last++) {
                    add(graph, base(word) + letter + last);
                }
            }
        }
        IndexWriting.write(graph, folder);
        String typed =
                IntStream.range(0, 32)
                        .mapToObj(word -> base(word) + "ab")
                        .collect(Collectors.joining(" "));
        try (SearchIndex index = SearchIndex.open(folder)) {
            for (Asked.Scope scope : Asked.Scope.values()) {
                Asked asked = new Asked(typed, scope, Set.of(), "", true, 10);
                assertFalse(index.search(asked, Deadline.none()).isEmpty());
                assertFalse(index.searchAny(asked, Deadline.none()).isEmpty());
            }
        }
    }

    @Test
    void moreThanTenThousandTextsAreRefusedAndNotCut() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i <= SparqlText.MOST_HITS; i++) {
            add(graph, "village " + i);
        }
        IndexWriting.write(graph, folder);
        try (SearchIndex index = SearchIndex.open(folder)) {
            SparqlText text = new SparqlText(Optional.of(index), "r1");
            TextRefused refusal =
                    assertThrows(
                            TextRefused.class,
                            () -> text.query(List.of(), "village", "", "", -1, null));
            assertTrue(refusal.getMessage().startsWith("text:query: found more than 10000 texts"));
            assertEquals(7, text.query(List.of(), "village", "", "", 7, null).size());
        }
    }

    private static String base(int word) {
        return "" + (char) ('a' + word % 26) + (char) ('b' + 3 * (word / 26)) + "mnoprst";
    }

    private static void add(Graph graph, String label) {
        graph.add(
                NodeFactory.createURI("http://example.org/" + label.replace(' ', '-')),
                RDFS.Nodes.label,
                NodeFactory.createLiteralString(label));
    }
}
