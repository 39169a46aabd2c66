package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Claims that cannot all hold.
///
/// @param kind how it was noticed
/// @param about the thing they are about
/// @param property the property on which they differ
/// @param positions the claims, at least two
/// @param rationale the values that stand against each other, in words
public record Disagreement(
        Kind kind, Node about, Node property, List<ClaimKey> positions, String rationale) {
    public Disagreement {
        positions = List.copyOf(positions);
        if (positions.size() < 2) {
            throw new IllegalArgumentException("one claim does not disagree with itself");
        }
    }

    /// How a disagreement was noticed (the list of ways grows).
    public enum Kind {
        /// Two values of a property that can have one.
        DIFFERENT_VALUES("DifferentValues"),
        /// One denies what another asserts.
        DENIAL("Denial");

        private final String localName;

        Kind(String localName) {
            this.localName = localName;
        }
    }

    public Node node(Base base) {
        String content =
                kind.name()
                        + "\n"
                        + base.relative(about.getURI())
                        + "\n"
                        + property.getURI()
                        + (kind == Kind.DENIAL ? "\n" + positions.getFirst().triple() : "");
        String hash =
                UUID.nameUUIDFromBytes(
                                content.replace(base.iri(), "").getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        return base.id("disagreement", hash.substring(0, 20));
    }

    public void write(Base base, Consumer<Triple> out) {
        Node node = node(base);
        out.accept(Triple.create(node, RDF.Nodes.type, Chy.DISAGREEMENT));
        out.accept(Triple.create(node, RDFS.label.asNode(), english(rationale)));
        out.accept(Triple.create(node, Chy.term("kind"), Chy.term(kind.localName)));
        out.accept(Triple.create(node, Chy.term("about"), about));
        out.accept(Triple.create(node, Chy.term("onProperty"), property));
        out.accept(
                Triple.create(
                        node, Chy.term("rule"), NodeFactory.createLiteralString("undecided")));
        out.accept(Triple.create(node, Chy.term("rationale"), english(rationale)));
        for (ClaimKey position : positions) {
            out.accept(Triple.create(node, Chy.term("position"), position.node(base)));
        }
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }
}
