package chancery;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// A disagreement of a release. Things are `kind/id`, places are `source:start-end`.
///
/// @param kind local name, such as `Denial`
/// @param things what it is about, and the subjects and values of its positions
/// @param property local name; `""` if it is on none
/// @param positions its claims
/// @param preferred the claim that was preferred; empty or one
record FoundDisagreement(
        String kind,
        Set<String> things,
        String property,
        boolean isDecided,
        List<Position> positions,
        List<Position> preferred) {

    /// A claim that takes part.
    ///
    /// @param values the thing, and the label of a time or a figure
    record Position(String claim, Set<String> places, Set<String> values) {}

    static List<FoundDisagreement> all(Graph graph) {
        return graph.find(Node.ANY, RDF.Nodes.type, Chy.DISAGREEMENT)
                .mapWith(triple -> read(graph, triple.getSubject()))
                .toList();
    }

    private static FoundDisagreement read(Graph graph, Node it) {
        Set<String> things = names(objects(graph, it, Chy.term("about")));
        Set<Node> claims = objects(graph, it, Chy.term("position"));
        for (Node claim : claims) {
            things.addAll(names(objects(graph, claim, RDF.Nodes.subject)));
            things.addAll(names(objects(graph, claim, RDF.Nodes.object)));
        }
        return new FoundDisagreement(
                local(objects(graph, it, Chy.term("kind"))),
                things,
                local(objects(graph, it, Chy.term("onProperty"))),
                objects(graph, it, Chy.term("rule")).stream()
                        .noneMatch(rule -> rule.getLiteralLexicalForm().equals("undecided")),
                claims.stream().map(claim -> position(graph, claim)).toList(),
                objects(graph, it, Chy.term("preferred")).stream()
                        .map(claim -> position(graph, claim))
                        .toList());
    }

    private static Position position(Graph graph, Node claim) {
        Set<String> values = names(objects(graph, claim, RDF.Nodes.object));
        for (Node value : objects(graph, claim, RDF.Nodes.object)) {
            if (value.isURI()) {
                objects(graph, value, RDFS.label.asNode())
                        .forEach(label -> values.add(label.getLiteralLexicalForm()));
            }
        }
        Set<String> places =
                names(objects(graph, claim, Chy.term("passage"))).stream()
                        .map(name -> name.replaceFirst("passage/(.*)-(\\d+-\\d+)$", "$1:$2"))
                        .collect(Collectors.toSet());
        return new Position(name(claim), places, values);
    }

    private static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toSet();
    }

    private static Set<String> names(Set<Node> nodes) {
        return nodes.stream()
                .map(FoundDisagreement::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String name(Node node) {
        return node.isURI()
                ? Base.DEFAULT.relative(node.getURI()).replaceFirst("^id/", "")
                : node.getLiteralLexicalForm();
    }

    private static String local(Set<Node> nodes) {
        return nodes.stream()
                .map(node -> node.getURI().replace(Chy.NS, ""))
                .collect(Collectors.joining(" "));
    }

    /// How many of its claims rest on a place.
    long claimsAt(String place) {
        return positions.stream().filter(position -> position.places().contains(place)).count();
    }

    boolean haveDifferentClaims(String place, String other) {
        return positions.stream()
                .filter(one -> one.places().contains(place))
                .anyMatch(
                        one ->
                                positions.stream()
                                        .filter(two -> two.places().contains(other))
                                        .anyMatch(two -> !two.equals(one)));
    }

    boolean prefers(String place, String value) {
        return preferred.stream()
                .anyMatch(one -> one.places().contains(place) && one.values().contains(value));
    }
}
