package chancery.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// A row of `seeds/disagreements.csv`: a disagreement that a curator saw, or a curator's decision
/// of one that was computed. Without a preferred claim and without any set aside it leaves the
/// disagreement open, whatever the rules would make of it.
///
/// @param id of the row
/// @param kind of the computed one that it decides, or [Clash.Kind#CURATORS_FINDING]
/// @param about what a curator's finding is about; empty for a decision
/// @param property on which the claims differ, where there is one
/// @param positions ids of claims; for a decision, as many as single the disagreement out
/// @param preferred id of the claim preferred, where one is
/// @param outweighed ids of the claims set aside; empty for all that contradict the preferred one
/// @param reason in words
public record CuratorsRow(
        String id,
        Clash.Kind kind,
        List<Node> about,
        Optional<Node> property,
        Set<String> positions,
        Optional<String> preferred,
        Set<String> outweighed,
        String reason) {
    public static final String RULE = "curator";

    public CuratorsRow {
        about = List.copyOf(about);
        positions = Set.copyOf(positions);
        outweighed = Set.copyOf(outweighed);
    }

    /// @return the ids of all claims that the row names
    Set<String> claims() {
        Set<String> all = new HashSet<>(positions);
        preferred.ifPresent(all::add);
        all.addAll(outweighed);
        return all;
    }

    boolean decides() {
        return preferred.isPresent() || !outweighed.isEmpty();
    }
}
