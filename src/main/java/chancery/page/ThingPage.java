package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/// The page of a thing, or of a document that has no page of its own kind.
///
/// @param path   of the thing, without the leading slash and the extension
/// @param types  most specific classes
/// @param names  its label in each language
/// @param said   claims about it that are not accepted
/// @param saidElsewhere claims about other things that name it and are not accepted, at most 50
/// @param disagreements what the sources disagree about in it
public record ThingPage(
        String path,
        Link heading,
        List<Link> types,
        List<Link> names,
        List<Link> spellings,
        List<Link> sameElsewhere,
        List<Fact> facts,
        List<ClaimRow> said,
        List<ClaimRow> saidElsewhere,
        List<Link> disagreements,
        List<Incoming> incoming) {
    /// Things listed for one property that leads here; the rest is only counted.
    private static final int LISTED = 50;

    private static final Set<Node> SHOWN_ABOVE =
            Set.of(
                    Terms.TYPE,
                    Terms.LABEL,
                    Terms.PREF_LABEL,
                    Terms.ALT_LABEL,
                    Terms.HIDDEN_LABEL,
                    Terms.EXACT_MATCH);

    private static final Set<Node> PARTS_OF_CLAIMS =
            Set.of(Terms.SUBJECT, Terms.PREDICATE, Terms.OBJECT);

    /// One property with all its values.
    public record Fact(Link property, List<Value> values) {}

    /// A value, or a thing that leads here, with what stands behind the triple.
    public record Value(Link link, Backing backing) {}

    /// @param things at most 50 of them
    /// @param total  how many there are
    public record Incoming(Link property, List<Value> things, int total) {}

    public static ThingPage of(GraphView graph, Node thing, String path) {
        List<Node> claims = graph.subjects(Terms.SUBJECT, thing);
        return new ThingPage(
                path,
                graph.link(thing),
                types(graph, thing),
                names(graph, thing),
                graph.links(thing, Terms.ALT_LABEL),
                graph.links(thing, Terms.EXACT_MATCH),
                factsOf(graph, thing, claims),
                claims.stream()
                        .filter(claim -> !graph.has(claim, Terms.VERDICT, Terms.ACCEPTED))
                        .map(claim -> ClaimRow.of(graph, claim))
                        .toList(),
                saidElsewhere(graph, thing),
                graph.links(disagreements(graph, thing)),
                incoming(graph, thing));
    }

    private static List<Link> names(GraphView graph, Node thing) {
        List<Link> names = new ArrayList<>(graph.links(thing, Terms.LABEL));
        names.addAll(graph.links(thing, Terms.PREF_LABEL));
        return names.stream().distinct().toList();
    }

    /// Superclasses are written out in a release; only those without a subclass here are shown.
    static List<Link> types(GraphView graph, Node thing) {
        List<Node> types = graph.objects(thing, Terms.TYPE);
        return types.stream()
                .filter(type -> !type.getURI().startsWith(RDF.uri))
                .filter(
                        type ->
                                types.stream()
                                        .filter(other -> !other.equals(type))
                                        .noneMatch(
                                                other -> graph.has(other, Terms.SUBCLASS_OF, type)))
                .map(graph::link)
                .toList();
    }

    public static List<Fact> factsOf(GraphView graph, Node thing, List<Node> claims) {
        return graph.propertiesOf(thing).stream()
                .filter(property -> !SHOWN_ABOVE.contains(property))
                .map(property -> fact(graph, thing, property, claims))
                .toList();
    }

    private static Fact fact(GraphView graph, Node thing, Node property, List<Node> claims) {
        return new Fact(
                graph.link(property),
                graph.objects(thing, property).stream()
                        .map(value -> value(graph, value, thing, property, value, claims))
                        .toList());
    }

    private static Value value(
            GraphView graph,
            Node shown,
            Node subject,
            Node property,
            Node object,
            List<Node> claims) {
        return new Value(graph.link(shown), Backing.of(graph, subject, property, object, claims));
    }

    /// Whether any of its values rests on a claim: then those that do not are marked.
    public boolean hasClaims() {
        return facts.stream()
                .flatMap(fact -> fact.values().stream())
                .anyMatch(value -> !value.backing().claims().isEmpty());
    }

    private static List<ClaimRow> saidElsewhere(GraphView graph, Node thing) {
        return graph.subjects(Terms.OBJECT, thing).stream()
                .filter(claim -> !graph.has(claim, Terms.VERDICT, Terms.ACCEPTED))
                .limit(LISTED)
                .map(claim -> ClaimRow.of(graph, claim))
                .toList();
    }

    private static List<Node> disagreements(GraphView graph, Node thing) {
        return graph.subjects(Terms.ABOUT, thing).stream()
                .filter(node -> graph.isA(node, Chy.DISAGREEMENT))
                .toList();
    }

    private static List<Incoming> incoming(GraphView graph, Node thing) {
        List<Node> shownApart = disagreements(graph, thing);
        return graph.propertiesTo(thing).stream()
                .filter(property -> !PARTS_OF_CLAIMS.contains(property))
                .filter(property -> !property.equals(Terms.TYPE))
                .map(
                        property -> {
                            List<Node> all =
                                    graph.subjects(property, thing).stream()
                                            .filter(node -> !shownApart.contains(node))
                                            .toList();
                            return new Incoming(
                                    graph.link(property),
                                    all.stream()
                                            .limit(LISTED)
                                            .map(it -> from(graph, it, property, thing))
                                            .toList(),
                                    all.size());
                        })
                .filter(group -> group.total() > 0)
                .toList();
    }

    private static Value from(GraphView graph, Node other, Node property, Node thing) {
        return value(graph, other, other, property, thing, graph.subjects(Terms.SUBJECT, other));
    }
}
