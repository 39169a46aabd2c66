package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;

/// One reason for the verdict on a claim.
///
/// @param text  a sentence, or its beginning
/// @param links what it ends with; may be empty
public record VerdictReason(String text, List<Link> links) {
    private static final Node TRUE =
            NodeFactory.createLiteralDT("true", NodeFactory.getType(XSD.xboolean.getURI()));

    /// @param others     of the same subject and property
    /// @param isDisputed whether it is part of a disagreement
    /// @return empty for a verdict that is none of ours
    static List<VerdictReason> of(
            GraphView graph, Node claim, List<Node> others, boolean isDisputed) {
        String verdict =
                graph.object(claim, Terms.VERDICT)
                        .filter(Node::isURI)
                        .map(node -> node.getURI().substring(node.getURI().indexOf('#') + 1))
                        .orElse("");
        return switch (verdict) {
            case "Accepted" ->
                    List.of(
                            plain(
                                    isDisputed
                                            ? "The source says it in its own voice, and no decision"
                                                    + " set it aside."
                                            : "The source says it in its own voice, and nothing"
                                                    + " speaks against it."));
            case "Refined" ->
                    List.of(
                            new VerdictReason(
                                    "It may be true as well: the graph holds the finest of the"
                                            + " values that go together,",
                                    graph.links(acceptedValues(graph, others))));
            case "Outweighed" ->
                    List.of(plain("A disagreement was decided against it, for the reason below."));
            case "Disputed" ->
                    List.of(
                            plain(
                                    "It is part of a disagreement that nobody has decided; until"
                                            + " then the graph holds no value."));
            case "NotAsserted" -> notAsserted(graph, claim);
            default -> List.of();
        };
    }

    private static List<VerdictReason> notAsserted(GraphView graph, Node claim) {
        List<VerdictReason> reasons = new ArrayList<>();
        if (graph.object(claim, Terms.SAID_IN).isPresent()) {
            reasons.add(
                    new VerdictReason(
                            "The source does not say it itself, it passes on what somebody said:",
                            graph.links(claim, Terms.SAID_IN)));
        }
        if (!graph.has(claim, Terms.STANCE, Chy.term("asserts"))) {
            reasons.add(
                    new VerdictReason(
                            "Whoever speaks does not assert it; the stance is",
                            graph.links(claim, Terms.STANCE)));
        }
        for (Node property : graph.objects(claim, Terms.PREDICATE)) {
            if (graph.has(property, Chy.term("evaluative"), TRUE)) {
                reasons.add(
                        new VerdictReason(
                                "It is an opinion, and opinions are never accepted as they stand:",
                                List.of(graph.link(property))));
            }
        }
        return reasons;
    }

    private static List<Node> acceptedValues(GraphView graph, List<Node> others) {
        return others.stream()
                .filter(other -> graph.has(other, Terms.VERDICT, Terms.ACCEPTED))
                .flatMap(other -> graph.objects(other, Terms.OBJECT).stream())
                .distinct()
                .toList();
    }

    private static VerdictReason plain(String text) {
        return new VerdictReason(text, List.of());
    }
}
