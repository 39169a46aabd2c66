package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// Finds two conditions of one bearer toward one thing whose qualities are opposed and whose times
/// overlap. A condition of which no time and no occasion is told overlaps nothing; what is told on
/// an occasion without a date may have been at any time, so that nothing is certain.
final class OpposedConditions {
    private static final Node QUALITY = Chy.term("quality");
    private static final List<Node> TARGETS = List.of(Chy.term("toward"), Chy.term("issue"));
    private static final Node CONCERNS = Chy.term("concerns");
    private static final Node ATTESTED = Chy.term("attested");

    private static final Comparator<Node> NODES = Comparator.comparing(Node::toString);

    private final Values values;
    private final Set<Set<Node>> opposed = new HashSet<>();

    /// @param register for the pairs of qualities (`chy:opposedTo`)
    OpposedConditions(Values values, Collection<Triple> register) {
        this.values = values;
        for (Triple triple : register) {
            if (triple.getPredicate().equals(Chy.term("opposedTo"))) {
                opposed.add(Set.of(triple.getSubject(), triple.getObject()));
            }
        }
    }

    void find(Collection<ClaimKey> claims, Consumer<Clash> found) {
        if (opposed.isEmpty()) {
            return;
        }
        Map<Node, Condition> conditions = conditions(claims);
        Map<Node, List<Condition>> byBearer = new LinkedHashMap<>();
        for (Condition condition : conditions.values()) {
            for (Node bearer : condition.of(Chy.term("bearer"))) {
                byBearer.computeIfAbsent(bearer, b -> new ArrayList<>()).add(condition);
            }
        }
        Set<Set<Node>> done = new HashSet<>();
        for (List<Condition> ofOne : byBearer.values()) {
            for (int i = 0; i < ofOne.size(); i++) {
                for (int k = i + 1; k < ofOne.size(); k++) {
                    Condition one = ofOne.get(i);
                    Condition other = ofOne.get(k);
                    if (done.add(Set.of(one.node(), other.node()))) {
                        compare(one, other, found);
                    }
                }
            }
        }
    }

    private static Map<Node, Condition> conditions(Collection<ClaimKey> claims) {
        Map<Node, Condition> conditions = new LinkedHashMap<>();
        for (ClaimKey key : claims) {
            if (key.stance() == Stance.ASSERTS && key.triple().getPredicate().equals(QUALITY)) {
                conditions.putIfAbsent(
                        key.triple().getSubject(), new Condition(key.triple().getSubject()));
            }
        }
        for (ClaimKey key : claims) {
            Condition condition = conditions.get(key.triple().getSubject());
            if (condition != null && key.stance() == Stance.ASSERTS) {
                condition.add(key);
            }
        }
        return conditions;
    }

    private void compare(Condition one, Condition other, Consumer<Clash> found) {
        if (!isTowardTheSame(one, other) || !meet(window(one, true), window(other, true))) {
            return;
        }
        boolean isCertain =
                one.of(ATTESTED).stream().anyMatch(other.of(ATTESTED)::contains)
                        || meet(window(one, false), window(other, false));
        List<Set<Stand>> conflicts = new ArrayList<>();
        List<ClaimKey> positions = new ArrayList<>();
        for (ClaimKey quality : one.claims(QUALITY)) {
            for (ClaimKey opposite : other.claims(QUALITY)) {
                Node a = quality.triple().getObject();
                Node b = opposite.triple().getObject();
                if (!a.equals(b) && opposed.contains(Set.of(a, b))) {
                    conflicts.add(Set.of(Stand.of(quality), Stand.of(opposite)));
                    positions.add(quality);
                    positions.add(opposite);
                }
            }
        }
        if (!conflicts.isEmpty()) {
            found.accept(
                    new Clash(
                            Kind.OPPOSED_CONDITIONS,
                            "",
                            Stream.of(one.node(), other.node()).sorted(NODES).toList(),
                            QUALITY,
                            positions,
                            conflicts,
                            isCertain,
                            values.versus(positions),
                            values.versus(positions)
                                    + (isCertain ? "" : "; whether at one time is not told")));
        }
    }

    /// The first kind of target that either of them has decides. What they concern parts them only
    /// when both concern something: it may be no more than what one of them is mentioned with.
    private static boolean isTowardTheSame(Condition one, Condition other) {
        for (Node target : TARGETS) {
            Set<Node> a = one.of(target);
            Set<Node> b = other.of(target);
            if (!a.isEmpty() || !b.isEmpty()) {
                return a.stream().anyMatch(b::contains);
            }
        }
        Set<Node> concerns = one.of(CONCERNS);
        Set<Node> others = other.of(CONCERNS);
        return concerns.isEmpty()
                || others.isEmpty()
                || concerns.stream().anyMatch(others::contains);
    }

    /// From the first day to the last on which it is told to hold; without an end, what has begun
    /// goes on, and what is attested on an occasion without a date may have been at any time.
    ///
    /// @param withUndated whether such occasions count
    /// @return nothing when no time is told, and no occasion that counts
    private Optional<Window> window(Condition condition, boolean withUndated) {
        boolean hasEnd = !condition.of(Chy.term("end")).isEmpty();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        boolean isTold = false;
        for (String property : List.of("begin", "attested", "end")) {
            for (Node time : condition.of(Chy.term(property))) {
                if (!withUndated && values.nodes().time(time).isEmpty()) {
                    continue;
                }
                Bounds bounds = values.nodes().time(time).map(Edtf::bounds).orElse(Bounds.NONE);
                boolean goesOn = property.equals("begin") && !hasEnd;
                first = earlier(first, bounds.startEarliest());
                last = goesOn ? LocalDate.MAX : later(last, bounds.endLatest());
                isTold = true;
            }
        }
        return isTold ? Optional.of(new Window(first, last)) : Optional.empty();
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        if (other == null) {
            return LocalDate.MIN;
        }
        return other.isBefore(day) ? other : day;
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        if (other == null) {
            return LocalDate.MAX;
        }
        return other.isAfter(day) ? other : day;
    }

    private static boolean meet(Optional<Window> a, Optional<Window> b) {
        return a.isPresent() && b.isPresent() && a.get().meets(b.get());
    }

    private record Window(LocalDate first, LocalDate last) {
        boolean meets(Window other) {
            return !last.isBefore(other.first) && !other.last.isBefore(first);
        }
    }

    private record Condition(Node node, Map<Node, List<ClaimKey>> byProperty) {
        Condition(Node node) {
            this(node, new HashMap<>());
        }

        void add(ClaimKey key) {
            byProperty
                    .computeIfAbsent(key.triple().getPredicate(), p -> new ArrayList<>())
                    .add(key);
        }

        List<ClaimKey> claims(Node property) {
            return byProperty.getOrDefault(property, List.of());
        }

        Set<Node> of(Node property) {
            Set<Node> objects = new HashSet<>();
            claims(property).forEach(key -> objects.add(key.triple().getObject()));
            return objects;
        }
    }
}
