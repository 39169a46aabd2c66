package chancery.judge;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/// What a release says of how it was judged (`graph/disagreements`): its rules in their order, its
/// constraints, and what a curator decided. With it the same claims can be judged anew.
public final class ReleasedRules {
    static final Node SELECT = NodeFactory.createURI("http://www.w3.org/ns/shacl#select");
    static final Node CONSTRAINT = Chy.term("Constraint");

    private static final Node NOTATION = SKOS.notation.asNode();
    private static final Node RANK = Chy.term("rank");

    private final Base base;
    private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();

    /// @param judged triples of `graph/disagreements`
    public ReleasedRules(Base base, Collection<Triple> judged) {
        this.base = base;
        for (Triple triple : judged) {
            bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
        }
    }

    /// @return rules in the order in which they are tried
    public List<Rule> rules() {
        Map<Rule, Integer> ranks = new HashMap<>();
        for (List<Triple> triples : bySubject.values()) {
            Optional<Rule> rule = one(triples, NOTATION).flatMap(name -> Rule.of(text(name)));
            Optional<Node> rank = one(triples, RANK);
            if (rule.isPresent() && rank.isPresent()) {
                ranks.put(rule.get(), Integer.valueOf(text(rank.get())));
            }
        }
        return ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// @return constraints by name
    public List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        bySubject.forEach(
                (node, triples) -> {
                    Optional<Node> select = one(triples, SELECT);
                    Optional<Node> name = one(triples, NOTATION);
                    if (select.isPresent() && name.isPresent()) {
                        constraints.add(Constraint.of(text(name.get()), text(select.get())));
                    }
                });
        constraints.sort(Comparator.comparing(Constraint::name));
        return constraints;
    }

    /// @return the rows of a curator, as far as what they decided is still in the release
    public List<CuratorsRow> curators() {
        List<CuratorsRow> rows = new ArrayList<>();
        bySubject.forEach(
                (node, triples) -> {
                    Optional<Clash.Kind> kind = kind(triples);
                    boolean noted = one(triples, SKOS.editorialNote.asNode()).isPresent();
                    boolean seen = kind.equals(Optional.of(Clash.Kind.CURATORS_FINDING));
                    if (kind.isPresent() && (noted || seen)) {
                        rows.add(row(node, kind.get(), triples));
                    }
                });
        rows.sort(Comparator.comparing(CuratorsRow::id));
        return rows;
    }

    private CuratorsRow row(Node node, Clash.Kind kind, List<Triple> triples) {
        String fallback = node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
        return new CuratorsRow(
                one(triples, Chy.term("constraint")).map(ReleasedRules::text).orElse(fallback),
                kind,
                all(triples, Chy.term("about")),
                one(triples, Chy.term("onProperty")),
                claims(triples, "position"),
                claims(triples, "preferred").stream().findFirst(),
                claims(triples, "outweighed"),
                one(triples, SKOS.editorialNote.asNode()).map(ReleasedRules::text).orElse(""));
    }

    private static Optional<Clash.Kind> kind(List<Triple> triples) {
        return one(triples, Chy.term("kind"))
                .flatMap(
                        kind ->
                                Arrays.stream(Clash.Kind.values())
                                        .filter(k -> kind.equals(Chy.term(k.localName())))
                                        .findFirst());
    }

    /// @return the triples that describe rules and constraints, which hold from every point of view
    public List<Triple> described() {
        Set<Node> subjects = new HashSet<>();
        bySubject.forEach(
                (node, triples) -> {
                    boolean isConstraint =
                            one(triples, RDF.Nodes.type).filter(CONSTRAINT::equals).isPresent();
                    if (isConstraint || one(triples, RANK).isPresent()) {
                        subjects.add(node);
                    }
                });
        return subjects.stream()
                .flatMap(node -> bySubject.getOrDefault(node, List.of()).stream())
                .toList();
    }

    private Set<String> claims(List<Triple> triples, String property) {
        String prefix = base.id("claim", "").getURI();
        return all(triples, Chy.term(property)).stream()
                .map(claim -> claim.getURI().substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static List<Node> all(List<Triple> triples, Node property) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .toList();
    }

    private static Optional<Node> one(List<Triple> triples, Node property) {
        return all(triples, property).stream().findFirst();
    }

    private static String text(Node literal) {
        return literal.getLiteralLexicalForm();
    }
}
