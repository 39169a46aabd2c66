package chancery.page.entity;

import chancery.page.GraphView;
import chancery.page.SourceOrder;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// All that touches a thing, read once.
///
/// Lives as long as the [GraphView].
public final class Surroundings {
    /// More than these are not put into the order of their labels, which all would have to be read.
    private static final int MOST_SORTED = 1_000;

    /// Things that concern it and are asked for disagreements about them.
    private static final int NEAR = 200;

    /// Names, types and links elsewhere have a place of their own.
    private static final Set<Node> ABOVE =
            Set.of(
                    Terms.TYPE,
                    Terms.LABEL,
                    Terms.PREF_LABEL,
                    Terms.ALT_LABEL,
                    Terms.HIDDEN_LABEL,
                    Terms.EXACT_MATCH);

    private final GraphView graph;
    private final Node thing;
    private final Evidence evidence;
    private final Map<Node, List<Node>> values = new LinkedHashMap<>();
    private final Map<Node, List<Node>> pointing = new LinkedHashMap<>();
    private final List<Node> claims = new ArrayList<>();
    private final List<Node> elsewhere = new ArrayList<>();
    private final List<Node> disagreements;

    public Surroundings(GraphView graph, Node thing) {
        this.graph = graph;
        this.thing = thing;
        this.evidence = new Evidence(graph);
        graph.triplesOf(thing)
                .forEach(
                        triple ->
                                values.computeIfAbsent(
                                                triple.getPredicate(), p -> new ArrayList<>())
                                        .add(triple.getObject()));
        graph.triplesTo(thing)
                .forEach(
                        triple -> {
                            Node property = triple.getPredicate();
                            Node from = triple.getSubject();
                            if (property.equals(Terms.SUBJECT)) {
                                claims.add(from);
                            } else if (property.equals(Terms.OBJECT)) {
                                elsewhere.add(from);
                            } else if (!property.equals(Terms.PREDICATE)
                                    && !property.equals(Terms.TYPE)) {
                                pointing.computeIfAbsent(property, p -> new ArrayList<>())
                                        .add(from);
                            }
                        });
        this.disagreements =
                pointing.getOrDefault(Terms.ABOUT, List.of()).stream()
                        .filter(node -> graph.isA(node, Chy.DISAGREEMENT))
                        .toList();
        if (!disagreements.isEmpty()) {
            Set<Node> apart = new HashSet<>(disagreements);
            List<Node> others =
                    pointing.getOrDefault(Terms.ABOUT, List.of()).stream()
                            .filter(node -> !apart.contains(node))
                            .toList();
            pointing.put(Terms.ABOUT, others);
        }
        pointing.values().removeIf(List::isEmpty);
    }

    public GraphView graph() {
        return graph;
    }

    public Node thing() {
        return thing;
    }

    public Evidence evidence() {
        return evidence;
    }

    /// Its kind as paths have it, such as `state`; `""` for what is none of ours.
    public String kind() {
        return kind(thing);
    }

    public String kind(Node node) {
        String href = node.isURI() ? graph.path(node.getURI()) : "";
        String[] parts = href.split("/", -1);
        return parts.length == 4 && parts[1].equals("id") ? parts[2] : "";
    }

    /// In no order.
    public List<Node> values(Node property) {
        return values.getOrDefault(property, List.of());
    }

    public List<Node> values(String property) {
        return values(Chy.term(property));
    }

    public Optional<Node> value(String property) {
        return ordered(values(property)).stream().findFirst();
    }

    /// Those that have this thing as the value of a property, in no order.
    public List<Node> pointing(String property) {
        return pointing.getOrDefault(Chy.term(property), List.of());
    }

    public Map<Node, List<Node>> pointing() {
        return pointing;
    }

    /// Properties that a table of facts has, the telling ones first.
    public List<Node> properties() {
        return values.keySet().stream()
                .filter(property -> !ABOVE.contains(property))
                .sorted(
                        Comparator.comparingInt(PropertyOrder::rank)
                                .thenComparing(property -> graph.link(property).text())
                                .thenComparing(node -> node.toString()))
                .toList();
    }

    /// Properties that lead here, in the order of their labels.
    public List<Node> pointingProperties() {
        return pointing.keySet().stream()
                .sorted(
                        Comparator.comparing((Node property) -> graph.link(property).text())
                                .thenComparing(node -> node.toString()))
                .toList();
    }

    /// Properties that lead here, the telling ones first.
    public List<Node> pointingByRank() {
        return pointing.keySet().stream()
                .sorted(
                        Comparator.comparingInt(PropertyOrder::rank)
                                .thenComparing(node -> node.toString()))
                .toList();
    }

    /// Claims about it, in no order.
    public List<Node> claims() {
        return claims;
    }

    /// Claims about other things that name it as a value, in no order.
    public List<Node> elsewhere() {
        return elsewhere;
    }

    public List<Node> disagreements() {
        return ordered(disagreements);
    }

    /// Whether it lasts, and nobody says when it began or ended, only when it was there.
    public boolean isOnlySeen() {
        return !values("attested").isEmpty()
                && values("begin").isEmpty()
                && values("end").isEmpty();
    }

    /// Sources that say something of it, as they were published.
    public List<Node> sources() {
        Set<Node> sources = new HashSet<>(values(Terms.STATED_IN));
        claims.forEach(claim -> sources.addAll(graph.values(claim, Terms.STATED_IN)));
        return SourceOrder.of(graph, sources);
    }

    /// Disagreements about what concerns it.
    public List<Node> disagreementsNear() {
        return ordered(
                pointing("concerns").stream()
                        .limit(NEAR)
                        .flatMap(near -> graph.subjects(Terms.ABOUT, near).stream())
                        .filter(node -> graph.isA(node, Chy.DISAGREEMENT))
                        .filter(node -> !disagreements.contains(node))
                        .distinct()
                        .toList());
    }

    /// The first of [#ordered].
    public List<Node> first(List<Node> nodes, int count) {
        return nodes.size() <= MOST_SORTED
                ? ordered(nodes).stream().limit(count).toList()
                : Least.of(nodes, count, node -> true);
    }

    /// By label; by IRI if there are too many.
    public List<Node> ordered(List<Node> nodes) {
        return nodes.size() <= MOST_SORTED
                ? graph.sorted(nodes)
                : nodes.stream()
                        .distinct()
                        .sorted(Comparator.comparing((Node node) -> node.toString()))
                        .toList();
    }
}
