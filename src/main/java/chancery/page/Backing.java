package chancery.page;

import java.util.List;

/// What stands behind a triple of the graph.
///
/// @param claims   pages of the accepted claims that say so, or that it was computed from; empty
///     where nothing is claimed
/// @param disputes the disagreements that these claims are part of
/// @param basis    where it is from if no claim says it: `register`, `computed`, or `""`
/// @param left     how many more claims there are
/// @param all      address of all of them; `""` if none are left
public record Backing(List<Mark> claims, List<Link> disputes, String basis, int left, String all) {
    public static final Backing NONE = new Backing(List.of(), List.of(), "", 0, "");

    public Backing {
        claims = List.copyOf(claims);
        disputes = List.copyOf(disputes);
    }

    /// @param title who says so, for the reader who points at the mark
    public record Mark(int number, String href, String title) {}
}
