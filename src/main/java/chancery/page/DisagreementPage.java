package chancery.page;

import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/// The page of a disagreement: its positions side by side.
///
/// @param rule      `""` if no rule decided
/// @param rationale one text, or none
public record DisagreementPage(
        String path,
        List<Link> kinds,
        List<Link> about,
        List<Link> properties,
        List<Position> positions,
        String rule,
        List<Link> rationale) {
    /// @param isPreferred whether the graph holds this one for right
    public record Position(ClaimRow claim, boolean isPreferred) {}

    public static DisagreementPage of(GraphView graph, Node disagreement, String path) {
        return new DisagreementPage(
                path,
                graph.links(disagreement, Chy.term("kind")),
                graph.links(disagreement, Terms.ABOUT),
                graph.links(disagreement, Terms.ON_PROPERTY),
                graph.objects(disagreement, Terms.POSITION).stream()
                        .map(claim -> position(graph, disagreement, claim))
                        .sorted(
                                Comparator.comparing(Position::isPreferred)
                                        .reversed()
                                        .thenComparing(p -> p.claim().value().text()))
                        .toList(),
                graph.text(disagreement, Chy.term("rule")),
                graph.links(disagreement, Chy.term("rationale")));
    }

    /// All disagreements, in the order of what they are about.
    public static List<DisagreementPage> all(GraphView graph) {
        return graph.subjects(Terms.TYPE, Chy.DISAGREEMENT).stream()
                .map(node -> of(graph, node, graph.link(node).href().replaceFirst("^/", "")))
                .sorted(Comparator.comparing(DisagreementPage::heading))
                .toList();
    }

    /// What it is about, in words.
    public String heading() {
        String things = String.join(", ", about.stream().map(Link::text).toList());
        return properties.isEmpty() ? things : things + ": " + properties.get(0).text();
    }

    private static Position position(GraphView graph, Node disagreement, Node claim) {
        return new Position(
                ClaimRow.of(graph, claim), graph.has(disagreement, Chy.term("preferred"), claim));
    }
}
