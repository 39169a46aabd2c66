package chancery.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Orders and prints quads in one way only, so that the same set of quads always gives the same
/// bytes (canonical N-Quads: one quad a line, no comments, no blank nodes).
public final class CanonicalQuads {
    /// Triples by subject, `rdf:type` first, then predicate, then object.
    public static final Comparator<Triple> TRIPLE_ORDER = tripleOrder(CanonicalQuads::term);

    private static final NodeFormatterNT TERMS = new NodeFormatterNT();

    private CanonicalQuads() {}

    /// [#TRIPLE_ORDER], with the terms looked up by whoever has printed them already.
    static Comparator<Triple> tripleOrder(Function<Node, String> terms) {
        return Comparator.comparing((Triple t) -> terms.apply(t.getSubject()))
                .thenComparing(t -> !t.getPredicate().equals(RDF.Nodes.type))
                .thenComparing(t -> terms.apply(t.getPredicate()))
                .thenComparing(t -> terms.apply(t.getObject()));
    }

    /// @return the term as N-Quads writes it
    public static String term(Node node) {
        StringWriterI out = new StringWriterI();
        TERMS.format(out, node);
        return out.toString();
    }

    /// @return the quad as one line of N-Quads, without the line end
    public static String line(Quad quad) {
        return term(quad.getSubject())
                + ' '
                + term(quad.getPredicate())
                + ' '
                + term(quad.getObject())
                + ' '
                + term(quad.getGraph())
                + " .";
    }

    /// The quads in the order of graph, then [#TRIPLE_ORDER].
    public static List<Quad> sorted(Set<Quad> quads) {
        record Keyed(
                String graph,
                String subject,
                int kind,
                String predicate,
                String object,
                Quad quad) {}
        Map<Node, String> terms = new HashMap<>();
        List<Keyed> keyed = new ArrayList<>(quads.size());
        for (Quad quad : quads) {
            keyed.add(
                    new Keyed(
                            terms.computeIfAbsent(quad.getGraph(), CanonicalQuads::term),
                            terms.computeIfAbsent(quad.getSubject(), CanonicalQuads::term),
                            quad.getPredicate().equals(RDF.Nodes.type) ? 0 : 1,
                            terms.computeIfAbsent(quad.getPredicate(), CanonicalQuads::term),
                            terms.computeIfAbsent(quad.getObject(), CanonicalQuads::term),
                            quad));
        }
        keyed.sort(
                Comparator.comparing(Keyed::graph)
                        .thenComparing(Keyed::subject)
                        .thenComparingInt(Keyed::kind)
                        .thenComparing(Keyed::predicate)
                        .thenComparing(Keyed::object));
        return keyed.stream().map(Keyed::quad).toList();
    }

    /// SHA-256 over a first line and then the quads as lines, each ended by a line feed.
    ///
    /// @return 64 hexadecimal digits
    public static String digest(String firstLine, List<Quad> quads) {
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
