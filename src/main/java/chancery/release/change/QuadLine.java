package chancery.release.change;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;

/// One line of a dump in N-Quads, cut but not parsed: terms are kept as the line has them.
///
/// The order of lines is that of `CanonicalQuads.sorted`, so two dumps can be merged.
record QuadLine(String subject, String predicate, String object, String graph)
        implements Comparable<QuadLine> {
    private static final String TYPE = "<" + RDF.type.getURI() + ">";
    private static final String END = " .";
    private static final Comparator<QuadLine> ORDER =
            Comparator.comparing(QuadLine::graph)
                    .thenComparing(QuadLine::subject)
                    .thenComparing(line -> !line.isType())
                    .thenComparing(QuadLine::predicate)
                    .thenComparing(QuadLine::object);

    /// @return empty when the line is none that `CanonicalQuads.line` writes
    static Optional<QuadLine> of(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        int end = line.length() - END.length();
        int third = line.lastIndexOf(' ', end - 1);
        if (first < 0 || third <= second || !line.endsWith(END)) {
            return Optional.empty();
        }
        return Optional.of(
                new QuadLine(
                        line.substring(0, first),
                        line.substring(first + 1, second),
                        line.substring(second + 1, third),
                        line.substring(third + 1, end)));
    }

    boolean isType() {
        return predicate.equals(TYPE);
    }

    boolean hasPredicate(String iri) {
        return predicate.length() == iri.length() + 2 && predicate.startsWith(iri, 1);
    }

    /// @param name of a graph, such as `register`
    boolean isIn(String name) {
        return graph.endsWith("/graph/" + name + ">");
    }

    /// The text of a literal; the IRI of anything else.
    static String plain(String term) {
        Node node = NodeFactoryExtra.parseNode(term);
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    @Override
    public int compareTo(QuadLine other) {
        return ORDER.compare(this, other);
    }
}
