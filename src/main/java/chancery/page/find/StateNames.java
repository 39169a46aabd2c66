package chancery.page.find;

import chancery.page.GraphView;
import chancery.search.Asked;
import chancery.search.Deadline;
import chancery.search.Hit;
import chancery.search.NameMatch;
import chancery.search.Roman;
import chancery.search.SearchIndex;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of states like words of what was typed, to see which states it names: also by a word made
/// of a name, such as `Russian`, and in the cases of Russian and Azerbaijani.
public final class StateNames {
    /// `Russia` and `Russian`, but not `Iran` and `Iraq`.
    private static final double ALIKE = 0.77;

    private static final int NAMES = 200;
    private static final int MOST_STATES = 3;

    private final List<Name> names;

    private record Name(String slug, List<String> words) {}

    private record Found(String slug, int at, int words, double likeness) {
        boolean overlaps(Found other) {
            return at < other.at + other.words && other.at < at + words;
        }
    }

    private StateNames(List<Name> names) {
        this.names = names;
    }

    /// @param typed what the names must be like
    public static StateNames like(
            String typed, GraphView graph, SearchIndex index, Deadline deadline) {
        Asked asked =
                new Asked(
                        typed,
                        Asked.Scope.NAMES,
                        Set.of(Chy.term("State").getURI()),
                        "",
                        /* isTyping= */ false,
                        NAMES);
        List<Hit> hits = index.searchAny(asked, deadline);
        String prefix = graph.node("id/state/").getURI();
        return new StateNames(
                hits.stream()
                        .filter(hit -> hit.iri().startsWith(prefix))
                        .map(
                                hit ->
                                        new Name(
                                                hit.iri().substring(prefix.length()),
                                                Meant.words(hit.text())))
                        .filter(name -> !name.words().isEmpty())
                        .toList());
    }

    /// @param words in small letters
    /// @return slugs, each once, in the order in which the words name them
    List<String> in(List<String> words) {
        List<Found> all = new ArrayList<>();
        for (Name name : names) {
            for (int at = 0; at + name.words().size() <= words.size(); at++) {
                double likeness = likeness(name.words(), words, at);
                if (likeness >= ALIKE) {
                    all.add(new Found(name.slug(), at, name.words().size(), likeness));
                }
            }
        }
        // the longest of names that stand there as they are; then those that are only like them
        all.sort(
                Comparator.comparing((Found it) -> it.likeness() < 1)
                        .thenComparing(Comparator.comparingInt(Found::words).reversed())
                        .thenComparing(Comparator.comparingDouble(Found::likeness).reversed())
                        .thenComparing(Found::slug));
        List<Found> chosen = new ArrayList<>();
        for (Found found : all) {
            if (chosen.stream().noneMatch(found::overlaps)) {
                chosen.add(found);
            }
        }
        chosen.sort(Comparator.comparingInt(Found::at));
        Map<String, Integer> slugs = new LinkedHashMap<>();
        chosen.forEach(found -> slugs.putIfAbsent(found.slug(), found.at()));
        return slugs.keySet().stream().limit(MOST_STATES).toList();
    }

    /// The least of its words, so that one word cannot stand for another.
    private static double likeness(List<String> name, List<String> words, int at) {
        double least = 1;
        for (int i = 0; i < name.size(); i++) {
            String wanted = name.get(i);
            String found = words.get(at + i);
            least = Math.min(least, beginAlike(wanted, found) ? between(wanted, found) : 0);
        }
        return least;
    }

    private static double between(String one, String other) {
        return one.equals(other) ? 1 : NameMatch.between(one, other);
    }

    private static boolean beginAlike(String one, String other) {
        String here = Roman.of(one);
        String there = Roman.of(other);
        return !here.isEmpty() && !there.isEmpty() && here.charAt(0) == there.charAt(0);
    }
}
