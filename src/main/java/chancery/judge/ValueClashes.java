package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import chancery.judge.Values.Standing;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Finds two contradicting values where there can be one: of a property that the ontology marks
/// `chy:singleValued`, or of a role that the type of the event marks as having one filler. A value
/// that contradicts no other is a position all the same: while it is disputed there is no value.
final class ValueClashes {
    private static final Node EVENT_TYPE = Chy.term("eventType");

    private final OntologyMarks marks;
    private final Values values;
    private final Map<Node, Set<Node>> rolesOfTypes = new HashMap<>();

    /// @param register for the roles that types mark (`chy:functionalRole`)
    ValueClashes(OntologyMarks marks, Values values, Collection<Triple> register) {
        this.marks = marks;
        this.values = values;
        for (Triple triple : register) {
            if (triple.getPredicate().equals(Chy.term("functionalRole"))) {
                rolesOfTypes
                        .computeIfAbsent(triple.getSubject(), t -> new HashSet<>())
                        .add(triple.getObject());
            }
        }
    }

    void find(Collection<ClaimKey> claims, Consumer<Clash> found) {
        slots(claims).forEach((slot, keys) -> compare(slot, keys, found));
    }

    /// @return what can be filled once → the claims that fill it, asserted by whomever
    Map<Slot, List<ClaimKey>> slots(Collection<ClaimKey> claims) {
        Set<Slot> roles = roles(claims);
        Map<Slot, List<ClaimKey>> slots = new LinkedHashMap<>();
        for (ClaimKey key : claims) {
            Slot slot = Slot.of(key.triple());
            boolean one = marks.isSingleValued(slot.property()) || roles.contains(slot);
            if (one && key.stance() == Stance.ASSERTS) {
                slots.computeIfAbsent(slot, s -> new ArrayList<>()).add(key);
            }
        }
        return slots;
    }

    private Set<Slot> roles(Collection<ClaimKey> claims) {
        Set<Slot> roles = new HashSet<>();
        if (!rolesOfTypes.isEmpty()) {
            for (ClaimKey key : claims) {
                if (key.triple().getPredicate().equals(EVENT_TYPE)) {
                    rolesOfTypes
                            .getOrDefault(key.triple().getObject(), Set.of())
                            .forEach(role -> roles.add(new Slot(key.triple().getSubject(), role)));
                }
            }
        }
        return roles;
    }

    private void compare(Slot slot, List<ClaimKey> keys, Consumer<Clash> found) {
        if (keys.size() < 2) {
            return;
        }
        List<Triple> distinct = keys.stream().map(ClaimKey::triple).distinct().toList();
        List<Set<Stand>> conflicts = new ArrayList<>();
        Set<Triple> concerned = new LinkedHashSet<>();
        for (int i = 0; i < distinct.size(); i++) {
            for (int k = i + 1; k < distinct.size(); k++) {
                Triple one = distinct.get(i);
                Triple other = distinct.get(k);
                if (values.compare(one.getObject(), other.getObject()) == Standing.CONTRADICTS) {
                    conflicts.add(Set.of(new Stand(one, false), new Stand(other, false)));
                    concerned.add(one);
                    concerned.add(other);
                }
            }
        }
        if (!conflicts.isEmpty()) {
            List<ClaimKey> against =
                    keys.stream().filter(key -> concerned.contains(key.triple())).toList();
            found.accept(
                    new Clash(
                            Kind.DIFFERENT_VALUES,
                            "",
                            List.of(slot.subject()),
                            slot.property(),
                            keys,
                            conflicts,
                            true,
                            values.versus(against),
                            values.versus(against)));
        }
    }

    /// What can be filled once.
    record Slot(Node subject, Node property) {
        static Slot of(Triple triple) {
            return new Slot(triple.getSubject(), triple.getPredicate());
        }
    }
}
