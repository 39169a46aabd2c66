package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.judge.ValueClashes.Slot;
import chancery.judge.Values.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// Gives every claim its verdict.
///
/// What is only said inside a statement, denied, asked, planned or evaluative is not asserted.
/// Claims that cannot all hold are a disagreement: a curator decides it or leaves it open, else
/// the first rule that applies decides it. While it is open, what the sources themselves assert
/// in it is disputed and none of it accepted, unless the claims are only unlikely together.
/// Of a property that can have one value, a coarser value is refined by an accepted finer one.
/// How often a value is repeated never counts.
public final class Judge {
    private final Brief brief;
    private final Values values;

    public Judge(Brief brief) {
        this.brief = brief;
        this.values = brief.newValues();
    }

    /// @param claims each once, in any order
    public Judgement judge(Collection<ClaimKey> claims) {
        for (ClaimKey key : claims) {
            brief.remember(key, values);
        }
        Curation curation = new Curation(brief.base(), brief.curators(), claims);
        ValueClashes clashes = new ValueClashes(brief.marks(), values, brief.register());
        List<Clash> found = new ArrayList<>();
        clashes.find(claims, found::add);
        new Denials(values).find(claims, found::add);
        new OpposedConditions(values, brief.register()).find(claims, found::add);
        if (!brief.constraints().isEmpty()) {
            new Constraints(brief, values).find(claims, found::add);
        }
        curation.find(found::add);

        Editions editions = new Editions(brief.base(), brief.register());
        Map<Node, String> names =
                brief.names(
                        found.stream()
                                .flatMap(c -> c.about().stream())
                                .collect(Collectors.toSet()));
        List<Disagreement> disagreements =
                found.stream()
                        .map(
                                clash ->
                                        new Disagreement(
                                                clash,
                                                rule(clash, curation, editions),
                                                label(clash, names)))
                        .sorted(Comparator.comparing(d -> d.node(brief.base()).getURI()))
                        .toList();
        Map<ClaimKey, Verdict> verdicts = verdicts(claims, disagreements);
        clashes.slots(claims).forEach((slot, keys) -> refine(slot, keys, verdicts));
        return new Judgement(verdicts, disagreements, curation.unmet());
    }

    private String label(Clash clash, Map<Node, String> names) {
        String about =
                clash.about().stream()
                        .map(t -> names.getOrDefault(t, brief.base().relative(t.getURI())))
                        .collect(Collectors.joining(", "));
        return about + ": " + clash.summary();
    }

    private Ruling rule(Clash clash, Curation curation, Editions editions) {
        Optional<Ruling> curators = curation.decide(clash, values);
        if (curators.isPresent()) {
            return curators.get();
        }
        for (Rule rule : brief.rules()) {
            Optional<Ruling> ruling = rule.decide(clash, editions, values);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        return Ruling.NONE;
    }

    private Map<ClaimKey, Verdict> verdicts(
            Collection<ClaimKey> claims, List<Disagreement> disagreements) {
        Set<ClaimKey> outweighed = new HashSet<>();
        Set<ClaimKey> disputed = new HashSet<>();
        for (Disagreement disagreement : disagreements) {
            outweighed.addAll(disagreement.ruling().outweighed());
            if (!disagreement.ruling().isDecided() && disagreement.clash().isCertain()) {
                disputed.addAll(disagreement.positions());
            }
        }
        Map<ClaimKey, Verdict> verdicts = new LinkedHashMap<>();
        for (ClaimKey key : claims) {
            Verdict verdict = Verdict.ACCEPTED;
            if (!isAsserted(key)) {
                verdict = Verdict.NOT_ASSERTED;
            } else if (outweighed.contains(key)) {
                verdict = Verdict.OUTWEIGHED;
            } else if (disputed.contains(key)) {
                verdict = Verdict.DISPUTED;
            }
            verdicts.put(key, verdict);
        }
        return verdicts;
    }

    private boolean isAsserted(ClaimKey key) {
        return key.stance() == Stance.ASSERTS
                && key.saidIn().isEmpty()
                && !brief.marks().isEvaluative(key.triple().getPredicate());
    }

    /// Of the values that may be accepted, one is: the finest. Of several that can all be true and
    /// are none finer than the others, the first in the order of their texts stands for all.
    private void refine(Slot slot, List<ClaimKey> keys, Map<ClaimKey, Verdict> verdicts) {
        List<ClaimKey> candidates =
                keys.stream().filter(key -> verdicts.get(key) == Verdict.ACCEPTED).toList();
        List<Node> distinct =
                candidates.stream().map(key -> key.triple().getObject()).distinct().toList();
        if (distinct.size() < 2) {
            return;
        }
        Set<Node> finest =
                distinct.stream()
                        .filter(
                                value ->
                                        distinct.stream()
                                                .noneMatch(
                                                        other ->
                                                                values.compare(other, value)
                                                                        == Standing.REFINES))
                        .collect(Collectors.toSet());
        Node best =
                finest.stream()
                        .min(Comparator.comparing(Node::toString))
                        .orElseThrow(() -> new IllegalStateException("no finest of " + slot));
        for (ClaimKey key : candidates) {
            if (!key.triple().getObject().equals(best)) {
                verdicts.put(key, Verdict.REFINED);
            }
        }
    }
}
