package chancery.evidence;

import chancery.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts, for each kind of change, how many were noticed, and lists what was not.
final class MutationReport {
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /// @param what the change, for the list of survivors
    /// @param findings none when nobody noticed it
    void add(String kind, String what, List<Finding> findings) {
        Kind counts = kinds.computeIfAbsent(kind, k -> new Kind());
        counts.mutants++;
        if (findings.isEmpty()) {
            counts.survivors.add(what);
            return;
        }
        Finding first = findings.getFirst();
        counts.noticedBy.merge(first.code().publicName(), 1, Integer::sum);
        if (first.position().file().isEmpty()
                || first.position().line() == 0
                || first.columnNumber() == 0
                || first.columnName().isEmpty()) {
            counts.withoutPlace.add(first.toString());
        }
    }

    /// @param why the change says nothing else than before
    void equivalent(String kind, String why) {
        kinds.computeIfAbsent(kind, k -> new Kind()).equivalent.merge(why, 1, Integer::sum);
    }

    List<String> survivors(String kind) {
        return kinds.getOrDefault(kind, new Kind()).survivors;
    }

    /// Findings of noticed changes that do not name file, line and column.
    List<String> withoutPlace(String kind) {
        return kinds.getOrDefault(kind, new Kind()).withoutPlace;
    }

    int mutants(String kind) {
        return kinds.getOrDefault(kind, new Kind()).mutants;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        kinds.forEach(
                (name, kind) -> {
                    int killed = kind.mutants - kind.survivors.size();
                    text.append(
                            String.format(
                                    "%s: %,d of %,d noticed (%.1f %%)%n",
                                    name,
                                    killed,
                                    kind.mutants,
                                    kind.mutants == 0 ? 100.0 : 100.0 * killed / kind.mutants));
                    kind.equivalent.forEach(
                            (why, count) ->
                                    text.append(
                                            String.format("  left out, %,d: %s%n", count, why)));
                    text.append("  by ").append(kind.noticedBy).append('\n');
                    byClass(kind.survivors)
                            .forEach(
                                    (what, count) ->
                                            text.append(
                                                    String.format(
                                                            "  not noticed, %,d: %s%n",
                                                            count, what)));
                });
        return text.toString();
    }

    /// Survivors are told as `class: single`; the class is counted.
    private static Map<String, Integer> byClass(List<String> survivors) {
        Map<String, Integer> classes = new TreeMap<>();
        survivors.forEach(s -> classes.merge(s.split(": ", 2)[0], 1, Integer::sum));
        return classes;
    }

    private static final class Kind {
        private int mutants;
        private final List<String> survivors = new ArrayList<>();
        private final List<String> withoutPlace = new ArrayList<>();
        private final Map<String, Integer> equivalent = new TreeMap<>();
        private final Map<String, Integer> noticedBy = new TreeMap<>();
    }
}
