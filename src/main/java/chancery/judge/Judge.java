package chancery.judge;

import chancery.evidence.Claim;
import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.evidence.ValueNodes;
import chancery.measure.Quantity;
import chancery.time.Edtf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Gives every claim its verdict.
///
/// What is only said inside a statement, denied, asked, planned or evaluative is not asserted. Of a
/// property that can have one value, a coarser value is refined by a finer one that agrees with it;
/// values that cannot both hold are disputed, and none of them is accepted. How often a value is
/// repeated never counts.
public final class Judge {
    private final OntologyMarks marks;
    private final ValueNodes values;

    /// @param values times and quantities by their node, so that precision can be compared
    public Judge(OntologyMarks marks, ValueNodes values) {
        this.marks = marks;
        this.values = values;
    }

    public Judgement judge(List<Claim> claims) {
        Map<ClaimKey, Verdict> verdicts = new LinkedHashMap<>();
        List<Disagreement> disagreements = new ArrayList<>();
        Map<Slot, List<ClaimKey>> slots = new LinkedHashMap<>();
        for (Claim claim : claims) {
            ClaimKey key = claim.key();
            boolean asserted = isAsserted(key);
            verdicts.put(key, asserted ? Verdict.ACCEPTED : Verdict.NOT_ASSERTED);
            if (asserted && marks.isSingleValued(key.triple().getPredicate())) {
                slots.computeIfAbsent(Slot.of(key.triple()), s -> new ArrayList<>()).add(key);
            }
        }
        slots.forEach((slot, keys) -> judgeSlot(slot, keys, verdicts, disagreements));
        findDenials(claims, disagreements);
        return new Judgement(verdicts, disagreements);
    }

    private boolean isAsserted(ClaimKey key) {
        return key.stance() == Stance.ASSERTS
                && key.saidIn().isEmpty()
                && !marks.isEvaluative(key.triple().getPredicate());
    }

    private void judgeSlot(
            Slot slot,
            List<ClaimKey> keys,
            Map<ClaimKey, Verdict> verdicts,
            List<Disagreement> disagreements) {
        Set<Node> all =
                keys.stream()
                        .map(key -> key.triple().getObject())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Node> finest =
                all.stream()
                        .filter(value -> all.stream().noneMatch(other -> refines(other, value)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean disputed = finest.size() > 1;
        for (ClaimKey key : keys) {
            if (!finest.contains(key.triple().getObject())) {
                verdicts.put(key, Verdict.REFINED);
            } else if (disputed) {
                verdicts.put(key, Verdict.DISPUTED);
            }
        }
        if (disputed) {
            List<ClaimKey> positions =
                    keys.stream().filter(k -> finest.contains(k.triple().getObject())).toList();
            disagreements.add(
                    new Disagreement(
                            Disagreement.Kind.DIFFERENT_VALUES,
                            slot.subject(),
                            slot.property(),
                            positions,
                            versus(positions)));
        }
    }

    /// @return whether `finer` says the same as `coarser`, only more exactly
    private boolean refines(Node finer, Node coarser) {
        if (finer.equals(coarser)) {
            return false;
        }
        Edtf fine = values.time(finer).orElse(null);
        Edtf coarse = values.time(coarser).orElse(null);
        if (fine != null && coarse != null) {
            return switch (Edtf.compare(fine, coarse)) {
                case REFINES -> true;
                case SAME -> isPlainer(fine, coarse);
                case REFINED_BY, COMPATIBLE, DISJOINT -> false;
            };
        }
        Quantity exact = values.quantity(finer).orElse(null);
        Quantity rough = values.quantity(coarser).orElse(null);
        return exact != null && rough != null && exact.refines(rough);
    }

    /// Of two spellings of one time the shorter stands for both: `2008` for `2008?`.
    private static boolean isPlainer(Edtf a, Edtf b) {
        return Comparator.comparingInt((Edtf time) -> time.toString().length())
                        .thenComparing(Edtf::toString)
                        .compare(a, b)
                < 0;
    }

    private String versus(List<ClaimKey> positions) {
        Map<String, Set<String>> sources = new TreeMap<>();
        for (ClaimKey key : positions) {
            sources.computeIfAbsent(shown(key.triple().getObject()), v -> new TreeSet<>())
                    .add(key.source());
        }
        return sources.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                .collect(Collectors.joining(" against "));
    }

    private String shown(Node value) {
        if (values.quantity(value).isPresent()) {
            return values.quantity(value).get().label();
        }
        if (values.time(value).isPresent()) {
            return values.time(value).get().toString();
        }
        if (!value.isURI()) {
            return value.getLiteralLexicalForm();
        }
        String iri = value.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private void findDenials(List<Claim> claims, List<Disagreement> disagreements) {
        Map<Triple, List<ClaimKey>> byTriple = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byTriple.computeIfAbsent(claim.key().triple(), t -> new ArrayList<>()).add(claim.key());
        }
        byTriple.forEach(
                (triple, keys) -> {
                    boolean denied = keys.stream().anyMatch(k -> k.stance() == Stance.DENIES);
                    boolean asserted = keys.stream().anyMatch(k -> k.stance() == Stance.ASSERTS);
                    if (denied && asserted) {
                        disagreements.add(denial(triple, keys));
                    }
                });
    }

    private Disagreement denial(Triple triple, List<ClaimKey> keys) {
        List<ClaimKey> sides =
                keys.stream()
                        .filter(k -> k.stance() == Stance.DENIES || k.stance() == Stance.ASSERTS)
                        .toList();
        String rationale =
                sides.stream()
                        .map(Judge::voice)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new Disagreement(
                Disagreement.Kind.DENIAL,
                triple.getSubject(),
                triple.getPredicate(),
                sides,
                shown(triple.getObject()) + ": " + rationale);
    }

    private static String voice(ClaimKey key) {
        String said = key.saidIn().isEmpty() ? key.source() : key.saidIn();
        return said + " " + (key.stance() == Stance.DENIES ? "denies it" : "asserts it");
    }

    private record Slot(Node subject, Node property) {
        static Slot of(Triple triple) {
            return new Slot(triple.getSubject(), triple.getPredicate());
        }
    }
}
