package chancery.infer.column;

import java.util.HashSet;
import java.util.Set;

/// Words that tables write where they have no value.
final class NullWords {
    /// They mean it wherever they stand.
    static final Set<String> SURE = Set.of("NULL", "#N/A", "N/A", "<NA>", "#NULL!", "\\N");

    /// They mean it among numbers and dates; among texts they may be texts: NA is Namibia.
    private static final Set<String> AMONG_OTHERS =
            Set.of(
                    "NA",
                    "na",
                    "n/a",
                    "N.A.",
                    "n.a.",
                    "null",
                    "Null",
                    "None",
                    "none",
                    "NaN",
                    "nan",
                    "NAN",
                    "nil",
                    "-",
                    "--",
                    "---",
                    "–",
                    "—",
                    ".",
                    "..",
                    "...",
                    "…",
                    "?",
                    "*",
                    "unknown",
                    "Unknown",
                    "missing",
                    "#VALUE!",
                    "#DIV/0!",
                    "#REF!",
                    "#NUM!",
                    "0000-00-00",
                    "0000-00-00 00:00:00");

    static final Set<String> ALL = all();

    private NullWords() {}

    private static Set<String> all() {
        Set<String> all = new HashSet<>(SURE);
        all.addAll(AMONG_OTHERS);
        return Set.copyOf(all);
    }
}
