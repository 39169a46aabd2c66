package chancery.release.dump;

import chancery.release.CanonicalQuads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// The named graphs in N-Quads: the very lines that the id of the release is made from, but for the
/// triple terms, as what reads RDF 1.1 stops at the first of them. Every claim says the same by
/// `rdf:subject`, `rdf:predicate` and `rdf:object`.
///
/// @param tripleTerms the graph that is left out
record QuadLines(OutputStream out, CanonicalQuads canonical, Node tripleTerms) implements QuadSink {
    @Override
    public void quad(Quad quad) throws IOException {
        if (!quad.getGraph().equals(tripleTerms)) {
            out.write((canonical.line(quad) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
