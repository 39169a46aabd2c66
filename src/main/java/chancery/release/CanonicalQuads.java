package chancery.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Prints quads in one way only, so that the same quad always gives the same bytes (canonical
/// N-Quads: one quad a line, no comments, no blank nodes), and says in which order.
///
/// It remembers some of the terms it has printed, since the same ones come again and again. Not for
/// several threads at once.
public final class CanonicalQuads {
    private static final NodeFormatterNT PRINTER = new NodeFormatterNT();
    private static final int REMEMBERED = 1 << 13;

    private final @org.jspecify.annotations.Nullable Node[] terms = new Node[REMEMBERED];
    private final String[] printed = new String[REMEMBERED];

    /// Triples by subject, `rdf:type` first, then predicate, then object.
    public Comparator<Triple> tripleOrder() {
        return Comparator.comparing((Triple t) -> term(t.getSubject()))
                .thenComparing(t -> !t.getPredicate().equals(RDF.Nodes.type))
                .thenComparing(t -> term(t.getPredicate()))
                .thenComparing(t -> term(t.getObject()));
    }

    /// @return the term as N-Quads writes it; without the character zero
    public String term(Node node) {
        int hash = node.hashCode();
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        if (!node.equals(terms[place])) {
            printed[place] = print(node);
            terms[place] = node;
        }
        return printed[place];
    }

    private static String print(Node node) {
        StringWriterI out = new StringWriterI();
        PRINTER.format(out, node);
        // Jena leaves it as it is, and much that reads lines stops at it
        return out.toString().replace("\0", "\\u0000");
    }

    /// @return the quad as one line of N-Quads, without the line end
    public String line(Quad quad) {
        return term(quad.getSubject())
                + ' '
                + term(quad.getPredicate())
                + ' '
                + term(quad.getObject())
                + ' '
                + term(quad.getGraph())
                + " .";
    }

    /// A digest to begin with.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
