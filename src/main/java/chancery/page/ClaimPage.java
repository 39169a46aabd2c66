package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/// The page of a claim: who says so, where, in what words, who agrees, who does not, what became of
/// it, and why.
///
/// @param said      the claim with its source, its chain of speakers and its passages
/// @param reasons   why it has its verdict
/// @param voices    who says the same, editions of one work counted once
/// @param agreeing  other claims of the same subject, property and value, with the same stance
/// @param contrary  those with another stance: one of them denies, plans or asks
/// @param differing other claims of the same subject and property
/// @param disputes  the disagreements it is part of; first those that were decided against it
public record ClaimPage(
        String path,
        Position said,
        Link sourceKind,
        List<Link> excuses,
        List<VerdictReason> reasons,
        Voices voices,
        List<ClaimRow> agreeing,
        List<ClaimRow> contrary,
        List<ClaimRow> differing,
        List<Dispute> disputes) {
    /// No chain is followed further; data that go in circles end here.
    private static final int DEEPEST = 20;

    /// Somebody saying something.
    public record Said(Link statement, List<Link> speakers, Link manner, List<Link> addressees) {}

    /// A disagreement as one of its claims sees it.
    ///
    /// @param others the positions of the others
    public record Dispute(
            DisagreementPage disagreement,
            boolean isPreferred,
            boolean isOutweighed,
            List<Position> others) {}

    public static ClaimPage of(
            GraphView graph, Node claim, String path, Optional<TextFolder> texts) {
        List<Node> others = others(graph, claim);
        Predicate<Node> sameValue = same(graph, claim, Terms.OBJECT);
        Predicate<Node> sameStance = same(graph, claim, Terms.STANCE);
        List<Node> agreeing = others.stream().filter(sameValue.and(sameStance)).toList();
        List<Dispute> disputes =
                graph.subjects(Terms.POSITION, claim).stream()
                        .map(it -> dispute(graph, it, claim))
                        .sorted(Comparator.comparing(Dispute::isOutweighed).reversed())
                        .toList();
        return new ClaimPage(
                path,
                DisagreementPage.position(graph, claim, texts, false),
                graph.object(claim, Terms.STATED_IN)
                        .flatMap(source -> graph.object(source, Chy.term("sourceKind")))
                        .map(graph::link)
                        .orElse(Link.to("", "")),
                graph.links(claim, Chy.term("excuse")),
                VerdictReason.of(graph, claim, others, !disputes.isEmpty()),
                Voices.of(graph, claim, agreeing),
                rows(graph, agreeing),
                rows(graph, others.stream().filter(sameValue.and(sameStance.negate())).toList()),
                rows(graph, others.stream().filter(sameValue.negate()).toList()),
                disputes);
    }

    public ClaimRow claim() {
        return said.claim();
    }

    /// What it says, in a line.
    public String title() {
        return "%s: %s: %s"
                .formatted(
                        claim().subject().text(),
                        claim().property().text(),
                        claim().value().text());
    }

    private static Dispute dispute(GraphView graph, Node disagreement, Node claim) {
        String path = graph.link(disagreement).href().replaceFirst("^/", "");
        String href = graph.link(claim).href();
        DisagreementPage page = DisagreementPage.of(graph, disagreement, path, Optional.empty());
        return new Dispute(
                page,
                graph.has(disagreement, Chy.term("preferred"), claim),
                graph.has(disagreement, Chy.term("outweighed"), claim),
                page.positions().stream().filter(p -> !p.claim().href().equals(href)).toList());
    }

    private static List<Node> others(GraphView graph, Node claim) {
        Optional<Node> property = graph.object(claim, Terms.PREDICATE);
        return graph.object(claim, Terms.SUBJECT).stream()
                .flatMap(subject -> graph.subjects(Terms.SUBJECT, subject).stream())
                .filter(other -> !other.equals(claim))
                .filter(other -> graph.object(other, Terms.PREDICATE).equals(property))
                .toList();
    }

    private static Predicate<Node> same(GraphView graph, Node claim, Node property) {
        Optional<Node> value = graph.object(claim, property);
        return other -> graph.object(other, property).equals(value);
    }

    private static List<ClaimRow> rows(GraphView graph, List<Node> claims) {
        return claims.stream().map(claim -> ClaimRow.of(graph, claim)).toList();
    }

    static List<Said> chain(GraphView graph, Node claim) {
        List<Said> chain = new ArrayList<>();
        Optional<Node> next = graph.object(claim, Terms.SAID_IN);
        while (next.isPresent() && chain.size() < DEEPEST) {
            Node statement = next.get();
            chain.add(
                    new Said(
                            graph.link(statement),
                            graph.links(statement, Chy.term("speaker")),
                            graph.object(statement, Chy.term("manner"))
                                    .map(graph::link)
                                    .orElse(Link.to("", "")),
                            graph.links(statement, Chy.term("addressee"))));
            next = graph.object(statement, Terms.SAID_IN);
        }
        return chain;
    }
}
