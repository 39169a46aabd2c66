package chancery.evidence;

import chancery.table.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the claims of all rows: a source that says a thing twice makes one claim with two
/// supports.
public final class Claims {
    private final Map<ClaimKey, List<Support>> supports = new LinkedHashMap<>();

    public void add(EvidencedRow row) {
        for (int i = 0; i < row.values().size(); i++) {
            ClaimKey key =
                    new ClaimKey(
                            row.values().get(i).triple(), row.source(), row.stance(), row.saidIn());
            supports.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(
                            new Support(
                                    row.passages(),
                                    Optional.empty(),
                                    row.gist(),
                                    row.words(i),
                                    row.excuses(),
                                    row.position()));
        }
    }

    /// Adds what a row of a dataset claims.
    public void add(RowEvidence.Said said, TableRow row, Position at) {
        for (int i = 0; i < said.claimed().size(); i++) {
            ClaimKey key =
                    new ClaimKey(said.claimed().get(i).triple(), row.source(), Stance.ASSERTS, "");
            supports.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(
                            new Support(
                                    List.of(),
                                    Optional.of(row),
                                    "",
                                    said.words().get(i),
                                    List.of(),
                                    at));
        }
    }

    /// @return in the order in which they first came
    public List<Claim> all() {
        return supports.entrySet().stream().map(e -> new Claim(e.getKey(), e.getValue())).toList();
    }
}
