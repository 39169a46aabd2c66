package chancery.evidence;

import chancery.vocab.Chy;
import java.util.Locale;
import org.apache.jena.graph.Node;

/// How whoever speaks makes a claim: the innermost speaker, where statements are nested.
public enum Stance {
    ASSERTS,
    DENIES,
    PLANS,
    ASKS;

    /// @param text as the tables write it, such as `asserts`
    /// @throws IllegalArgumentException for any other word; the table's description allows none
    public static Stance of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// The IRI of the stance, such as `chy:asserts`.
    public Node node() {
        return Chy.term(name().toLowerCase(Locale.ROOT));
    }
}
