package chancery.reconcile;

import chancery.reconcile.Candidate.Feature;
import chancery.reconcile.Candidate.Kind;
import chancery.reconcile.Query.Condition;
import chancery.reconcile.Scoring.Standing;
import chancery.search.Asked;
import chancery.search.Deadline;
import chancery.search.Hit;
import chancery.search.NameMatch;
import chancery.search.Sameness;
import chancery.search.SearchIndex;
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
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/// Finds the candidates of a query and says what each is worth.
///
/// The index proposes; the score comes from the names themselves ([NameMatch]) and from what the
/// conditions say ([Scoring]), so it depends on nothing but the two sides. A candidate is called a
/// match only if its name is as good as the same ([Sameness]), nothing speaks against it, and no
/// other comes near: a wrong match that nobody looks at is worse than a right one that somebody
// confirms.
final class Reconciler {
    private static final int TEXTS = 200;

    /// Names that are less alike are not proposed.
    private static final double LEAST = 0.4;

    private static final double NAME_WEIGHT = 0.7;

    /// The next one must be so much less like it.
    private static final double DISTANCE = 0.08;

    /// What is no thing but says something about things, or is a word of the vocabulary.
    private static final Set<String> NOT_MEANT =
            Set.of(
                    "claim",
                    "concept",
                    "constraint",
                    "disagreement",
                    "passage",
                    "quantity",
                    "scheme",
                    "time");

    private final Entities entities;
    private final SearchIndex index;
    private final Scoring scoring;
    private final Deadline deadline;

    Reconciler(Entities entities, SearchIndex index, Deadline deadline) {
        this.deadline = deadline;
        this.entities = entities;
        this.index = index;
        this.scoring = new Scoring(entities);
    }

    /// @param likeness of its name to the one that was asked for, 0 to 1
    /// @param sameness of any of its names to any that was asked for
    /// @param name     the one of its names that is the likest; `""` if none was asked for
    private record Named(Node thing, double likeness, Sameness sameness, String name, String lang) {
        Named or(Named other) {
            Named better = other.likeness() > likeness() ? other : this;
            return new Named(
                    thing,
                    better.likeness(),
                    sameness.or(other.sameness()),
                    better.name(),
                    better.lang());
        }
    }

    private record Scored(Named named, double score, List<Scoring.Met> met, boolean isCertain) {
        boolean isLeftOut() {
            return met.stream().anyMatch(it -> it.standing() == Standing.LEFT_OUT);
        }
    }

    List<Candidate> candidates(Query query) {
        List<String> unknownTypes =
                query.types().stream().filter(it -> entities.type(it).isEmpty()).toList();
        Set<String> types = new HashSet<>();
        query.types().forEach(it -> entities.type(it).ifPresent(type -> types.add(type.getURI())));
        List<Scored> scored = new ArrayList<>();
        for (Named named : named(query, types)) {
            Scored one = score(named, query);
            if (!one.isLeftOut()) {
                scored.add(one);
            }
        }
        scored.sort(
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(it -> it.named().thing().getURI()));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(query.limit(), scored.size()); i++) {
            boolean isMatch = i == 0 && unknownTypes.isEmpty() && isClear(scored);
            candidates.add(candidate(scored.get(i), query, isMatch, unknownTypes));
        }
        return candidates;
    }

    private List<Named> named(Query query, Set<String> types) {
        Map<Node, Named> best = new LinkedHashMap<>();
        query.conditions().stream()
                .filter(Scoring::isLookedUp)
                .flatMap(condition -> condition.values().stream())
                .flatMap(value -> entities.linkedTo(Scoring.item(value)).stream())
                .forEach(it -> best.put(it, known(query, it)));
        for (String name : query.names()) {
            entities.thing(name)
                    .ifPresent(it -> best.put(it, new Named(it, 1, Sameness.SAME, "", "")));
            Asked asked = new Asked(name, Asked.Scope.NAMES, types, "", false, TEXTS);
            for (Hit hit : index.searchAny(asked, deadline)) {
                deadline.check();
                Node thing = NodeFactory.createURI(hit.iri());
                double likeness = NameMatch.between(name, hit.text());
                if (likeness >= LEAST && isMeant(thing, types)) {
                    Sameness sameness = Sameness.of(name, hit.text());
                    best.merge(
                            thing,
                            new Named(thing, likeness, sameness, hit.text(), hit.lang()),
                            Named::or);
                }
            }
        }
        return best.values().stream().filter(it -> hasType(it.thing(), types)).toList();
    }

    /// What is found by something else than its name.
    private Named known(Query query, Node thing) {
        Named best = new Named(thing, 0, Sameness.OTHER, "", "");
        for (String written : entities.names(thing).toList()) {
            for (String name : query.names()) {
                best =
                        best.or(
                                new Named(
                                        thing,
                                        NameMatch.between(name, written),
                                        Sameness.of(name, written),
                                        "",
                                        ""));
            }
        }
        return best;
    }

    private boolean hasType(Node thing, Set<String> types) {
        return types.isEmpty()
                || entities.values(thing, RDF.Nodes.type)
                        .anyMatch(type -> type.isURI() && types.contains(type.getURI()));
    }

    private boolean isMeant(Node thing, Set<String> types) {
        if (!entities.isOurs(thing.getURI())) {
            return false;
        }
        String id = entities.id(thing);
        return !types.isEmpty()
                || !NOT_MEANT.contains(id.substring(0, Math.max(0, id.indexOf('/'))));
    }

    private Scored score(Named named, Query query) {
        List<Scoring.Met> met = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            deadline.check();
            met.add(scoring.of(condition, named.thing()));
        }
        if (has(met, Standing.LEFT_OUT) || has(met, Standing.RULED_OUT)) {
            return new Scored(named, 0, met, false);
        }
        if (has(met, Standing.CERTAIN)) {
            return new Scored(named, 100, met, true);
        }
        List<Scoring.Met> known =
                met.stream().filter(it -> it.standing() != Standing.IGNORED).toList();
        double byName = named.likeness();
        double byConditions =
                known.stream().mapToDouble(Scoring.Met::value).average().orElse(byName);
        double weight = query.names().isEmpty() ? 0 : NAME_WEIGHT;
        double score = known.isEmpty() ? byName : weight * byName + (1 - weight) * byConditions;
        return new Scored(named, Math.round(1_000 * score) / 10.0, met, false);
    }

    private static boolean has(List<Scoring.Met> met, Standing standing) {
        return met.stream().anyMatch(it -> it.standing() == standing);
    }

    private static boolean isClear(List<Scored> scored) {
        Scored first = scored.getFirst();
        Optional<Scored> second = scored.stream().skip(1).findFirst();
        if (Scoring.isContradicted(first.met())) {
            return false;
        }
        if (first.isCertain()) {
            return second.isEmpty() || !second.get().isCertain();
        }
        double likeness = first.named().likeness();
        return first.named().sameness() != Sameness.OTHER
                && scored.stream()
                        .skip(1)
                        .filter(it -> !Scoring.isContradicted(it.met()))
                        .noneMatch(
                                it ->
                                        it.named().likeness() > likeness - DISTANCE
                                                && it.score() > first.score() - 10);
    }

    private Candidate candidate(
            Scored scored, Query query, boolean isMatch, List<String> unknownTypes) {
        Named named = scored.named();
        List<Feature> features = new ArrayList<>();
        if (!query.names().isEmpty()) {
            String reason =
                    named.name().isEmpty()
                            ? "name: not what it was found by"
                            : "name: \"%s\"%s"
                                    .formatted(
                                            named.name(),
                                            named.lang().isEmpty()
                                                    ? ""
                                                    : " (" + named.lang() + ")");
            features.add(new Feature("name", reason, Math.round(1_000 * named.likeness()) / 10.0));
        }
        List<Kind> types = entities.types(named.thing());
        if (!query.types().isEmpty() && unknownTypes.size() < query.types().size()) {
            features.add(new Feature("type", "of the kind that was asked for", true));
        }
        unknownTypes.forEach(
                it ->
                        features.add(
                                new Feature(
                                        "unknown-type-" + it,
                                        "type \"%s\" is not known here, and was left out"
                                                .formatted(it),
                                        false)));
        scored.met().forEach(met -> features.add(met.feature()));
        return new Candidate(
                entities.id(named.thing()),
                entities.name(named.thing()),
                types,
                scored.score(),
                isMatch,
                features);
    }

    /// Candidates while somebody types a name.
    List<Candidate> beginning(String typed, int skip, int limit) {
        Map<Node, Named> best = new LinkedHashMap<>();
        entities.thing(typed)
                .ifPresent(it -> best.put(it, new Named(it, 1, Sameness.SAME, "", "")));
        Asked asked = new Asked(typed, Asked.Scope.NAMES, Set.of(), "", true, TEXTS);
        for (Hit hit : index.search(asked, deadline)) {
            deadline.check();
            Node thing = NodeFactory.createURI(hit.iri());
            if (isMeant(thing, Set.of())) {
                double likeness = NameMatch.answers(typed, hit.text());
                best.merge(
                        thing,
                        new Named(thing, likeness, Sameness.OTHER, hit.text(), hit.lang()),
                        Named::or);
            }
        }
        return best.values().stream()
                .sorted(
                        Comparator.comparingDouble(Named::likeness)
                                .reversed()
                                .thenComparing(it -> it.thing().getURI()))
                .skip(skip)
                .limit(limit)
                .map(
                        it ->
                                new Candidate(
                                        entities.id(it.thing()),
                                        entities.name(it.thing()),
                                        entities.types(it.thing()),
                                        100 * it.likeness(),
                                        false,
                                        List.of()))
                .toList();
    }

    /// Classes that whoever does not choose one gets offered first.
    static List<Node> usual() {
        return List.of(
                Chy.term("Person"),
                Chy.term("State"),
                Chy.term("Organisation"),
                Chy.term("Place"),
                Chy.term("Agreement"),
                Chy.term("Event"));
    }
}
