package chancery.page.dispute;

import chancery.page.Link;
import java.util.List;

/// What would change if one side of a disagreement were right.
///
/// @param side          what it says, leads to its claim
/// @param sources       who says so
/// @param gone          what the graph would not hold any more
/// @param come          what it would hold
/// @param rejudged      claims of others that would have another verdict
/// @param disagreements others that would end otherwise
/// @param isAsserted    whether its claim would be accepted then
/// @param reasons       why it would not
public record Supposition(
        Link side,
        List<Link> sources,
        List<Line> gone,
        List<Line> come,
        List<Verdict> rejudged,
        List<Link> disagreements,
        boolean isAsserted,
        List<Reason> reasons) {
    public Supposition {
        sources = List.copyOf(sources);
        gone = List.copyOf(gone);
        come = List.copyOf(come);
        rejudged = List.copyOf(rejudged);
        disagreements = List.copyOf(disagreements);
        reasons = List.copyOf(reasons);
    }

    /// Why a claim would not be accepted: a sentence, or its beginning, and what it ends with.
    public record Reason(String text, List<Link> links) {
        public Reason {
            links = List.copyOf(links);
        }
    }

    /// A triple.
    ///
    /// @param isComputed whether it follows from others and no source says it
    public record Line(Link subject, Link property, Link value, boolean isComputed) {}

    /// A claim whose verdict would be another.
    public record Verdict(Link claim, Link now, Link then) {}

    /// Whether the graph would be the same.
    public boolean changesNothing() {
        return gone.isEmpty() && come.isEmpty() && rejudged.isEmpty() && disagreements.isEmpty();
    }
}
