package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// Which states have something accepted between them.
///
/// @param state whose partners these are; empty for all pairs
/// @param asked what was asked for and is not there; `""` if nothing
/// @param pairs those with most between them first
/// @param total of pairs, more than are listed perhaps
public record PairsPage(Optional<Link> state, String asked, List<Between> pairs, int total) {
    private static final int LISTED = 500;
    private static final Node STATE = Chy.term("State");

    public PairsPage {
        pairs = List.copyOf(pairs);
    }

    /// @param href  of their page
    /// @param kinds how much of what, such as `12 agreements`
    public record Between(Link one, Link other, String href, int count, List<String> kinds) {
        public Between {
            kinds = List.copyOf(kinds);
        }
    }

    private record Both(String one, String other) {}

    /// @param slug  of a state, to list its partners only; `""` for all
    /// @param asked what was asked for and is not there; `""` if nothing
    public static PairsPage of(GraphView graph, String slug, String asked) {
        String prefix = graph.node("id/state/").getURI();
        Map<Node, Kind> kinds = kinds(graph);
        Map<Node, List<String>> statesOf = new HashMap<>();
        List<String> slugs =
                graph.allSubjects(Terms.TYPE, STATE)
                        .filter(state -> state.isURI() && state.getURI().startsWith(prefix))
                        .map(state -> state.getURI().substring(prefix.length()))
                        .distinct()
                        .sorted()
                        .toList();
        ItemReader reader = new ItemReader(graph);
        for (String each : slugs) {
            Node state = graph.node("id/state/" + each);
            Optional<LocalDate> until = Things.until(reader, List.of(state));
            for (Node thing : Reach.of(graph, state).accepted()) {
                if (kinds.containsKey(thing) && Things.isBy(reader, thing, until)) {
                    statesOf.computeIfAbsent(thing, it -> new ArrayList<>()).add(each);
                }
            }
        }
        Map<Both, Map<Kind, Integer>> counts = new HashMap<>();
        statesOf.forEach(
                (thing, states) -> {
                    for (int i = 0; i < states.size(); i++) {
                        for (int j = i + 1; j < states.size(); j++) {
                            Both both = new Both(states.get(i), states.get(j));
                            if (slug.isEmpty()
                                    || both.one().equals(slug)
                                    || both.other().equals(slug)) {
                                counts.computeIfAbsent(both, it -> new HashMap<>())
                                        .merge(
                                                kinds.getOrDefault(thing, Kind.EVENT),
                                                1,
                                                Integer::sum);
                            }
                        }
                    }
                });
        List<Between> pairs =
                counts.entrySet().stream()
                        .map(it -> between(graph, it.getKey(), it.getValue(), slug))
                        .sorted(
                                Comparator.comparingInt(Between::count)
                                        .reversed()
                                        .thenComparing(Between::href))
                        .toList();
        return new PairsPage(
                slug.isEmpty()
                        ? Optional.empty()
                        : Optional.of(graph.link(graph.node("id/state/" + slug))),
                asked,
                pairs.stream().limit(LISTED).toList(),
                pairs.size());
    }

    /// What is accepted; a possibility is not.
    private static Map<Node, Kind> kinds(GraphView graph) {
        Set<Node> possible =
                graph.allSubjects(Terms.TYPE, Kind.POSSIBILITY.type())
                        .collect(Collectors.toCollection(HashSet::new));
        Map<Node, Kind> kinds = new HashMap<>();
        Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.POSSIBILITY)
                .forEach(
                        kind ->
                                graph.allSubjects(Terms.TYPE, kind.type())
                                        .filter(thing -> !possible.contains(thing))
                                        .forEach(thing -> kinds.putIfAbsent(thing, kind)));
        return kinds;
    }

    private static Between between(
            GraphView graph, Both both, Map<Kind, Integer> counts, String first) {
        boolean isTurned = both.other().equals(first);
        String one = isTurned ? both.other() : both.one();
        String other = isTurned ? both.one() : both.other();
        return new Between(
                graph.link(graph.node("id/state/" + one)),
                graph.link(graph.node("id/state/" + other)),
                new PairPage.Pair(one, other).canonical().path(),
                counts.values().stream().mapToInt(it -> it).sum(),
                Arrays.stream(Kind.values())
                        .filter(counts::containsKey)
                        .map(kind -> words(kind, counts.getOrDefault(kind, 0)))
                        .toList());
    }

    private static String words(Kind kind, int count) {
        return count + " " + (count == 1 ? kind.one() : kind.many());
    }
}
