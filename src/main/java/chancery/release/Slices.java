package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/// Cuts the default graph into parts that are whole by themselves: what one source says, what there
/// is about one state, what the sources disagree about. Each also holds the labels of the things it
/// names.
final class Slices {
    /// How passages, statements and claims name their source; another edition does it otherwise.
    private static final Set<Node> IN_A_SOURCE = Set.of(Chy.term("source"), Chy.term("statedIn"));

    private final Base base;
    private final Comparator<Triple> order;
    private final Map<Node, List<Triple>> bySubject = new HashMap<>();
    private final Map<Node, List<Triple>> byObject = new HashMap<>();
    private final Excerpt excerpt;

    Slices(Base base, List<Triple> defaultGraph, CanonicalQuads canonical) {
        this.base = base;
        this.order = canonical.tripleOrder();
        for (Triple triple : defaultGraph) {
            bySubject.computeIfAbsent(triple.getSubject(), k -> new ArrayList<>()).add(triple);
            byObject.computeIfAbsent(triple.getObject(), k -> new ArrayList<>()).add(triple);
        }
        this.excerpt =
                new Excerpt(
                        base,
                        node -> bySubject.getOrDefault(node, List.of()),
                        node -> byObject.getOrDefault(node, List.of()));
    }

    /// @return id of the source → its description, passages, statements, claims and cited works
    Map<String, List<Triple>> bySource() {
        Map<String, List<Triple>> slices = new TreeMap<>();
        for (Node source : instances("Source")) {
            Set<Node> subjects = new LinkedHashSet<>(Set.of(source));
            for (Triple link : byObject.getOrDefault(source, List.of())) {
                if (IN_A_SOURCE.contains(link.getPredicate())) {
                    subjects.add(link.getSubject());
                }
            }
            for (Node part : List.copyOf(subjects)) {
                bySubject.getOrDefault(part, List.of()).stream()
                        .filter(link -> link.getPredicate().equals(Chy.term("cites")))
                        .forEach(link -> subjects.add(link.getObject()));
            }
            slices.put(slug(source), inOrder(excerpt.whole(subjects)));
        }
        return slices;
    }

    /// @return id of the state → the state, every thing that names it, and the claims about these
    Map<String, List<Triple>> byState() {
        Node subject = RDF.Nodes.subject;
        Map<String, List<Triple>> slices = new TreeMap<>();
        for (Node state : instances("State")) {
            Set<Node> subjects = new LinkedHashSet<>(Set.of(state));
            for (Triple link : byObject.getOrDefault(state, List.of())) {
                subjects.add(link.getSubject());
            }
            for (Node thing : List.copyOf(subjects)) {
                byObject.getOrDefault(thing, List.of()).stream()
                        .filter(link -> link.getPredicate().equals(subject))
                        .forEach(link -> subjects.add(link.getSubject()));
            }
            slices.put(slug(state), inOrder(excerpt.whole(subjects)));
        }
        return slices;
    }

    /// @return all disagreements, each with its claims and what these rest on
    List<Triple> disagreements() {
        return inOrder(excerpt.disagreements(instances("Disagreement")));
    }

    private List<Triple> inOrder(Set<Triple> slice) {
        List<Triple> sorted = new ArrayList<>(slice);
        sorted.sort(order);
        return sorted;
    }

    private List<Node> instances(String localName) {
        return byObject.getOrDefault(Chy.term(localName), List.of()).stream()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                .map(Triple::getSubject)
                .toList();
    }

    private String slug(Node thing) {
        String relative = base.relative(thing.getURI());
        return relative.substring(relative.lastIndexOf('/') + 1);
    }
}
