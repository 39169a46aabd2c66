package chancery.page.dispute;

import chancery.page.DisagreementPage;
import chancery.page.DisagreementPage.Position;
import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// What the checks of all claims ask, in words for readers.
final class Checks {
    private static final Node CONSTRAINT = Chy.term("Constraint");

    private Checks() {}

    /// @return empty for what no check of ours noticed
    static Optional<String> question(DisagreementPage dispute) {
        return Optional.ofNullable(
                switch (dispute.constraint()) {
                    case "acts-before-it-begins" ->
                            "Did %s act before it began?"
                                    .formatted(subjectOf(dispute, "#begin", "a state"));
                    case "back-after-the-successor" ->
                            "Was somebody back in office after the successor?";
                    case "ends-before-it-begins" ->
                            "Did %s end before it began?"
                                    .formatted(subjectOf(dispute, "#end", "it"));
                    case "longer-than-the-whole" -> "Can the part be longer than the whole?";
                    case "share-does-not-fit" -> "Does the share fit the lengths?";
                    case "two-holders-of-one-seat" -> "Who held the office then?";
                    case "units-do-not-convert" -> "Which of the two units is right?";
                    default -> null;
                });
    }

    private static String subjectOf(DisagreementPage dispute, String property, String otherwise) {
        return dispute.positions().stream()
                .map(Position::claim)
                .filter(claim -> claim.property().href().endsWith(property))
                .map(claim -> claim.subject().text())
                .findFirst()
                .orElse(otherwise);
    }

    /// What a check looks for, as the release says it; `""` if it does not.
    static String noticed(GraphView graph, String constraint) {
        return constraint.isEmpty()
                ? ""
                : graph.subjects(Terms.NOTATION, graph.string(constraint)).stream()
                        .filter(it -> graph.isA(it, CONSTRAINT))
                        .map(it -> graph.text(it, Terms.LABEL))
                        .findFirst()
                        .orElse("");
    }
}
