package chancery.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                                    row.gist(),
                                    row.words(i),
                                    row.excuses(),
                                    row.position()));
        }
    }

    /// @return in the order in which they first came
    public List<Claim> all() {
        return supports.entrySet().stream().map(e -> new Claim(e.getKey(), e.getValue())).toList();
    }
}
