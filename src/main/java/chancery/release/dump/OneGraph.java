package chancery.release.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// Takes one of the named graphs out, subject by subject.
final class OneGraph implements QuadSink {
    private final Node graph;
    private final SubjectSink sink;
    private final List<Triple> same = new ArrayList<>();

    OneGraph(Node graph, SubjectSink sink) {
        this.graph = graph;
        this.sink = sink;
    }

    @Override
    public void quad(Quad quad) throws IOException {
        if (quad.getGraph().equals(graph)) {
            if (!same.isEmpty() && !same.getFirst().getSubject().equals(quad.getSubject())) {
                pass();
            }
            same.add(quad.asTriple());
        }
    }

    private void pass() throws IOException {
        if (!same.isEmpty()) {
            sink.subject(same.getFirst().getSubject(), List.copyOf(same));
            same.clear();
        }
    }

    @Override
    public void close() throws IOException {
        try (sink) {
            pass();
        }
    }
}
