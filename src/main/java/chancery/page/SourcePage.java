package chancery.page;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/// The page of a source: what is known of it, and its claims in the order of its text.
public record SourcePage(
        String path, Link heading, List<ThingPage.Fact> facts, List<ClaimRow> claims) {
    public static SourcePage of(GraphView graph, Node source, String path) {
        return new SourcePage(
                path,
                graph.link(source),
                ThingPage.facts(graph, source, List.of()),
                graph.subjects(Terms.STATED_IN, source).stream()
                        .filter(node -> graph.isA(node, chancery.vocab.Chy.CLAIM))
                        .map(claim -> ClaimRow.of(graph, claim))
                        .sorted(
                                Comparator.comparingInt(ClaimRow::start)
                                        .thenComparing(ClaimRow::href))
                        .toList());
    }
}
