package chancery.view;

import chancery.evidence.ClaimKey;
import chancery.evidence.ValueNodes;
import chancery.judge.Brief;
import chancery.judge.Derivation;
import chancery.judge.Judge;
import chancery.judge.Judgement;
import chancery.judge.OntologyMarks;
import chancery.judge.ReleasedRules;
import chancery.judge.Verdict;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/// Makes the graph of a point of view: the claims of the sources that count are judged anew, by the
/// rules, constraints and curator's decisions that the release itself holds. Nothing of another
/// source is in it: neither its claims nor what only it knows of.
public final class View {
    /// A larger release would not fit into memory beside the others.
    private static final long TRIPLES_AT_MOST = 2_000_000;

    private static final Node REIFIES = NodeFactory.createURI(RDF.uri + "reifies");

    /// What a point in time can take away: all but sources, words and values.
    private static final Set<String> IN_TIME =
            Set.of(
                    "tenure",
                    "membership",
                    "condition",
                    "agreement",
                    "event",
                    "facility",
                    "state",
                    "observation",
                    "statement",
                    "provision");

    /// Of these it is said whether they hold.
    private static final Set<String> HOLDING =
            Set.of("tenure", "membership", "condition", "agreement", "facility", "state");

    private static final Set<String> ALWAYS =
            Set.of("concept", "scheme", "constraint", "time", "quantity", "work", "claim");

    private final Released released;
    private final Base base;
    private final List<Triple> register;
    private final List<Triple> ontology;
    private final ValueNodes values;
    private final SourceChoice sources;

    /// @param dataset of a release, inside a read transaction
    /// @throws IllegalArgumentException when the release is too large to be looked at otherwise
    public View(DatasetGraph dataset, Base base) {
        requireSmall(dataset);
        this.released = new Released(dataset, base);
        this.base = base;
        this.register = released.graph("register");
        this.ontology = released.graph("ontology");
        this.values = released.values(register);
        this.sources = new SourceChoice(base, register, values);
    }

    /// @throws IllegalArgumentException when there are more triples than can be judged again
    static void requireSmall(DatasetGraph dataset) {
        long size = dataset.getDefaultGraph().size();
        if (size > TRIPLES_AT_MOST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "point of view: found %,d triples, expected at most %,d",
                            size,
                            TRIPLES_AT_MOST));
        }
    }

    /// @return what stands in for the default graph
    /// @throws IllegalArgumentException when the point of view names what is not there
    public Viewed of(PointOfView view) {
        Set<String> chosen = sources.of(view);
        Map<ClaimKey, Node> claims = new LinkedHashMap<>();
        for (String source : chosen) {
            claims.putAll(released.claims(source));
        }
        OntologyMarks marks = new OntologyMarks(graph(ontology));
        List<Triple> judged = released.graph("disagreements");
        ReleasedRules rules = new ReleasedRules(base, judged);
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

        Set<Triple> all = new LinkedHashSet<>();
        Set<Triple> accepted = new LinkedHashSet<>();
        claims.forEach(
                (key, node) -> {
                    Verdict verdict = judgement.of(key);
                    all.add(Triple.create(node, Chy.term("verdict"), verdict.node()));
                    if (verdict == Verdict.ACCEPTED) {
                        accepted.add(key.triple());
                    }
                });
        chosen.forEach(source -> all.addAll(released.graph("source/" + source)));
        all.addAll(accepted);
        judgement.disagreements().forEach(d -> d.write(base, all::add));
        List<Triple> known = known(chosen, all);
        all.addAll(known);
        new Derivation(base, marks, values).derive(known, accepted, all::add);
        view.asOf().ifPresent(day -> keepTheWorldOf(day, accepted, all));
        all.addAll(ontology);
        all.addAll(rules.described());
        List<Triple> reifiers = new ArrayList<>();
        claims.forEach(
                (key, node) -> {
                    if (all.contains(Triple.create(node, RDF.Nodes.type, Chy.CLAIM))) {
                        Node term = NodeFactory.createTripleTerm(key.triple());
                        reifiers.add(Triple.create(node, REIFIES, term));
                    }
                });
        return new Viewed(graph(all), graph(reifiers), sources.passedOver(view));
    }

    /// The triples of the registers about things that what is told names, or that need no source.
    private List<Triple> known(Set<String> chosen, Collection<Triple> told) {
        Set<Node> elsewhere = ofOtherSources(chosen);
        Set<Node> named = new HashSet<>();
        told.forEach(
                triple -> {
                    named.add(triple.getSubject());
                    named.add(triple.getObject());
                });
        chosen.forEach(source -> named.add(base.id("source", source)));
        List<Triple> kept = new ArrayList<>();
        List<Triple> waiting = new ArrayList<>(register);
        waiting.removeIf(
                triple ->
                        elsewhere.contains(triple.getSubject())
                                || elsewhere.contains(triple.getObject()));
        // what a kept triple names is named too: a source's author, a statement's speaker
        for (boolean grows = true; grows; ) {
            List<Triple> next = new ArrayList<>();
            for (Triple triple : waiting) {
                if (isNamed(triple.getSubject(), named)) {
                    kept.add(triple);
                    named.add(triple.getObject());
                } else {
                    next.add(triple);
                }
            }
            grows = next.size() < waiting.size();
            waiting = next;
        }
        return kept;
    }

    private boolean isNamed(Node thing, Set<Node> named) {
        String kind = kind(thing);
        boolean isValue = kind.equals("time") || kind.equals("quantity") || kind.equals("work");
        return named.contains(thing) || (ALWAYS.contains(kind) && !isValue) || kind.isEmpty();
    }

    /// Other sources, their passages, and statements that rest on those alone.
    private Set<Node> ofOtherSources(Set<String> chosen) {
        Set<Node> elsewhere = new HashSet<>();
        for (String source : sources.all()) {
            if (!chosen.contains(source)) {
                elsewhere.add(base.id("source", source));
            }
        }
        for (Triple triple : register) {
            if (triple.getPredicate().equals(Chy.term("source"))
                    && elsewhere.contains(triple.getObject())) {
                elsewhere.add(triple.getSubject());
            }
        }
        Set<Node> here = new HashSet<>();
        Set<Node> onPassages = new HashSet<>();
        for (Triple triple : register) {
            if (triple.getPredicate().equals(Chy.term("passage"))) {
                onPassages.add(triple.getSubject());
                if (!elsewhere.contains(triple.getObject())) {
                    here.add(triple.getSubject());
                }
            }
        }
        onPassages.removeAll(here);
        elsewhere.addAll(onPassages);
        return elsewhere;
    }

    private void keepTheWorldOf(LocalDate day, Set<Triple> accepted, Set<Triple> all) {
        List<Triple> dated = new ArrayList<>(accepted);
        register.stream()
                .filter(triple -> kind(triple.getSubject()).equals("statement"))
                .forEach(dated::add);
        Holding holding = new Holding(day, dated, values);
        Set<Node> gone = new HashSet<>();
        Set<Node> things = new LinkedHashSet<>();
        all.forEach(triple -> things.add(triple.getSubject()));
        for (Node thing : things) {
            if (IN_TIME.contains(kind(thing)) && !holding.isPossible(thing)) {
                gone.add(thing);
            }
        }
        takeAway(gone, all);
        for (Node thing : things) {
            if (!gone.contains(thing) && HOLDING.contains(kind(thing))) {
                String how = holding.isDefinite(thing) ? "Definitely" : "Possibly";
                all.add(Triple.create(thing, Chy.term("holds"), Chy.term(how)));
            }
        }
    }

    /// Takes away what is gone, the claims that name it, and the disagreements they are part of.
    private void takeAway(Set<Node> gone, Set<Triple> all) {
        Set<Node> without = new HashSet<>(gone);
        for (Triple triple : all) {
            boolean ofAClaim =
                    triple.getPredicate().equals(RDF.Nodes.subject)
                            || triple.getPredicate().equals(RDF.Nodes.object);
            if (ofAClaim && gone.contains(triple.getObject())) {
                without.add(triple.getSubject());
            }
        }
        for (Triple triple : all) {
            boolean ofADisagreement =
                    triple.getPredicate().equals(Chy.term("position"))
                            || kind(triple.getSubject()).equals("disagreement");
            if (ofADisagreement && without.contains(triple.getObject())) {
                without.add(triple.getSubject());
            }
        }
        all.removeIf(t -> without.contains(t.getSubject()) || without.contains(t.getObject()));
    }

    /// @return such as `event`; `""` for what is no thing of ours
    private String kind(Node node) {
        if (!node.isURI() || !node.getURI().startsWith(base.iri() + "id/")) {
            return "";
        }
        String path = node.getURI().substring(base.iri().length() + "id/".length());
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static Graph graph(Collection<Triple> triples) {
        Graph graph = GraphFactory.createGraphMem();
        triples.forEach(graph::add);
        return graph;
    }
}
