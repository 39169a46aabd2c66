package chancery.release.change;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one release has otherwise than another.
///
/// @param lines for each kind of change a line for each claim, disagreement or thing, sorted; a
///     kind without any is left out
/// @param triplesAdded triples of the default graph that only the later has, its description and
///     the lines of tables left out
/// @param triplesGone those that only the former has
public record ReleaseChanges(Map<Kind, List<String>> lines, long triplesAdded, long triplesGone) {

    /// In the order in which people want to know of them.
    public enum Kind {
        CLAIMS_ADDED("claim added", "claims added"),
        CLAIMS_WITHDRAWN("claim withdrawn", "claims withdrawn"),
        CLAIMS_JUDGED_ANEW("claim judged anew", "claims judged anew"),
        DISAGREEMENTS_OPENED("disagreement opened", "disagreements opened"),
        DISAGREEMENTS_SETTLED("disagreement settled", "disagreements settled"),
        DISAGREEMENTS_GONE("disagreement gone", "disagreements gone"),
        THINGS_ADDED("thing added", "things added"),
        THINGS_GONE("thing gone", "things gone");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /// @return such as `3 claims added`
        public String counted(int count) {
            return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
        }
    }

    public ReleaseChanges {
        Map<Kind, List<String>> copy = new EnumMap<>(Kind.class);
        lines.forEach((kind, all) -> copy.put(kind, List.copyOf(all)));
        lines = copy;
    }

    public List<String> of(Kind kind) {
        return lines.getOrDefault(kind, List.of());
    }

    /// Whether both hold the same triples.
    public boolean none() {
        return triplesAdded == 0 && triplesGone == 0;
    }
}
