package chancery.view;

import chancery.evidence.ClaimKey;
import chancery.evidence.ValueNodes;
import chancery.judge.Brief;
import chancery.judge.Derivation;
import chancery.judge.Disagreement;
import chancery.judge.Judge;
import chancery.judge.Judgement;
import chancery.judge.OntologyMarks;
import chancery.judge.ReleasedRules;
import chancery.judge.Verdict;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;

/// Judges a release anew as if a curator had decided a disagreement for another of its claims, and
/// says what is different. Nothing is guessed: the same judge, rules, constraints and derivations
/// are at work as in the build.
///
/// Holds the claims of the release in memory.
public final class WhatIf {
    private static final Node NOTE = SKOS.editorialNote.asNode();

    /// Of a disagreement they say how it ended.
    private static final Set<Node> OUTCOME =
            Set.of(Chy.term("preferred"), Chy.term("outweighed"), Chy.term("rule"));

    private final Base base;
    private final List<Triple> register;
    private final List<Triple> judged;
    private final OntologyMarks marks;
    private final ValueNodes values;
    private final Map<ClaimKey, Node> claims = new LinkedHashMap<>();
    private final World now;

    /// How the claims are judged, and what follows.
    private record World(
            Map<ClaimKey, Verdict> verdicts,
            Set<Triple> accepted,
            Set<Triple> derived,
            Map<Node, Set<String>> endings) {}

    /// @param dataset of a release, inside a read transaction; not used any more afterwards
    /// @throws IllegalArgumentException when the release is too large to be judged again
    public WhatIf(DatasetGraph dataset, Base base) {
        View.requireSmall(dataset);
        this.base = base;
        Released released = new Released(dataset, base);
        this.register = released.graph("register");
        this.values = released.values(register);
        this.marks = new OntologyMarks(graph(released.graph("ontology")));
        this.judged = released.graph("disagreements");
        for (String source : new TreeSet<>(new SourceChoice(base, register, values).all())) {
            claims.putAll(released.claims(source));
        }
        this.now = world(judged);
    }

    /// @param disagreement of the release
    /// @param preferred    one of its claims
    /// @return empty if the judge does not find this disagreement, so that nothing can be said
    public Optional<Consequences> preferring(Node disagreement, Node preferred) {
        if (!now.endings().containsKey(disagreement)) {
            return Optional.empty();
        }
        World then = world(decided(disagreement, preferred));
        List<Consequences.Rejudged> rejudged = new ArrayList<>();
        claims.forEach(
                (key, node) -> {
                    Verdict before = verdict(now, key);
                    Verdict after = verdict(then, key);
                    if (before != after) {
                        rejudged.add(new Consequences.Rejudged(node, before.node(), after.node()));
                    }
                });
        rejudged.sort(Comparator.comparing(it -> it.claim().toString()));
        return Optional.of(
                new Consequences(
                        without(now.accepted(), then.accepted()),
                        without(then.accepted(), now.accepted()),
                        without(now.derived(), then.derived()),
                        without(then.derived(), now.derived()),
                        rejudged,
                        changed(then, disagreement)));
    }

    /// The triples that are accepted as the release has it, for tests of this very thing.
    Set<Triple> accepted() {
        return now.accepted();
    }

    Set<Triple> derived() {
        return now.derived();
    }

    private static Verdict verdict(World world, ClaimKey key) {
        return world.verdicts().getOrDefault(key, Verdict.NOT_ASSERTED);
    }

    private List<Node> changed(World then, Node disagreement) {
        Set<Node> all = new LinkedHashSet<>(now.endings().keySet());
        all.addAll(then.endings().keySet());
        all.remove(disagreement);
        return all.stream()
                .filter(
                        node ->
                                !now.endings()
                                        .getOrDefault(node, Set.of())
                                        .equals(then.endings().getOrDefault(node, Set.of())))
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /// What the release says of its disagreements, with this one decided by a curator.
    private List<Triple> decided(Node disagreement, Node preferred) {
        List<Triple> other = new ArrayList<>();
        boolean noted = false;
        for (Triple triple : judged) {
            boolean isOurs = triple.getSubject().equals(disagreement);
            if (!isOurs || !OUTCOME.contains(triple.getPredicate())) {
                other.add(triple);
            }
            noted |= isOurs && triple.getPredicate().equals(NOTE);
        }
        other.add(Triple.create(disagreement, Chy.term("preferred"), preferred));
        if (!noted) {
            // which makes a curator's row of it
            other.add(
                    Triple.create(disagreement, NOTE, NodeFactory.createLiteralString("supposed")));
        }
        return other;
    }

    private World world(List<Triple> described) {
        ReleasedRules rules = new ReleasedRules(base, described);
        Brief brief =
                new Brief(
                        base,
                        marks,
                        values,
                        register,
                        rules.rules(),
                        rules.curators(),
                        rules.constraints());
        Judgement judgement = new Judge(brief).judge(claims.keySet());
        Set<Triple> accepted = new LinkedHashSet<>();
        claims.keySet().stream()
                .filter(key -> judgement.of(key) == Verdict.ACCEPTED)
                .forEach(key -> accepted.add(key.triple()));
        Set<Triple> derived = new LinkedHashSet<>();
        new Derivation(base, marks, values).derive(register, accepted, derived::add);
        Map<Node, Set<String>> endings = new LinkedHashMap<>();
        for (Disagreement disagreement : judgement.disagreements()) {
            Set<String> ending = new TreeSet<>(Set.of(disagreement.ruling().rule()));
            disagreement.ruling().outweighed().forEach(key -> ending.add(key.id(base)));
            endings.put(disagreement.node(base), ending);
        }
        return new World(judgement.verdicts(), accepted, derived, endings);
    }

    /// In the order of their texts.
    private static List<Triple> without(Set<Triple> some, Set<Triple> others) {
        return some.stream()
                .filter(triple -> !others.contains(triple))
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }

    private static Graph graph(List<Triple> triples) {
        Graph graph = GraphFactory.createGraphMem();
        triples.forEach(graph::add);
        return graph;
    }
}
