package chancery.page;

import java.util.List;
import org.apache.jena.graph.Node;

/// A claim as one row of a table.
///
/// @param start first character of its first passage, -1 if it has none
/// @param href  the claim's own page
public record ClaimRow(
        Link subject,
        Link property,
        Link value,
        Link stance,
        List<Link> saidBy,
        Link source,
        Link verdict,
        List<Link> disputes,
        List<Link> gists,
        List<Link> asWritten,
        int start,
        String href) {
    public static ClaimRow of(GraphView graph, Node claim) {
        return new ClaimRow(
                first(graph, claim, Terms.SUBJECT),
                first(graph, claim, Terms.PREDICATE),
                first(graph, claim, Terms.OBJECT),
                first(graph, claim, Terms.STANCE),
                graph.links(claim, Terms.SAID_BY),
                first(graph, claim, Terms.STATED_IN),
                first(graph, claim, Terms.VERDICT),
                graph.links(graph.subjects(Terms.POSITION, claim)),
                graph.links(claim, Terms.GIST),
                graph.links(claim, Terms.AS_WRITTEN),
                startOf(graph, claim),
                graph.link(claim).href());
    }

    /// First character of a claim's first passage, -1 if it has none.
    public static int startOf(GraphView graph, Node claim) {
        return graph.objects(claim, Terms.PASSAGE).stream()
                .mapToInt(passage -> graph.number(passage, Terms.CHAR_START))
                .min()
                .orElse(-1);
    }

    public boolean isAccepted() {
        return verdict.href().endsWith("#Accepted");
    }

    private static Link first(GraphView graph, Node claim, Node property) {
        return graph.object(claim, property).map(graph::link).orElse(Link.to("", ""));
    }
}
