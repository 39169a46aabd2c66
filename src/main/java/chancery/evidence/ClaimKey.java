package chancery.evidence;

import chancery.vocab.Base;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// What makes a claim the claim it is: one subject–property–value, the source that makes it, the
/// stance, and the statement inside which it is said.
///
/// @param source id of the source
/// @param saidIn id of the statement; `""` for the source's own voice
public record ClaimKey(Triple triple, String source, Stance stance, String saidIn) {
    /// Half of SHA-256 would do for any number of claims we shall see; this is 80 bits.
    private static final int HEX_DIGITS = 20;

    /// The claim's IRI: a hash of its content relative to the base. No offset and no row goes in,
    /// so it survives a new edition of the text and a sorted table.
    public Node node(Base base) {
        return base.id("claim", id(base));
    }

    /// The last part of the claim's IRI.
    ///
    /// @return 20 hexadecimal digits
    public String id(Base base) {
        Node object = triple.getObject();
        String value =
                object.isURI()
                        ? "<" + base.relative(object.getURI()) + ">"
                        : "\""
                                + object.getLiteralLexicalForm()
                                + "\"^^"
                                + object.getLiteralDatatypeURI()
                                + "@"
                                + object.getLiteralLanguage();
        String content =
                String.join(
                        "\n",
                        base.relative(triple.getSubject().getURI()),
                        triple.getPredicate().getURI(),
                        value,
                        source,
                        stance.name(),
                        saidIn);
        return sha256(content).substring(0, HEX_DIGITS);
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
