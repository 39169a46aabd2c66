package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// All that is claimed of a triple, or of a part of one: who says so, where, in what words, what
/// became of it, and where it disagrees with what.
///
/// @param property none where any is meant
/// @param value    what was asked for as a value; `""` where any is meant
/// @param claims   accepted ones first; at most 200
/// @param total    how many there are
/// @param bases    where else such a triple of the graph is from: `register`, `computed`
public record ClaimsPage(
        Link subject,
        Optional<Link> property,
        String value,
        List<Position> claims,
        int total,
        List<DisagreementPage> disagreements,
        Set<String> bases) {
    private static final int SHOWN = 200;

    /// What is asked for.
    ///
    /// @param subject  an IRI, or the path of one of ours, such as `id/state/azerbaijan`
    /// @param property an IRI, or a name of our ontology, such as `signed`; `""` for any
    /// @param value    an IRI, a path, or the label or text of a value; `""` for any
    public record Asked(String subject, String property, String value) {}

    /// @param texts for the sentences; without them there are none
    /// @return empty if the graph does not know the subject
    public static Optional<ClaimsPage> of(
            GraphView graph, Asked asked, Optional<TextFolder> texts) {
        Node subject = graph.named(asked.subject());
        if (!graph.knows(subject)) {
            return Optional.empty();
        }
        Optional<Node> property =
                asked.property().isEmpty()
                        ? Optional.empty()
                        : Optional.of(property(graph, asked.property()));
        List<Node> claims = claims(graph, subject, property, asked.value());
        List<Position> positions = new ArrayList<>();
        for (Node claim : claims) {
            boolean isAccepted = graph.has(claim, Terms.VERDICT, Terms.ACCEPTED);
            positions.add(
                    DisagreementPage.position(
                            graph,
                            claim,
                            positions.size() < SHOWN ? texts : Optional.empty(),
                            isAccepted));
        }
        positions.sort(Comparator.comparing(Position::isPreferred).reversed());
        return Optional.of(
                new ClaimsPage(
                        graph.link(subject),
                        property.map(graph::link),
                        asked.value().isEmpty() ? "" : valueText(graph, asked.value()),
                        positions.subList(0, Math.min(SHOWN, positions.size())),
                        positions.size(),
                        disagreements(graph, claims, texts),
                        bases(graph, subject, property, asked.value())));
    }

    /// What was asked for, in a line.
    public String title() {
        return subject.text()
                + property.map(it -> ": " + it.text()).orElse("")
                + (value.isEmpty() ? "" : ": " + value);
    }

    /// The nodes that say all that the page says.
    ///
    /// @return claims and the disagreements between them
    public List<Node> nodes(GraphView graph) {
        List<Node> nodes = new ArrayList<>();
        claims.forEach(it -> nodes.add(graph.node(it.claim().href().substring(1))));
        disagreements.forEach(it -> nodes.add(graph.node(it.path())));
        return nodes;
    }

    private static Node property(GraphView graph, String text) {
        return text.contains("://") ? graph.named(text) : Chy.term(text.replaceFirst("^chy:", ""));
    }

    private static String valueText(GraphView graph, String value) {
        return graph.knows(graph.named(value)) ? graph.link(graph.named(value)).text() : value;
    }

    private static List<Node> claims(
            GraphView graph, Node subject, Optional<Node> property, String value) {
        return graph.subjects(Terms.SUBJECT, subject).stream()
                .filter(claim -> property.map(p -> isOf(graph, claim, p)).orElse(true))
                .filter(
                        claim ->
                                graph.objects(claim, Terms.OBJECT).stream()
                                        .anyMatch(object -> isMeant(graph, object, value)))
                .toList();
    }

    private static boolean isOf(GraphView graph, Node claim, Node property) {
        return graph.has(claim, Terms.PREDICATE, property);
    }

    private static boolean isMeant(GraphView graph, Node object, String value) {
        return value.isEmpty()
                || object.equals(graph.named(value))
                || graph.link(object).text().equals(value);
    }

    private static List<DisagreementPage> disagreements(
            GraphView graph, List<Node> claims, Optional<TextFolder> texts) {
        Set<Node> found = new LinkedHashSet<>();
        claims.forEach(claim -> found.addAll(graph.subjects(Terms.POSITION, claim)));
        return found.stream()
                .map(
                        it ->
                                DisagreementPage.of(
                                        graph,
                                        it,
                                        graph.link(it).href().replaceFirst("^/", ""),
                                        texts))
                .toList();
    }

    private static Set<String> bases(
            GraphView graph, Node subject, Optional<Node> property, String value) {
        Set<String> bases = new LinkedHashSet<>();
        for (Node each : property.map(List::of).orElseGet(() -> graph.propertiesOf(subject))) {
            graph.objects(subject, each).stream()
                    .filter(object -> isMeant(graph, object, value))
                    .map(object -> graph.basis(subject, each, object))
                    .filter(basis -> !basis.isEmpty())
                    .forEach(bases::add);
        }
        return bases;
    }
}
