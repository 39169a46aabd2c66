package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Takes parts out of the default graph that can be read by themselves: all that is said of some
/// things, with the labels of what they name.
///
/// @param of the triples with a node as subject; none if there are none
/// @param to the triples with a node as object
public record Excerpt(Base base, Function<Node, List<Triple>> of, Function<Node, List<Triple>> to) {
    private static final Set<Node> LABELS =
            Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), Chy.term("edtf"));

    /// What leads from a disagreement to all that is needed to understand it: its claims, where
    /// they stand and in whose words.
    private static final Set<Node> LEADS_ON =
            Set.of(
                    Chy.term("position"),
                    Chy.term("passage"),
                    Chy.term("saidIn"),
                    Chy.term("statedIn"));

    /// @return every triple of the subjects, and the labels of their objects; no order
    public Set<Triple> whole(Collection<Node> subjects) {
        Set<Triple> whole = new LinkedHashSet<>();
        for (Node subject : subjects) {
            for (Triple triple : of.apply(subject)) {
                whole.add(triple);
                of.apply(triple.getObject()).stream()
                        .filter(about -> LABELS.contains(about.getPredicate()))
                        .forEach(whole::add);
            }
        }
        return whole;
    }

    /// @return the disagreements with their claims, passages, statements, sources, and the rules
    ///     that decided them; no order
    public Set<Triple> disagreements(Collection<Node> disagreements) {
        Set<Node> subjects = new LinkedHashSet<>();
        Deque<Node> next = new ArrayDeque<>(disagreements);
        while (!next.isEmpty()) {
            Node node = next.removeFirst();
            if (subjects.add(node)) {
                for (Triple triple : of.apply(node)) {
                    if (LEADS_ON.contains(triple.getPredicate())) {
                        next.add(triple.getObject());
                    } else if (triple.getPredicate().equals(Chy.term("rule"))) {
                        next.addAll(rulesCalled(triple.getObject()));
                    }
                }
            }
        }
        return whole(subjects);
    }

    private List<Node> rulesCalled(Node name) {
        return to.apply(name).stream()
                .filter(triple -> triple.getPredicate().equals(SKOS.notation.asNode()))
                .map(Triple::getSubject)
                .filter(concept -> of.apply(concept).contains(inRuleScheme(concept)))
                .toList();
    }

    private Triple inRuleScheme(Node concept) {
        return Triple.create(concept, SKOS.inScheme.asNode(), base.id("scheme", "rule"));
    }
}
