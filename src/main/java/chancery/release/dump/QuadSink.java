package chancery.release.dump;

import java.io.Closeable;
import java.io.IOException;
import org.apache.jena.sparql.core.Quad;

/// Is given the quads of all named graphs, sorted by graph and then as [SubjectSink] has them.
public interface QuadSink extends Closeable {
    /// @throws IOException when what is made of them cannot be written
    void quad(Quad quad) throws IOException;
}
