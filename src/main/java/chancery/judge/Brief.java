package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.evidence.ValueNodes;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// What a judge has to know besides the claims.
///
/// @param base of the IRIs
/// @param marks what the ontology says of properties
/// @param values times and quantities by their node, so that precision can be compared
/// @param register triples of the registers: sources and their editions, concepts, labels, seats
/// @param rules in the order in which they are tried
/// @param curators rows of `seeds/disagreements.csv`
/// @param constraints queries of `queries/constraints/`
public record Brief(
        Base base,
        OntologyMarks marks,
        ValueNodes values,
        Collection<Triple> register,
        List<Rule> rules,
        List<CuratorsRow> curators,
        List<Constraint> constraints) {
    private static final Set<Node> WITHIN =
            Set.of(Chy.term("locatedIn"), Chy.term("partOf"), SKOS.broader.asNode());

    public Brief {
        rules = List.copyOf(rules);
        curators = List.copyOf(curators);
        constraints = List.copyOf(constraints);
    }

    /// @return a comparison of values that knows the registers' places and kinds
    Values newValues() {
        Values known = new Values(values);
        for (Triple triple : register) {
            if (WITHIN.contains(triple.getPredicate())) {
                known.isWithin(triple.getSubject(), triple.getObject());
            }
        }
        return known;
    }

    void remember(ClaimKey key, Values known) {
        Triple triple = key.triple();
        if (key.stance() == Stance.ASSERTS && WITHIN.contains(triple.getPredicate())) {
            known.isWithin(triple.getSubject(), triple.getObject());
        }
    }

    /// @return thing → its name in English, else in some language, as far as the registers have it
    Map<Node, String> names(Set<Node> wanted) {
        Map<Node, String> names = new HashMap<>();
        for (Triple triple : register) {
            boolean isName =
                    triple.getPredicate().equals(RDFS.label.asNode())
                            || triple.getPredicate().equals(SKOS.prefLabel.asNode());
            if (isName && wanted.contains(triple.getSubject())) {
                boolean english = triple.getObject().getLiteralLanguage().equals("en");
                String name = triple.getObject().getLiteralLexicalForm();
                if (english || !names.containsKey(triple.getSubject())) {
                    names.put(triple.getSubject(), name);
                }
            }
        }
        return names;
    }
}
