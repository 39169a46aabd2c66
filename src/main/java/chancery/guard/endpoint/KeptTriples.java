package chancery.guard.endpoint;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// The answers to the patterns that were asked for last, up to so many triples together.
///
/// Thread-safe.
final class KeptTriples {
    private static final int MOST_TRIPLES = 200_000;

    /// So that those without an answer have their end too.
    private static final int MOST_PATTERNS = 50_000;

    private final LinkedHashMap<Asked, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int triples;

    private record Asked(@Nullable Node graph, Triple pattern) {}

    /// @param isWhole false where it is only known that it is long
    private record Answer(List<Triple> triples, boolean isWhole) {}

    /// @return null when it is not known
    synchronized @Nullable List<Triple> find(@Nullable Node graph, Triple pattern) {
        Answer known = answers.get(new Asked(graph, pattern));
        return known == null || !known.isWhole() ? null : known.triples();
    }

    synchronized boolean isKnownToBeMany(@Nullable Node graph, Triple pattern) {
        Answer known = answers.get(new Asked(graph, pattern));
        return known != null && !known.isWhole();
    }

    synchronized void noteMany(@Nullable Node graph, Triple pattern) {
        put(new Asked(graph, pattern), new Answer(List.of(), false));
    }

    /// @return the answer
    synchronized List<Triple> keep(@Nullable Node graph, Triple pattern, List<Triple> answer) {
        List<Triple> copy = List.copyOf(answer);
        put(new Asked(graph, pattern), new Answer(copy, true));
        return copy;
    }

    private void put(Asked asked, Answer answer) {
        Answer former = answers.put(asked, answer);
        triples += answer.triples().size() - (former == null ? 0 : former.triples().size());
        Iterator<Map.Entry<Asked, Answer>> eldest = answers.entrySet().iterator();
        while (triples > MOST_TRIPLES || answers.size() > MOST_PATTERNS) {
            triples -= eldest.next().getValue().triples().size();
            eldest.remove();
        }
    }
}
