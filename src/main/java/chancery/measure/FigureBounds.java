package chancery.measure;

import chancery.measure.FigureWords.Figure;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The bounds that the words around a figure set it.
final class FigureBounds {
    private static final Set<String> SMALL =
            Set.of("$", "us$", "usd", "€", "eur", "₼", "azn", "₽", "rub", "of", "a", "an", "the");
    private static final Set<String> LIMITS = Set.of("threshold", "mark", "milestone");

    /// Between a figure and the word behind it that bounds it there is at most its unit.
    private static final int LONGEST_UNIT = 2;

    private FigureBounds() {}

    /// @return more than one where the words are ambiguous; empty when no word bounds the figure
    static List<Bound> of(FigureWords text, Figure figure) {
        Stream<Bound> behind =
                Stream.iterate(figure.end(), at -> at <= figure.end() + LONGEST_UNIT, at -> at + 1)
                        .flatMap(at -> behind(text, at).stream());
        return Stream.concat(before(text, figure.start()).stream(), behind).distinct().toList();
    }

    /// @param start index of the figure's first token
    static List<Bound> before(FigureWords text, int start) {
        int at = start - 1;
        while (SMALL.contains(text.at(at))) {
            at--;
        }
        String two = text.at(at - 1) + " " + text.at(at);
        boolean negated = Set.of("no", "not").contains(text.at(at - 2));
        return switch (two) {
            case "more than", "greater than", "higher than" ->
                    List.of(negated ? Bound.AT_MOST : Bound.MORE_THAN);
            case "less than", "fewer than", "lower than" ->
                    List.of(negated ? Bound.AT_LEAST : Bound.LESS_THAN);
            case "at least" -> List.of(Bound.AT_LEAST);
            case "at most" -> List.of(Bound.AT_MOST);
            // "up to 90" is a limit, "grew up to 90" is not
            case "up to" -> List.of(Bound.AT_MOST, Bound.EXACTLY);
            default -> before(text.at(at));
        };
    }

    private static List<Bound> before(String word) {
        return switch (word) {
            case "about", "approximately", "approx", "around", "roughly", "circa", "ca", "some" ->
                    List.of(Bound.ABOUT);
            case "near", "nearly", "almost" -> List.of(Bound.ABOUT, Bound.LESS_THAN);
            case "over",
                    "above",
                    "exceed",
                    "exceeding",
                    "exceeded",
                    "exceeds",
                    "surpassing",
                    "surpassed",
                    "surpasses",
                    "topped",
                    "crossed" ->
                    List.of(Bound.MORE_THAN);
            case "under", "below" -> List.of(Bound.LESS_THAN);
            case "minimum" -> List.of(Bound.AT_LEAST);
            case "maximum" -> List.of(Bound.AT_MOST);
            default -> List.of();
        };
    }

    private static List<Bound> behind(FigureWords text, int at) {
        String word = text.at(at);
        if (LIMITS.contains(word)) {
            // "the 4 billion threshold": the verb, "crossed", may stand anywhere
            return List.of(Bound.MORE_THAN, Bound.AT_LEAST);
        }
        return switch (word + " " + text.at(at + 1)) {
            case "or more", "at least" -> List.of(Bound.AT_LEAST);
            case "or less", "or fewer", "at most" -> List.of(Bound.AT_MOST);
            default -> word.equals("+") ? List.of(Bound.AT_LEAST) : List.of();
        };
    }
}
