package chancery.evidence;

import chancery.check.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The values of the seed tables with the words that are quoted for them.
public final class SeedWords {
    private SeedWords() {}

    /// @param words never empty
    public record Pair(String words, Value value) {}

    public static Stream<Pair> all() {
        return rows().flatMap(SeedWords::pairs).distinct();
    }

    /// The rows of all tables with evidence columns.
    static Stream<EvidencedRow> rows() {
        return SeedTables.withoutTexts().rows.stream().map(SeedTables.SeedRow::read);
    }

    private static Stream<Pair> pairs(EvidencedRow row) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            if (!row.words(i).isEmpty()) {
                pairs.add(new Pair(row.words(i), row.values().get(i).value()));
            }
        }
        return pairs.stream();
    }
}
