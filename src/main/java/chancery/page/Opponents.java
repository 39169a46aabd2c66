package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.page.DisagreementPage.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who stands against whom in a disagreement.
public final class Opponents {
    private static final int NAMED = 3;

    private Opponents() {}

    /// One side.
    ///
    /// @param who  sources, and who speaks in them
    /// @param says what they say
    public record Opponent(List<String> who, Side says) {
        public Opponent {
            who = List.copyOf(who);
        }
    }

    /// @return the sides of a disagreement in its order, each with who is on it
    public static List<Opponent> of(DisagreementPage one) {
        return one.sides().stream().map(side -> new Opponent(who(speaking(side)), side)).toList();
    }

    private static Map<String, Set<String>> speaking(Side side) {
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        for (Position position : side.positions()) {
            sources.computeIfAbsent(speakers(position), speaker -> new LinkedHashSet<>())
                    .add(shortName(position.claim().source()));
        }
        return sources;
    }

    /// @param sources by who speaks in them; under `""` those that speak themselves
    private static List<String> who(Map<String, Set<String>> sources) {
        List<String> who = new ArrayList<>();
        sources.forEach(
                (speaker, named) -> {
                    String all = String.join(", ", named);
                    who.add(speaker.isEmpty() ? all : speaker + " (" + all + ")");
                });
        return who.size() <= NAMED
                ? who
                : Stream.concat(
                                who.stream().limit(NAMED - 1),
                                Stream.of((who.size() - NAMED + 1) + " more"))
                        .toList();
    }

    private static String speakers(Position position) {
        return position.chain().isEmpty()
                ? ""
                : position.chain().getFirst().speakers().stream()
                        .map(Link::text)
                        .collect(Collectors.joining(", "));
    }

    /// A source as one speaks of it: by its slug, in words, such as `Wikipedia 2016`.
    static String shortName(Link source) {
        String slug = source.href().replaceFirst("^.*/id/source/", "");
        if (slug.isEmpty() || slug.contains("/")) {
            return source.text();
        }
        StringBuilder words = new StringBuilder();
        for (String word : slug.split("-")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)))
                    .append(word.isEmpty() ? "" : word.substring(1));
        }
        return words.toString();
    }
}
