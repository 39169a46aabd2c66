package chancery.judge;

import chancery.vocab.Chy;
import org.apache.jena.graph.Node;

/// What became of a claim.
public enum Verdict {
    /// It gives a plain triple.
    ACCEPTED("Accepted"),
    /// True, but coarser than an accepted one.
    REFINED("Refined"),
    /// A rule preferred another.
    OUTWEIGHED("Outweighed"),
    /// Part of a disagreement that nobody decided.
    DISPUTED("Disputed"),
    /// Only said, denied, asked or planned by somebody, or evaluative.
    NOT_ASSERTED("NotAsserted");

    private final String localName;

    Verdict(String localName) {
        this.localName = localName;
    }

    public Node node() {
        return Chy.term(localName);
    }
}
