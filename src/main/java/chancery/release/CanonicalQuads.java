package chancery.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Orders and prints quads in one way only, so that the same set of quads always gives the same
/// bytes (canonical N-Quads: one quad a line, no comments, no blank nodes).
///
/// It remembers each term it has printed: sorting and writing ask for the same ones again and
/// again. Not for several threads at once.
public final class CanonicalQuads {
    private static final NodeFormatterNT PRINTER = new NodeFormatterNT();

    private final Map<Node, String> printed = new HashMap<>();

    /// Triples by subject, `rdf:type` first, then predicate, then object.
    public Comparator<Triple> tripleOrder() {
        Comparator<String> byText = CanonicalQuads::compare;
        return Comparator.comparing((Triple t) -> term(t.getSubject()), byText)
                .thenComparing(t -> !t.getPredicate().equals(RDF.Nodes.type))
                .thenComparing(t -> term(t.getPredicate()), byText)
                .thenComparing(t -> term(t.getObject()), byText);
    }

    /// @return the term as N-Quads writes it
    public String term(Node node) {
        return printed.computeIfAbsent(node, CanonicalQuads::print);
    }

    private static String print(Node node) {
        StringWriterI out = new StringWriterI();
        PRINTER.format(out, node);
        return out.toString();
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

    /// The quads in the order of graph, then [#tripleOrder()].
    ///
    /// @param quads without doubles
    public List<Quad> sorted(Collection<Quad> quads) {
        record Keyed(
                String graph,
                String subject,
                int kind,
                String predicate,
                String object,
                Quad quad) {}
        List<Keyed> keyed = new ArrayList<>(quads.size());
        for (Quad quad : quads) {
            keyed.add(
                    new Keyed(
                            term(quad.getGraph()),
                            term(quad.getSubject()),
                            quad.getPredicate().equals(RDF.Nodes.type) ? 0 : 1,
                            term(quad.getPredicate()),
                            term(quad.getObject()),
                            quad));
        }
        Comparator<String> byText = CanonicalQuads::compare;
        keyed.sort(
                Comparator.comparing(Keyed::graph, byText)
                        .thenComparing(Keyed::subject, byText)
                        .thenComparingInt(Keyed::kind)
                        .thenComparing(Keyed::predicate, byText)
                        .thenComparing(Keyed::object, byText));
        return keyed.stream().map(Keyed::quad).toList();
    }

    /// Equal terms are mostly one and the same string here, which `compareTo` does not look at.
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String a, String b) {
        return a == b ? 0 : a.compareTo(b);
    }

    /// SHA-256 over a first line and then the quads as lines, each ended by a line feed.
    ///
    /// @return 64 hexadecimal digits
    public String digest(String firstLine, List<Quad> quads) {
        MessageDigest sha = sha256();
        sha.update((firstLine + "\n").getBytes(StandardCharsets.UTF_8));
        for (Quad quad : quads) {
            sha.update((line(quad) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
