package chancery.release.dump;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Is given a graph, one subject after the other.
///
/// The subjects come in the order of their text in N-Triples, each once; the triples of one are
/// those of the graph with it, `rdf:type` first, then by predicate, then by object. When all have
/// come, [#close] finishes what is made of them.
public interface SubjectSink extends Closeable {
    /// @param triples all of that subject; at least one
    /// @throws IOException when what is made of them cannot be written
    void subject(Node subject, List<Triple> triples) throws IOException;

    /// Cuts sorted triples into subjects; keeps those of one.
    ///
    /// @param sorted triples in the order that a sink wants
    static void each(Iterator<Triple> sorted, SubjectSink sink) throws IOException {
        List<Triple> same = new ArrayList<>();
        while (sorted.hasNext()) {
            Triple triple = sorted.next();
            if (!same.isEmpty() && !same.getFirst().getSubject().equals(triple.getSubject())) {
                sink.subject(same.getFirst().getSubject(), List.copyOf(same));
                same.clear();
            }
            same.add(triple);
        }
        if (!same.isEmpty()) {
            sink.subject(same.getFirst().getSubject(), List.copyOf(same));
        }
    }
}
