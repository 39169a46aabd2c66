package chancery.page;

import chancery.vocab.Chy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// What a disagreement is called, in every list, heading and link: the things that it is about, and
/// what one asks of them. The label in the data is for programs; it names sources by their ids.
final class DisagreementName {
    /// What one asks of a property; of any other it is asked by its name.
    private static final Map<String, String> QUESTIONS =
            Map.ofEntries(
                    Map.entry("agent", "who did it?"),
                    Map.entry("eventType", "what was it?"),
                    Map.entry("quantity", "how much?"),
                    Map.entry("quality", "of what kind?"),
                    Map.entry("attested", "seen when?"),
                    Map.entry("time", "when?"),
                    Map.entry("begin", "since when?"),
                    Map.entry("end", "until when?"),
                    Map.entry("signed", "signed when?"),
                    Map.entry("entryIntoForce", "in force since when?"),
                    Map.entry("place", "where?"));

    private DisagreementName() {}

    /// @return such as `Lease of the radar: signed when?`; without what it is about its question
    static String of(GraphView graph, Node disagreement) {
        String things =
                graph.links(disagreement, Terms.ABOUT).stream()
                        .map(Link::text)
                        .collect(Collectors.joining(", "));
        String question = question(graph, disagreement);
        if (things.isEmpty()) {
            return question.isEmpty() ? "Disagreement" : capital(question);
        }
        return question.isEmpty() ? things : things + ": " + question;
    }

    private static String question(GraphView graph, Node disagreement) {
        return check(graph, disagreement)
                .or(
                        () ->
                                graph.links(disagreement, Terms.ON_PROPERTY).stream()
                                        .findFirst()
                                        .map(DisagreementName::question))
                .orElse("");
    }

    private static String question(Link property) {
        String name = property.href().replaceFirst("^.*[/#]", "");
        return QUESTIONS.getOrDefault(name, "which " + property.text() + "?");
    }

    /// What the check of all claims asks that noticed it; empty for what no check of ours did.
    private static Optional<String> check(GraphView graph, Node disagreement) {
        return switch (graph.text(disagreement, Chy.term("constraint"))) {
            case "acts-before-it-begins" ->
                    Optional.of(
                            "did %s act before it began?"
                                    .formatted(subjectOf(graph, disagreement, "begin")));
            case "back-after-the-successor" ->
                    Optional.of("was somebody back in office after the successor?");
            case "ends-before-it-begins" ->
                    Optional.of(
                            "did %s end before it began?"
                                    .formatted(subjectOf(graph, disagreement, "end")));
            case "longer-than-the-whole" -> Optional.of("can the part be longer than the whole?");
            case "share-does-not-fit" -> Optional.of("does the share fit the lengths?");
            case "two-holders-of-one-seat" -> Optional.of("who held the office then?");
            case "units-do-not-convert" -> Optional.of("which of the two units is right?");
            default -> Optional.empty();
        };
    }

    /// Of the first claim that has the property.
    private static String subjectOf(GraphView graph, Node disagreement, String property) {
        List<Node> claims = graph.values(disagreement, Terms.POSITION);
        return claims.stream()
                .filter(claim -> graph.has(claim, Terms.PREDICATE, Chy.term(property)))
                .map(claim -> graph.text(claim, Terms.SUBJECT))
                .filter(name -> !name.isEmpty())
                .sorted()
                .findFirst()
                .orElse("it");
    }

    private static String capital(String question) {
        return question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
    }
}
