package chancery.page.claims;

import chancery.page.DisagreementPage;
import chancery.page.DisagreementPage.Position;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.TextFolder;
import chancery.page.entity.PropertyOrder;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// All that is claimed of a triple, or of a part of one: what each source says, in what words, and
/// where they agree and disagree.
///
/// @param property none where any is meant
/// @param value    what was asked for as a value; `""` where any is meant
/// @param claims   those of one page, in the order of their sources and of the text
/// @param readings the same claims by source and passage
/// @param comparison of all sources, whatever the page
/// @param total    how many claims there are on all pages
/// @param pages    at least 1
/// @param disagreements in which any of the claims takes part, at most 40
/// @param bases    where else such a triple of the graph is from: `register`, `computed`
public record ClaimsPage(
        Link subject,
        Optional<Link> property,
        String value,
        Asked asked,
        List<Position> claims,
        List<SourceReading> readings,
        Comparison comparison,
        int total,
        int pages,
        List<DisagreementPage> disagreements,
        Set<String> bases) {
    /// More values than these are not asked where they are from.
    private static final int VALUES = 500;

    private static final int DISAGREEMENTS = 40;

    public ClaimsPage {
        claims = List.copyOf(claims);
        readings = List.copyOf(readings);
        disagreements = List.copyOf(disagreements);
    }

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
        List<ReadClaim> all = claims(graph, subject, property, asked.value());
        int pages = Math.max(1, (all.size() + asked.size() - 1) / asked.size());
        if (asked.page() > pages) {
            return Optional.empty();
        }
        Map<ReadClaim.Fact, Set<Node>> saying = Comparison.saying(all);
        List<SourceReading.Line> lines =
                all.stream()
                        .skip((asked.page() - 1L) * asked.size())
                        .limit(asked.size())
                        .map(claim -> line(graph, claim, texts, saying))
                        .toList();
        return Optional.of(
                new ClaimsPage(
                        graph.link(subject),
                        property.map(graph::link),
                        asked.value().isEmpty() ? "" : valueText(graph, asked.value()),
                        asked,
                        lines.stream().map(SourceReading.Line::position).toList(),
                        SourceReading.of(lines),
                        Comparison.of(graph, all),
                        all.size(),
                        pages,
                        disagreements(graph, all),
                        bases(graph, subject, property, asked.value())));
    }

    private static SourceReading.Line line(
            GraphView graph,
            ReadClaim claim,
            Optional<TextFolder> texts,
            Map<ReadClaim.Fact, Set<Node>> saying) {
        Set<Node> others = new LinkedHashSet<>(saying.getOrDefault(claim.fact(), Set.of()));
        others.removeAll(claim.sources());
        return new SourceReading.Line(
                DisagreementPage.position(
                        graph, claim.claim(), texts, isAccepted(graph, claim.claim())),
                graph.links(List.copyOf(others)));
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

    /// In the order of their sources; in one source as its text has them, and of one place in the
    /// order in which facts are told.
    private static List<ReadClaim> claims(
            GraphView graph, Node subject, Optional<Node> property, String value) {
        ReadClaim.Reader reader = new ReadClaim.Reader(graph);
        Stream<Node> all =
                property.map(p -> graph.claims(subject, p))
                        .orElseGet(() -> graph.claimsAbout(subject));
        List<ReadClaim> claims =
                all.filter(claim -> value.isEmpty() || isMeant(graph, claim, value))
                        .distinct()
                        .map(reader::read)
                        .toList();
        Map<Node, Integer> places = new HashMap<>();
        Comparison.inOrder(graph, claims).forEach(it -> places.put(it, places.size()));
        return claims.stream()
                .sorted(
                        Comparator.comparingInt((ReadClaim it) -> place(it, places))
                                .thenComparingInt(ReadClaim::start)
                                .thenComparing(ReadClaim::isPassedOn)
                                .thenComparingInt(it -> PropertyOrder.rank(it.property()))
                                .thenComparing(it -> it.property().toString())
                                .thenComparing(it -> it.value().toString())
                                .thenComparing(it -> it.claim().toString()))
                .toList();
    }

    private static int place(ReadClaim claim, Map<Node, Integer> places) {
        return claim.sources().stream()
                .mapToInt(source -> places.getOrDefault(source, places.size()))
                .min()
                .orElse(places.size());
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

    private static List<DisagreementPage> disagreements(GraphView graph, List<ReadClaim> claims) {
        Set<Node> found = new LinkedHashSet<>();
        claims.forEach(it -> graph.allSubjects(Terms.POSITION, it.claim()).forEach(found::add));
        return found.stream()
                .sorted(Comparator.comparing((Node it) -> it.toString()))
                .limit(DISAGREEMENTS)
                .map(
                        it ->
                                DisagreementPage.of(
                                        graph,
                                        it,
                                        graph.link(it).href().replaceFirst("^/", ""),
                                        Optional.empty()))
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
