package chancery.reconcile;

import chancery.reconcile.Candidate.Feature;
import chancery.reconcile.Candidate.Kind;
import chancery.reconcile.Query.Condition;
import chancery.search.Asked;
import chancery.search.Hit;
import chancery.search.NameMatch;
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
/// match only if its name is as good as the same, nothing speaks against it, and no other comes
/// near: a wrong match that nobody looks at is worse than a right one that somebody confirms.
final class Reconciler {
    private static final int TEXTS = 200;

    /// Names that are less alike are not proposed.
    private static final double LEAST = 0.4;

    private static final double NAME_WEIGHT = 0.7;

    /// The same words, but for script and spelling.
    private static final double SAME = 0.975;

    /// One slip in a name that is long enough to bear it.
    private static final double NEARLY_SAME = 0.93;

    private static final int LONG_NAME = 12;

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

    Reconciler(Entities entities, SearchIndex index) {
        this.entities = entities;
        this.index = index;
        this.scoring = new Scoring(entities);
    }

    /// @param likeness of its name to the one that was asked for, 0 to 1
    /// @param name     the one of its names that is the likest; `""` if none was asked for
    private record Named(Node thing, double likeness, String name, String lang) {}

    private record Scored(Named named, double score, List<Scoring.Met> met, boolean isCertain) {
        boolean isExcluded() {
            return met.stream().anyMatch(Scoring.Met::isExcluded);
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
            boolean isLeftOut =
                    one.isExcluded()
                            && one.met().stream().noneMatch(it -> isNegativeLink(it.feature()));
            if (!isLeftOut) {
                scored.add(one);
            }
        }
        scored.sort(
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(it -> it.named().thing().getURI()));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(query.limit(), scored.size()); i++) {
            boolean isMatch = i == 0 && unknownTypes.isEmpty() && isClear(scored, query);
            candidates.add(candidate(scored.get(i), query, isMatch, unknownTypes));
        }
        return candidates;
    }

    private static boolean isNegativeLink(Feature feature) {
        return feature.id().equals("not-same-as");
    }

    private List<Named> named(Query query, Set<String> types) {
        Map<Node, Named> best = new LinkedHashMap<>();
        for (Condition condition : query.conditions()) {
            if (condition.property().equals(Scoring.WIKIDATA)) {
                for (String value : condition.values()) {
                    String item = value.substring(value.lastIndexOf('/') + 1);
                    entities.linkedTo(item)
                            .forEach(
                                    it -> best.put(it, new Named(it, likeness(query, it), "", "")));
                }
            }
        }
        entities.thing(query.text()).ifPresent(it -> best.put(it, new Named(it, 1, "", "")));
        Asked asked = new Asked(query.text(), Asked.Scope.NAMES, types, "", false, TEXTS);
        for (Hit hit : index.searchAny(asked)) {
            Node thing = NodeFactory.createURI(hit.iri());
            double likeness = NameMatch.between(query.text(), hit.text());
            if (likeness >= LEAST && isMeant(thing, types)) {
                best.merge(
                        thing,
                        new Named(thing, likeness, hit.text(), hit.lang()),
                        (one, other) -> other.likeness() > one.likeness() ? other : one);
            }
        }
        return best.values().stream().filter(it -> hasType(it.thing(), types)).toList();
    }

    private double likeness(Query query, Node thing) {
        return entities.names(thing)
                .mapToDouble(name -> NameMatch.between(query.text(), name))
                .max()
                .orElse(0);
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
        List<Scoring.Met> met =
                query.conditions().stream()
                        .map(condition -> scoring.of(condition, named.thing()))
                        .toList();
        if (met.stream().anyMatch(Scoring.Met::isExcluded)) {
            return new Scored(named, 0, met, false);
        }
        if (met.stream().anyMatch(Scoring.Met::isCertain)) {
            return new Scored(named, 100, met, true);
        }
        List<Scoring.Met> known = met.stream().filter(Scoring.Met::isKnown).toList();
        double byName = named.likeness();
        double byConditions =
                known.stream().mapToDouble(Scoring.Met::value).average().orElse(byName);
        double weight = query.text().isBlank() ? 0 : NAME_WEIGHT;
        double score = known.isEmpty() ? byName : weight * byName + (1 - weight) * byConditions;
        return new Scored(named, Math.round(1_000 * score) / 10.0, met, false);
    }

    private static boolean isClear(List<Scored> scored, Query query) {
        Scored first = scored.getFirst();
        Optional<Scored> second = scored.stream().skip(1).findFirst();
        if (first.isCertain()) {
            return second.isEmpty() || !second.get().isCertain();
        }
        if (Scoring.isContradicted(first.met())) {
            return false;
        }
        double likeness = first.named().likeness();
        boolean isLong = query.text().codePointCount(0, query.text().length()) >= LONG_NAME;
        boolean isSame =
                likeness >= SAME
                        || (likeness >= NEARLY_SAME
                                && isLong
                                && !NameMatch.lacksNumber(query.text(), first.named().name()));
        return isSame
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
        if (!query.text().isBlank()) {
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
        entities.thing(typed).ifPresent(it -> best.put(it, new Named(it, 1, "", "")));
        Asked asked = new Asked(typed, Asked.Scope.NAMES, Set.of(), "", true, TEXTS);
        for (Hit hit : index.search(asked)) {
            Node thing = NodeFactory.createURI(hit.iri());
            if (isMeant(thing, Set.of())) {
                double likeness = NameMatch.answers(typed, hit.text());
                best.merge(
                        thing,
                        new Named(thing, likeness, hit.text(), hit.lang()),
                        (one, other) -> other.likeness() > one.likeness() ? other : one);
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
