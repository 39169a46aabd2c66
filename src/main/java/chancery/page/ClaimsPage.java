package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// All that is claimed of a triple, or of a part of one: who says so, where, in what words, what
/// became of it, and where it disagrees with what.
///
/// @param property none where any is meant
/// @param value    what was asked for as a value; `""` where any is meant
/// @param claims   those of one page, accepted ones first
/// @param total    how many there are on all pages
/// @param pages    at least 1
/// @param bases    where else such a triple of the graph is from: `register`, `computed`
public record ClaimsPage(
        Link subject,
        Optional<Link> property,
        String value,
        Asked asked,
        List<Position> claims,
        int total,
        int pages,
        List<DisagreementPage> disagreements,
        Set<String> bases) {
    /// More values than these are not asked where they are from.
    private static final int VALUES = 500;

    /// What is asked for.
    ///
    /// @param subject  an IRI, or the path of one of ours, such as `id/state/azerbaijan`
    /// @param property an IRI, or a name of our ontology, such as `signed`; `""` for any
    /// @param value    an IRI, a path, or the label or text of a value; `""` for any
    /// @param page     the first is 1
    /// @param size     claims of one page
    public record Asked(String subject, String property, String value, int page, int size) {
        /// The query string that asks for another page of the same, with its question mark.
        public String query(int otherPage) {
            return "?subject="
                    + encode(subject)
                    + (property.isEmpty() ? "" : "&property=" + encode(property))
                    + (value.isEmpty() ? "" : "&value=" + encode(value))
                    + (otherPage == 1 ? "" : "&page=" + otherPage);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /// @param texts for the sentences; without them there are none
    /// @return empty if the graph does not know the subject, or there is no such page
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
        List<Node> all = claims(graph, subject, property, asked.value());
        int pages = Math.max(1, (all.size() + asked.size() - 1) / asked.size());
        if (asked.page() > pages) {
            return Optional.empty();
        }
        List<Node> claims =
                all.stream().skip((asked.page() - 1L) * asked.size()).limit(asked.size()).toList();
        List<Position> positions =
                claims.stream()
                        .map(
                                claim ->
                                        DisagreementPage.position(
                                                graph, claim, texts, isAccepted(graph, claim)))
                        .toList();
        return Optional.of(
                new ClaimsPage(
                        graph.link(subject),
                        property.map(graph::link),
                        asked.value().isEmpty() ? "" : valueText(graph, asked.value()),
                        asked,
                        positions,
                        all.size(),
                        pages,
                        disagreements(graph, claims, texts),
                        bases(graph, subject, property, asked.value())));
    }

    /// Of another page of the same.
    public String address(int otherPage) {
        return "/claims" + asked.query(otherPage);
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

    /// Accepted ones first, then in the order of their IRIs, which always is the same.
    private static List<Node> claims(
            GraphView graph, Node subject, Optional<Node> property, String value) {
        Stream<Node> all =
                property.map(p -> graph.claims(subject, p))
                        .orElseGet(() -> graph.claimsAbout(subject));
        return all.filter(claim -> value.isEmpty() || isMeant(graph, claim, value))
                .distinct()
                .map(claim -> Map.entry(claim, isAccepted(graph, claim)))
                .sorted(
                        Comparator.comparing((Map.Entry<Node, Boolean> it) -> !it.getValue())
                                .thenComparing(it -> it.getKey().toString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAccepted(GraphView graph, Node claim) {
        return graph.has(claim, Terms.VERDICT, Terms.ACCEPTED);
    }

    private static boolean isMeant(GraphView graph, Node claim, String value) {
        return graph.objects(claim, Terms.OBJECT).stream()
                .anyMatch(object -> isValue(graph, object, value));
    }

    /// A time is meant by its words or by what they are made from.
    private static boolean isValue(GraphView graph, Node object, String value) {
        return value.isEmpty()
                || object.equals(graph.named(value))
                || graph.link(object).text().equals(value)
                || graph.has(object, Chy.term("edtf"), graph.string(value));
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
                    .limit(VALUES)
                    .filter(object -> isValue(graph, object, value))
                    .map(object -> graph.basis(subject, each, object))
                    .filter(basis -> !basis.isEmpty())
                    .forEach(bases::add);
        }
        return bases;
    }
}
