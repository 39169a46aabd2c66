package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Claims that cannot all hold, and what was decided about them.
///
/// @param label for people: the thing, and what stands against what
public record Disagreement(Clash clash, Ruling ruling, String label) {
    private static final int HEX_DIGITS = 20;

    public List<ClaimKey> positions() {
        return clash.positions();
    }

    /// The IRI: a hash of what it is about and how it was noticed, not of its positions, so that
    /// it stays when another source joins in.
    public Node node(Base base) {
        String about =
                clash.about().stream()
                        .map(thing -> base.relative(thing.getURI()))
                        .sorted()
                        .collect(Collectors.joining(" "));
        Node property = clash.property();
        String content =
                String.join(
                        "\n",
                        clash.kind().localName(),
                        clash.constraint(),
                        about,
                        property == null ? "" : property.getURI(),
                        clash.kind() == Clash.Kind.DENIAL ? denied(base) : "");
        return base.id("disagreement", sha256(content).substring(0, HEX_DIGITS));
    }

    private String denied(Base base) {
        Node value = positions().getFirst().triple().getObject();
        return value.isURI() ? base.relative(value.getURI()) : value.toString();
    }

    public void write(Base base, Consumer<Triple> out) {
        Node node = node(base);
        out.accept(Triple.create(node, RDF.Nodes.type, Chy.DISAGREEMENT));
        out.accept(Triple.create(node, RDFS.label.asNode(), english(label)));
        out.accept(Triple.create(node, Chy.term("kind"), Chy.term(clash.kind().localName())));
        if (!clash.constraint().isEmpty()) {
            out.accept(Triple.create(node, Chy.term("constraint"), text(clash.constraint())));
        }
        for (Node thing : clash.about()) {
            out.accept(Triple.create(node, Chy.term("about"), thing));
        }
        Node property = clash.property();
        if (property != null) {
            out.accept(Triple.create(node, Chy.term("onProperty"), property));
        }
        out.accept(Triple.create(node, Chy.term("rule"), text(ruling.rule())));
        String rationale =
                ruling.rationale().isEmpty()
                        ? clash.description()
                        : clash.description() + "; " + ruling.rationale();
        out.accept(Triple.create(node, Chy.term("rationale"), english(rationale)));
        if (!ruling.note().isEmpty() || clash.kind() == Clash.Kind.CURATORS_FINDING) {
            String note = ruling.note().isEmpty() ? clash.description() : ruling.note();
            out.accept(Triple.create(node, SKOS.editorialNote.asNode(), english(note)));
        }
        for (ClaimKey claim : ruling.outweighed()) {
            out.accept(Triple.create(node, Chy.term("outweighed"), claim.node(base)));
        }
        ruling.preferred()
                .ifPresent(
                        claim ->
                                out.accept(
                                        Triple.create(
                                                node, Chy.term("preferred"), claim.node(base))));
        for (ClaimKey position : positions()) {
            out.accept(Triple.create(node, Chy.term("position"), position.node(base)));
        }
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
