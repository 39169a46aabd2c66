package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The page of a claim.
///
/// @param chain      statements it stands in, the innermost first; empty in the source's own voice
/// @param agreeing   other claims of the same subject, property and value
/// @param differing  other claims of the same subject and property
public record ClaimPage(
        String path,
        ClaimRow claim,
        List<Link> asWritten,
        List<Link> excuses,
        List<PassageView> passages,
        List<Said> chain,
        List<ClaimRow> agreeing,
        List<ClaimRow> differing,
        List<Link> disagreements) {
    /// No chain is followed further; data that go in circles end here.
    private static final int DEEPEST = 20;

    /// Somebody saying something.
    public record Said(Link statement, List<Link> speakers, Link manner, List<Link> addressees) {}

    public static ClaimPage of(
            GraphView graph, Node claim, String path, Optional<TextFolder> texts) {
        List<Node> others = others(graph, claim);
        Optional<Node> value = graph.object(claim, Terms.OBJECT);
        return new ClaimPage(
                path,
                ClaimRow.of(graph, claim),
                graph.links(claim, Terms.AS_WRITTEN),
                graph.links(claim, Chy.term("excuse")),
                graph.objects(claim, Terms.PASSAGE).stream()
                        .map(passage -> PassageView.of(graph, passage, texts))
                        .toList(),
                chain(graph, claim),
                rows(graph, others, other -> graph.object(other, Terms.OBJECT).equals(value)),
                rows(graph, others, other -> !graph.object(other, Terms.OBJECT).equals(value)),
                graph.links(graph.subjects(Terms.POSITION, claim)));
    }

    /// What it says, in a line.
    public String title() {
        return "%s: %s: %s"
                .formatted(claim.subject().text(), claim.property().text(), claim.value().text());
    }

    private static List<Node> others(GraphView graph, Node claim) {
        Optional<Node> property = graph.object(claim, Terms.PREDICATE);
        return graph.object(claim, Terms.SUBJECT).stream()
                .flatMap(subject -> graph.subjects(Terms.SUBJECT, subject).stream())
                .filter(other -> !other.equals(claim))
                .filter(other -> graph.object(other, Terms.PREDICATE).equals(property))
                .toList();
    }

    private static List<ClaimRow> rows(
            GraphView graph, List<Node> claims, java.util.function.Predicate<Node> wanted) {
        return claims.stream().filter(wanted).map(claim -> ClaimRow.of(graph, claim)).toList();
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
