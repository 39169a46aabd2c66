package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.judge.Clash.Stand;
import chancery.judge.Values.Standing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A way to decide a clash without a curator. Which of them are used, in what order and for what
/// reason is data (`seeds/rules.csv`). None counts heads: a value that is repeated more often is
/// not truer for it.
public enum Rule {
    /// Of several editions of one work the latest is its last word: what it says replaces what
    /// earlier ones said.
    LATER_EDITION("later-edition") {
        @Override
        Optional<Set<ClaimKey>> kept(Clash clash, Editions editions) {
            Set<String> sources =
                    clash.positions().stream().map(ClaimKey::source).collect(Collectors.toSet());
            return editions.latest(sources)
                    .map(latest -> by(clash, key -> key.source().equals(latest)));
        }

        @Override
        String because(Set<ClaimKey> kept) {
            return sources(kept) + " is the latest edition of the work that all of these are of";
        }
    },

    /// What a source says in its own voice goes before what it, or another, only reports somebody
    /// as having said.
    OWN_VOICE("own-voice") {
        @Override
        Optional<Set<ClaimKey>> kept(Clash clash, Editions editions) {
            Set<ClaimKey> own = by(clash, key -> key.saidIn().isEmpty());
            boolean all = own.size() == clash.positions().size();
            return own.isEmpty() || all ? Optional.empty() : Optional.of(own);
        }

        @Override
        String because(Set<ClaimKey> kept) {
            return "told in the own voice of "
                    + sources(kept)
                    + ", the other side is only reported";
        }
    };

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    /// As rules.csv names it, such as `later-edition`.
    public String id() {
        return id;
    }

    /// @return the rule of that name, or nothing
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /// @return the names of all rules, for messages
    public static String names() {
        return Arrays.stream(values()).map(Rule::id).collect(Collectors.joining(", "));
    }

    /// @return the claims that this rule would keep, or nothing when it does not apply
    abstract Optional<Set<ClaimKey>> kept(Clash clash, Editions editions);

    /// @return why these are kept, naming the sources
    abstract String because(Set<ClaimKey> kept);

    /// @return nothing when the rule does not apply, or when what it keeps still clashes
    final Optional<Ruling> decide(Clash clash, Editions editions, Values values) {
        return kept(clash, editions)
                .filter(kept -> clash.isResolvedBy(stands(kept)))
                .map(kept -> ruling(clash, kept, editions, values));
    }

    private Ruling ruling(Clash clash, Set<ClaimKey> kept, Editions editions, Values values) {
        Set<Stand> stands = stands(kept);
        Set<Stand> aside = clash.against(stands);
        Set<ClaimKey> outweighed =
                clash.positions().stream()
                        .filter(key -> aside.contains(Stand.of(key)))
                        .collect(Collectors.toSet());
        Optional<ClaimKey> preferred = finest(clash, kept, editions, values);
        String value = preferred.map(key -> values.shown(key.triple().getObject())).orElse("");
        return new Ruling(id, preferred, outweighed, value + " preferred: " + because(kept), "");
    }

    /// Of what is kept, the first whose value none of the others says more exactly; of several
    /// editions that say it, the latest.
    private static Optional<ClaimKey> finest(
            Clash clash, Set<ClaimKey> kept, Editions editions, Values values) {
        List<ClaimKey> contested =
                kept.stream()
                        .filter(key -> clash.isContested(Stand.of(key)))
                        .sorted(ClaimOrder.ORDER)
                        .toList();
        return contested.stream()
                .filter(key -> contested.stream().noneMatch(other -> isFiner(other, key, values)))
                .findFirst()
                .map(first -> latest(first, contested, editions));
    }

    private static ClaimKey latest(ClaimKey first, List<ClaimKey> kept, Editions editions) {
        List<ClaimKey> same =
                kept.stream().filter(key -> Stand.of(key).equals(Stand.of(first))).toList();
        Set<String> sources = same.stream().map(ClaimKey::source).collect(Collectors.toSet());
        String latest = editions.latest(sources).orElse(first.source());
        return same.stream().filter(key -> key.source().equals(latest)).findFirst().orElse(first);
    }

    private static boolean isFiner(ClaimKey one, ClaimKey other, Values values) {
        return one.triple().getPredicate().equals(other.triple().getPredicate())
                && values.compare(one.triple().getObject(), other.triple().getObject())
                        == Standing.REFINES;
    }

    private static Set<Stand> stands(Set<ClaimKey> claims) {
        return claims.stream().map(Stand::of).collect(Collectors.toSet());
    }

    private static Set<ClaimKey> by(Clash clash, Predicate<ClaimKey> test) {
        return clash.positions().stream()
                .filter(test)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String sources(Set<ClaimKey> kept) {
        return kept.stream()
                .map(ClaimKey::source)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
