package chancery.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// How many things of a release have a name in each language.
///
/// @param counts by the tag without its region, in small letters
/// @param things that have a name in any
public record NamesByLanguage(Map<String, Integer> counts, int things) {
    public NamesByLanguage {
        counts = Map.copyOf(counts);
    }

    /// @param base the release's base IRI, ends in `/`
    public static NamesByLanguage of(DatasetGraph dataset, String base) {
        Set<Node> all = new HashSet<>();
        Map<String, Set<Node>> named = new HashMap<>();
        for (Node property : List.of(Terms.LABEL, Terms.PREF_LABEL)) {
            dataset.getDefaultGraph()
                    .find(Node.ANY, property, Node.ANY)
                    .forEach(
                            triple -> {
                                Node thing = triple.getSubject();
                                Node name = triple.getObject();
                                if (name.isLiteral()
                                        && thing.isURI()
                                        && thing.getURI().startsWith(base + "id/")) {
                                    all.add(thing);
                                    named.computeIfAbsent(
                                                    language(name.getLiteralLanguage()),
                                                    tag -> new HashSet<>())
                                            .add(thing);
                                }
                            });
        }
        Map<String, Integer> counts = new HashMap<>();
        named.forEach((tag, things) -> counts.put(tag, things.size()));
        return new NamesByLanguage(counts, all.size());
    }

    private static String language(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
    }

    /// @param tag of a language
    /// @return a sentence or two; `""` of English, in which everything has a name
    public String inWords(String tag) {
        String language = language(tag);
        if (language.equals("en")) {
            return "";
        }
        int count = counts.getOrDefault(language, 0);
        String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        String has =
                count == 0
                        ? "none of %,d things has a name in this language"
                        : count == 1
                                ? "one of %,d things has a name in this language"
                                : count + " of %,d things have a name in this language";
        return "%s: %s; the others are named in English, and the pages themselves are in English."
                .formatted(name, String.format(Locale.ROOT, has, things));
    }
}
