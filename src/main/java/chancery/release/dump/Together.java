package chancery.release.dump;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// Gives everything to several sinks.
final class Together {
    private Together() {}

    static SubjectSink of(List<SubjectSink> sinks) {
        return new SubjectSink() {
            @Override
            public void subject(Node subject, List<Triple> triples) throws IOException {
                for (SubjectSink sink : sinks) {
                    sink.subject(subject, triples);
                }
            }

            @Override
            public void close() throws IOException {
                Together.close(sinks);
            }
        };
    }

    static QuadSink ofQuads(List<QuadSink> sinks) {
        return new QuadSink() {
            @Override
            public void quad(Quad quad) throws IOException {
                for (QuadSink sink : sinks) {
                    sink.quad(quad);
                }
            }

            @Override
            public void close() throws IOException {
                Together.close(sinks);
            }
        };
    }

    /// Closes all, also when one of them cannot be.
    static void close(List<? extends Closeable> sinks) throws IOException {
        IOException failed = null;
        for (Closeable sink : sinks) {
            try {
                sink.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
