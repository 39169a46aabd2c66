package chancery.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what is wrong, in any order, and tells it sorted. Not safe for several threads.
public final class Findings {
    private static final int SHOWN_OF_EACH_CODE = 20;
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding f) -> f.position().file())
                    .thenComparingLong(f -> f.position().line())
                    .thenComparingInt(Finding::columnNumber)
                    .thenComparing(Finding::code);

    private final List<Finding> all = new ArrayList<>();

    public void add(Finding finding) {
        all.add(finding);
    }

    /// @return every finding, by file, line and column
    public List<Finding> sorted() {
        return all.stream().sorted(BY_PLACE).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    /// Whether a build must not go on.
    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /// @return one line a finding, by file, line and column: the first 20 of each code, then one
    ///     line for each code of which there are more
    public List<String> lines() {
        Map<Finding.Code, Integer> counts = new EnumMap<>(Finding.Code.class);
        List<String> lines = new ArrayList<>();
        for (Finding finding : sorted()) {
            if (counts.merge(finding.code(), 1, Integer::sum) <= SHOWN_OF_EACH_CODE) {
                lines.add(finding.toString());
            }
        }
        counts.forEach(
                (code, count) -> {
                    if (count > SHOWN_OF_EACH_CODE) {
                        int more = count - SHOWN_OF_EACH_CODE;
                        lines.add("… and " + more + " more " + code.publicName());
                    }
                });
        return List.copyOf(lines);
    }
}
