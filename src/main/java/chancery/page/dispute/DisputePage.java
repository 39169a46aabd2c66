package chancery.page.dispute;

import chancery.page.DisagreementPage;
import chancery.page.DisagreementPage.Position;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// A disagreement with what would change if another side were right.
///
/// @param suppositions one for every side that is not preferred
/// @param unable       why there are none; `""` if there are
/// @param noticed      what the check looks for that noticed it; `""` if none did
public record DisputePage(
        DisagreementPage dispute, List<Supposition> suppositions, String unable, String noticed) {
    public DisputePage {
        suppositions = List.copyOf(suppositions);
    }

    public static DisputePage of(
            GraphView graph,
            DisagreementPage dispute,
            List<Supposition> suppositions,
            String unable) {
        String noticed = Checks.noticed(graph, dispute.constraint());
        return new DisputePage(dispute, suppositions, unable, noticed);
    }

    /// What a judge says of one outcome.
    ///
    /// @param rejudged claim → its verdict now, and then
    public record Outcome(
            List<Triple> gone,
            List<Triple> come,
            List<Triple> goneComputed,
            List<Triple> comeComputed,
            Map<Node, List<Node>> rejudged,
            List<Node> disagreements) {
        /// On a claim, then.
        Node verdict(GraphView graph, Node claim) {
            List<Node> verdicts = rejudged.getOrDefault(claim, List.of());
            return verdicts.isEmpty()
                    ? graph.object(claim, Terms.VERDICT).orElse(claim)
                    : verdicts.getLast();
        }
    }

    /// A side that is not preferred.
    ///
    /// @param claims         of one value and stance
    /// @param isOfOneSubject whether all positions are about one thing, so that the value tells
    ///     them apart
    public record Side(Node claim, List<Position> claims, boolean isOfOneSubject) {}

    /// The sides that could be right instead: all but the preferred one.
    public static List<Side> others(GraphView graph, DisagreementPage dispute) {
        Map<String, List<Position>> sides = new LinkedHashMap<>();
        // what stands in one sentence with what is preferred is no other side
        Set<String> preferred =
                dispute.cards().stream()
                        .filter(card -> card.stream().anyMatch(Position::isPreferred))
                        .flatMap(List::stream)
                        .map(DisputePage::side)
                        .collect(Collectors.toSet());
        for (Position position : dispute.positions()) {
            if (!preferred.contains(side(position))) {
                sides.computeIfAbsent(side(position), s -> new ArrayList<>()).add(position);
            }
        }
        boolean isOfOneSubject =
                dispute.positions().stream().map(p -> p.claim().subject()).distinct().count() < 2;
        return sides.values().stream()
                .map(
                        positions ->
                                new Side(
                                        graph.named(positions.getFirst().claim().href()),
                                        positions,
                                        isOfOneSubject))
                .toList();
    }

    private static String side(Position position) {
        return position.claim().subject().href()
                + " "
                + position.claim().property().href()
                + " "
                + position.claim().value()
                + " "
                + position.claim().stance().href();
    }

    /// What would change if a side were right.
    ///
    /// @param disagreement the one whose side it is
    public static Supposition supposition(
            GraphView graph, Node disagreement, Side side, Outcome outcome) {
        Position first = side.claims().getFirst();
        Link value = first.claim().value();
        String said =
                side.isOfOneSubject()
                        ? value.text()
                        : first.claim().subject().text() + ": " + value.text();
        Set<Node> own =
                side.claims().stream()
                        .map(position -> graph.named(position.claim().href()))
                        .collect(Collectors.toSet());
        List<Supposition.Line> gone = new ArrayList<>(lines(graph, outcome.gone(), false));
        gone.addAll(lines(graph, outcome.goneComputed(), true));
        List<Supposition.Line> come = new ArrayList<>(lines(graph, outcome.come(), false));
        come.addAll(lines(graph, outcome.comeComputed(), true));
        return new Supposition(
                new Link(said, first.claim().href(), value.lang()),
                side.claims().stream().map(it -> it.claim().source()).distinct().toList(),
                gone,
                come,
                outcome.rejudged().entrySet().stream()
                        .map(
                                it ->
                                        new Supposition.Verdict(
                                                graph.link(it.getKey()),
                                                graph.link(it.getValue().getFirst()),
                                                graph.link(it.getValue().getLast())))
                        .toList(),
                graph.links(outcome.disagreements()),
                isAccepted(graph, own, outcome),
                isAccepted(graph, own, outcome)
                        ? List.of()
                        : new Unaccepted(graph, disagreement, outcome).because(own));
    }

    private static boolean isAccepted(GraphView graph, Set<Node> claims, Outcome outcome) {
        return claims.stream()
                .map(claim -> outcome.verdict(graph, claim))
                .anyMatch(Terms.ACCEPTED::equals);
    }

    private static List<Supposition.Line> lines(
            GraphView graph, List<Triple> triples, boolean isComputed) {
        return triples.stream()
                .map(
                        triple ->
                                new Supposition.Line(
                                        graph.link(triple.getSubject()),
                                        graph.link(triple.getPredicate()),
                                        graph.link(triple.getObject()),
                                        isComputed))
                .toList();
    }
}
