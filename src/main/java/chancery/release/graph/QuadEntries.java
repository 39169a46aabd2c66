package chancery.release.graph;

import chancery.release.CanonicalQuads;
import chancery.release.sort.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Quads as entries that sort as releases are sorted: graph, subject, predicate, object, as
/// [CanonicalQuads] prints them. Before the predicate stands a byte which says whether it is
/// `rdf:type`, which comes first. The entry of a triple is that of a quad without its graph.
///
/// Not for several threads at once.
public final class QuadEntries {
    private static final String TYPE = "\1";
    private static final String NO_TYPE = "\2";
    private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    private final CanonicalQuads canonical = new CanonicalQuads();

    /// @param quad without blank nodes
    public byte[] of(Quad quad) {
        return Entry.of(
                canonical.term(quad.getGraph()),
                canonical.term(quad.getSubject()),
                (quad.getPredicate().equals(RDF.Nodes.type) ? TYPE : NO_TYPE)
                        + canonical.term(quad.getPredicate()),
                canonical.term(quad.getObject()));
    }

    /// @return the graph, as N-Quads writes it
    static byte[] graph(byte[] quad) {
        return Arrays.copyOf(quad, Entry.end(quad, 0));
    }

    /// @return entry of the quad's triple
    public static byte[] triple(byte[] quad) {
        return Arrays.copyOfRange(quad, Entry.end(quad, 0) + 1, quad.length);
    }

    /// @return the quad as a line of N-Quads, with its end
    public static byte[] line(byte[] quad) {
        int graph = Entry.end(quad, 0);
        int subject = Entry.end(quad, graph + 1);
        int predicate = Entry.end(quad, subject + 1);
        byte[] line = new byte[quad.length - 1 + END.length];
        int at = put(quad, graph + 1, subject, line, 0);
        at = put(quad, subject + 2, predicate, line, at);
        at = put(quad, predicate + 1, quad.length, line, at);
        at = put(quad, 0, graph, line, at);
        System.arraycopy(END, 0, line, at - 1, END.length);
        return line;
    }

    /// Puts a term and a space.
    private static int put(byte[] quad, int from, int to, byte[] line, int at) {
        System.arraycopy(quad, from, line, at, to - from);
        line[at + to - from] = ' ';
        return at + to - from + 1;
    }
}
