package chancery.release.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class SubjectSinkTest {
    /// What a sink is given, a line for each subject.
    private static final class Kept implements SubjectSink {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void subject(Node subject, List<Triple> triples) {
            lines.add(subject.getLocalName() + " " + triples.size());
        }

        @Override
        public void close() {
            lines.add("closed");
        }
    }

    private static List<String> given(String... triples) throws IOException {
        try (Kept kept = new Kept()) {
            SubjectSink.each(List.of(triples).stream().map(SSE::parseTriple).iterator(), kept);
            return kept.lines;
        }
    }

    @Test
    void theTriplesOfASubjectComeTogetherTheLastOnesToo() throws IOException {
        assertEquals(
                List.of("a 2", "b 1", "closed"), given("(:a :p :x)", "(:a :q :a)", "(:b :p :x)"));
    }

    @Test
    void nothingIsGivenOfAnEmptyGraph() throws IOException {
        assertEquals(List.of("closed"), given());
    }
}
