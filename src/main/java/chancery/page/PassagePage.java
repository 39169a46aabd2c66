package chancery.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The page of a passage: its sentence, and what it was read to say.
///
/// @param source     in which it stands
/// @param statements what somebody says in it
/// @param claims     by what they are about
public record PassagePage(
        String path,
        Link heading,
        Link source,
        PassageView passage,
        List<Fact> facts,
        List<Link> statements,
        List<ClaimRow> claims) {
    private static final List<String> FIRST = List.of("source", "part", "charStart", "charEnd");

    public static PassagePage of(
            GraphView graph, Node passage, String path, Optional<TextFolder> texts) {
        List<Node> resting = graph.subjects(Terms.PASSAGE, passage);
        return new PassagePage(
                path,
                graph.link(passage),
                graph.object(passage, Terms.SOURCE).map(graph::link).orElse(Link.to("", "")),
                PassageView.of(graph, passage, texts),
                Fact.allOf(graph, passage).stream()
                        .sorted(Comparator.comparingInt(fact -> rank(fact.property().href())))
                        .toList(),
                graph.links(resting.stream().filter(it -> !isClaim(graph, it)).toList()),
                resting.stream()
                        .filter(it -> isClaim(graph, it))
                        .map(claim -> ClaimRow.of(graph, claim))
                        .sorted(
                                Comparator.comparing((ClaimRow row) -> row.subject().text())
                                        .thenComparing(row -> row.property().text())
                                        .thenComparing(ClaimRow::href))
                        .toList());
    }

    /// Where it is, from the large to the small, then the rest.
    private static int rank(String property) {
        int rank = FIRST.indexOf(property.substring(property.indexOf('#') + 1));
        return rank < 0 ? FIRST.size() : rank;
    }

    private static boolean isClaim(GraphView graph, Node node) {
        return graph.isA(node, chancery.vocab.Chy.CLAIM);
    }
}
