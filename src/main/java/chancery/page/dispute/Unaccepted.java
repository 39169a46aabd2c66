package chancery.page.dispute;

import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.page.dispute.Supposition.Reason;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Why a side would not be accepted even if a disagreement ended in its favour: what is true of its
/// claims, by the verdict that they would have.
final class Unaccepted {
    private static final Node REFINED = Chy.term("Refined");
    private static final Node NOT_ASSERTED = Chy.term("NotAsserted");

    private static final Node OUTWEIGHED = Chy.term("outweighed");
    private static final Node PREFERRED = Chy.term("preferred");

    private final GraphView graph;
    private final Node disagreement;
    private final DisputePage.Outcome outcome;

    Unaccepted(GraphView graph, Node disagreement, DisputePage.Outcome outcome) {
        this.graph = graph;
        this.disagreement = disagreement;
        this.outcome = outcome;
    }

    /// @param claims of the side
    List<Reason> because(Set<Node> claims) {
        List<Reason> reasons = new ArrayList<>();
        for (Node claim : graph.sorted(List.copyOf(claims))) {
            Reason reason = because(claim);
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private Reason because(Node claim) {
        Node verdict = outcome.verdict(graph, claim);
        if (verdict.equals(REFINED)) {
            return new Reason(
                    "It may be true as well: another claim says the same more exactly,",
                    graph.links(finer(claim)));
        }
        if (verdict.equals(NOT_ASSERTED)) {
            return graph.object(claim, Terms.SAID_IN).isPresent()
                    ? new Reason(
                            "No source says it in its own voice; it is passed on from",
                            graph.links(claim, Terms.SAID_IN))
                    : new Reason("No source asserts it.", List.of());
        }
        List<Node> others =
                graph.subjects(Terms.POSITION, claim).stream()
                        .filter(other -> !other.equals(disagreement))
                        .toList();
        List<Node> against =
                others.stream().filter(other -> graph.has(other, OUTWEIGHED, claim)).toList();
        if (!against.isEmpty()) {
            return new Reason("This is decided against it, too:", graph.links(against));
        }
        List<Node> open =
                others.stream().filter(o -> graph.values(o, PREFERRED).isEmpty()).toList();
        return open.isEmpty()
                ? new Reason("The rules of the release decide against it all the same.", List.of())
                : new Reason("It is part of what nobody has decided:", graph.links(open));
    }

    /// Accepted values of the same property.
    private List<Node> finer(Node claim) {
        return graph.object(claim, Terms.SUBJECT).stream()
                .flatMap(
                        subject ->
                                graph.object(claim, Terms.PREDICATE).stream()
                                        .flatMap(property -> graph.claims(subject, property)))
                .filter(other -> outcome.verdict(graph, other).equals(Terms.ACCEPTED))
                .flatMap(other -> graph.objects(other, Terms.OBJECT).stream())
                .distinct()
                .toList();
    }
}
