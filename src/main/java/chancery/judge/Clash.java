package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// Claims that cannot all hold, before anybody has decided between them.
///
/// @param kind how it was noticed
/// @param constraint name of the constraint that noticed it; `""` for the other kinds
/// @param about the things it is about, 1..n
/// @param property the property on which the claims differ; null when they differ on several
/// @param positions all claims concerned
/// @param conflicts sets of what is claimed, each of which cannot hold together, 1..n
/// @param isCertain false when the claims could all hold as far as is told, only not likely
/// @param summary what stands against what, in a few words
/// @param description the same with who says what
public record Clash(
        Kind kind,
        String constraint,
        List<Node> about,
        @Nullable Node property,
        List<ClaimKey> positions,
        List<Set<Stand>> conflicts,
        boolean isCertain,
        String summary,
        String description) {
    /// The five ways in which a disagreement is noticed.
    public enum Kind {
        /// Two values of a property, or of a role, that can have one.
        DIFFERENT_VALUES("DifferentValues"),
        /// One denies what another asserts.
        DENIAL("Denial"),
        /// A query of `queries/constraints/` found claims that do not go together.
        BROKEN_CONSTRAINT("BrokenConstraint"),
        /// Opposed qualities of one bearer toward one thing at one time.
        OPPOSED_CONDITIONS("OpposedConditions"),
        /// A curator saw it.
        CURATORS_FINDING("CuratorsFinding");

        private final String localName;

        Kind(String localName) {
            this.localName = localName;
        }

        /// Of the ontology, such as `DifferentValues`.
        public String localName() {
            return localName;
        }
    }

    /// What a claim says, whoever makes it.
    ///
    /// @param isDenied whether the claim says that the triple does not hold
    public record Stand(Triple triple, boolean isDenied) {
        public static Stand of(ClaimKey claim) {
            return new Stand(claim.triple(), claim.stance() == Stance.DENIES);
        }
    }

    public Clash {
        about = about.stream().sorted(Comparator.comparing(Node::toString)).toList();
        positions = positions.stream().distinct().sorted(ClaimOrder.ORDER).toList();
        conflicts = conflicts.stream().map(Set::copyOf).toList();
        if (about.isEmpty() || conflicts.isEmpty()) {
            throw new IllegalArgumentException("a clash is about something and between claims");
        }
        if (conflicts.stream().anyMatch(stands -> stands.size() < 2)) {
            throw new IllegalArgumentException("one claim does not disagree with itself");
        }
    }

    /// @return whether something stands against this
    boolean isContested(Stand stand) {
        return conflicts.stream().anyMatch(conflict -> conflict.contains(stand));
    }

    /// What has to go when this is kept: what clashes with it, then whatever of the rest still
    /// clashes among itself.
    Set<Stand> against(Set<Stand> kept) {
        Set<Stand> aside = new HashSet<>();
        for (Set<Stand> conflict : conflicts) {
            Set<Stand> others = new HashSet<>(conflict);
            others.removeAll(kept);
            if (others.size() < conflict.size()) {
                aside.addAll(others);
            }
        }
        for (Set<Stand> conflict : conflicts) {
            if (conflict.stream().noneMatch(aside::contains)) {
                aside.addAll(conflict);
            }
        }
        return aside;
    }

    /// @return whether all of this can hold together as far as this clash goes
    boolean isResolvedBy(Set<Stand> kept) {
        return conflicts.stream().noneMatch(kept::containsAll);
    }
}
