package chancery.release.dump;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Gives each subject to a sink of each of its classes; there are as many open as classes that have
/// things.
public final class ByClass implements SubjectSink {
    /// Opens the sink of a class.
    @FunctionalInterface
    public interface Opening {
        SubjectSink open(String className) throws IOException;
    }

    private final Opening opening;
    private final Map<String, SubjectSink> open = new TreeMap<>();

    public ByClass(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void subject(Node subject, List<Triple> triples) throws IOException {
        for (Node type : ClassName.of(triples)) {
            String name = ClassName.of(type).orElseThrow();
            SubjectSink sink = open.get(name);
            if (sink == null) {
                sink = opening.open(name);
                open.put(name, sink);
            }
            sink.subject(subject, triples);
        }
    }

    @Override
    public void close() throws IOException {
        Together.close(List.copyOf(open.values()));
    }
}
