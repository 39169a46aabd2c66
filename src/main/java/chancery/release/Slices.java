package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Cuts the default graph into parts that are whole by themselves: what one source says, and what
/// there is about one state. Each also holds the labels of the things it names.
final class Slices {
    private static final Set<Node> LABELS =
            Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), Chy.term("edtf"));

    /// How passages, statements and claims name their source; another edition does it otherwise.
    private static final Set<Node> IN_A_SOURCE = Set.of(Chy.term("source"), Chy.term("statedIn"));

    private final Base base;
    private final Comparator<Triple> order;
    private final Map<Node, List<Triple>> bySubject = new HashMap<>();
    private final Map<Node, List<Triple>> byObject = new HashMap<>();

    Slices(Base base, List<Triple> defaultGraph, CanonicalQuads canonical) {
        this.base = base;
        this.order = canonical.tripleOrder();
        for (Triple triple : defaultGraph) {
            bySubject.computeIfAbsent(triple.getSubject(), k -> new ArrayList<>()).add(triple);
            byObject.computeIfAbsent(triple.getObject(), k -> new ArrayList<>()).add(triple);
        }
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
            slices.put(slug(source), whole(subjects));
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
            slices.put(slug(state), whole(subjects));
        }
        return slices;
    }

    private List<Triple> whole(Collection<Node> subjects) {
        Set<Triple> slice = new LinkedHashSet<>();
        for (Node subject : subjects) {
            for (Triple triple : bySubject.getOrDefault(subject, List.of())) {
                slice.add(triple);
                bySubject.getOrDefault(triple.getObject(), List.of()).stream()
                        .filter(about -> LABELS.contains(about.getPredicate()))
                        .forEach(slice::add);
            }
        }
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
