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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of states like words of what was typed, to see which states it names: also by a word made
/// of a name, such as `Russian`, and in the cases of Russian and Azerbaijani.
public final class StateNames {
    /// `Russia` and `Russian`, but not `Iran` and `Iraq`.
    private static final double ALIKE = 0.77;

    /// Words that are like names of states (Kenya, Macao) and none.
    private static final Set<String> RUSSIAN_NO_NAMES =
            Set.of("какие", "какой", "какая", "какое", "каких", "между", "когда", "который");

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}{4,}");
    private static final Pattern IN_IA = Pattern.compile("(ией|ею|ей|ию|ии)$");
    private static final Pattern CASE_ENDING = Pattern.compile("(ом|ем|ами|а|у|е)$");
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
                        inAllForms(typed),
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
            least = Math.min(least, best(wanted, found));
        }
        return least;
    }

    /// The likeness of a name to a word in whichever case it may stand.
    private static double best(String wanted, String found) {
        double best = 0;
        for (String form : forms(found)) {
            best = Math.max(best, beginAlike(wanted, form) ? between(wanted, form) : 0);
        }
        return best;
    }

    private static String inAllForms(String typed) {
        return Meant.words(typed).stream()
                .flatMap(word -> forms(word).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// A Russian word as it stands, and without the ending of a case; none if it asks or joins.
    private static List<String> forms(String word) {
        if (RUSSIAN_NO_NAMES.contains(word)) {
            return List.of();
        }
        return CYRILLIC.matcher(word).matches()
                ? List.of(
                        word,
                        IN_IA.matcher(word).replaceFirst("ия"),
                        CASE_ENDING.matcher(word).replaceFirst(""))
                : List.of(word);
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
