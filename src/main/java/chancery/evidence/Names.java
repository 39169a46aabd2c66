package chancery.evidence;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Every label, spelling, title and reading that the registers list for a thing.
public final class Names {
    private static final Set<Node> LABELS =
            Set.of(
                    RDFS.label.asNode(),
                    SKOS.prefLabel.asNode(),
                    SKOS.altLabel.asNode(),
                    Chy.term("title"));
    private static final Node READING = SKOS.hiddenLabel.asNode();
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private final Map<Node, Set<String>> labels = new HashMap<>();
    private final Map<Node, Set<String>> readings = new HashMap<>();
    private final Map<String, Set<Node>> thingsOfKind = new HashMap<>();
    private final Map<Node, List<Pattern>> longer = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    /// Takes the triple if it names its subject.
    public void add(Triple triple) {
        boolean label = LABELS.contains(triple.getPredicate());
        if (label || READING.equals(triple.getPredicate())) {
            Node thing = triple.getSubject();
            (label ? labels : readings)
                    .computeIfAbsent(thing, k -> new TreeSet<>())
                    .add(fold(triple.getObject().getLiteralLexicalForm()));
            thingsOfKind.computeIfAbsent(kind(thing), k -> new java.util.HashSet<>()).add(thing);
            longer.clear();
        }
    }

    /// @return whether the words are one of the thing's names; case and white space do not count
    public boolean means(String words, Node thing) {
        String folded = fold(words);
        return labels.getOrDefault(thing, Set.of()).contains(folded)
                || readings.getOrDefault(thing, Set.of()).contains(folded);
    }

    /// @return whether one of the thing's names stands in the text as whole words, and not within a
    ///     longer name of another thing of its kind
    public boolean standsIn(String text, Node thing) {
        return !occurrences(text, thing).isEmpty();
    }

    /// @return where the thing is named, each as start and end in UTF-16 units
    List<int[]> occurrences(String text, Node thing) {
        List<int[]> others = new ArrayList<>();
        for (Pattern other : longer.computeIfAbsent(thing, this::longerNamesOfOthers)) {
            find(other, text, others);
        }
        List<int[]> found = new ArrayList<>();
        names(thing).forEach(name -> find(pattern(name), text, found));
        found.removeIf(span -> others.stream().anyMatch(o -> o[0] <= span[0] && span[1] <= o[1]));
        return found;
    }

    /// Every label (not the readings) that is listed, folded.
    Set<String> allLabels() {
        Set<String> all = new TreeSet<>();
        labels.values().forEach(all::addAll);
        return all;
    }

    /// The names and readings of a thing, folded.
    Set<String> names(Node thing) {
        Set<String> all = new TreeSet<>(labels.getOrDefault(thing, Set.of()));
        all.addAll(readings.getOrDefault(thing, Set.of()));
        return all;
    }

    /// All things that are named and of the same kind as this one.
    Set<Node> ofKindOf(Node thing) {
        return Set.copyOf(thingsOfKind.getOrDefault(kind(thing), Set.of()));
    }

    private List<Pattern> longerNamesOfOthers(Node thing) {
        Set<String> own = names(thing);
        Set<String> found = new TreeSet<>();
        for (Node other : thingsOfKind.getOrDefault(kind(thing), Set.of())) {
            for (String name : labels.getOrDefault(other, Set.of())) {
                boolean holdsOne =
                        own.stream()
                                .anyMatch(
                                        o ->
                                                o.length() < name.length()
                                                        && pattern(o).matcher(name).find());
                if (!other.equals(thing) && !own.contains(name) && holdsOne) {
                    found.add(name);
                }
            }
        }
        return found.stream().map(this::pattern).toList();
    }

    private Pattern pattern(String name) {
        return patterns.computeIfAbsent(name, Names::wholeWords);
    }

    /// Finds the words with any white space between them, and not as a part of longer words.
    static Pattern wholeWords(String words) {
        StringBuilder regex = new StringBuilder();
        for (String word : WHITE.split(words.strip())) {
            regex.append(regex.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        String inside = "[\\p{L}\\p{N}]";
        boolean opens = Character.isLetterOrDigit(words.strip().codePointAt(0));
        boolean ends = Character.isLetterOrDigit(words.codePointBefore(words.length()));
        return Pattern.compile(
                (opens ? "(?<!" + inside + ")" : "") + regex + (ends ? "(?!" + inside + ")" : ""),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void find(Pattern name, String text, List<int[]> into) {
        Matcher matcher = name.matcher(text);
        while (matcher.find()) {
            into.add(new int[] {matcher.start(), matcher.end()});
        }
    }

    private static String kind(Node thing) {
        String iri = thing.toString();
        return iri.substring(0, iri.lastIndexOf('/') + 1);
    }

    static String fold(String words) {
        return WHITE.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
