package chancery.infer.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides which texts of a column mean that there is no value.
final class NullDecision {
    /// How often a code below zero must come to be taken for one.
    private static final int AGAIN = 3;

    private final ColumnSurvey survey;

    NullDecision(ColumnSurvey survey) {
        this.survey = survey;
    }

    /// @param tableWords words and codes that mean no value in other columns of the table
    ColumnGuess decide(ColumnGuess guess, Set<String> tableWords) {
        return guess.isText() ? textNulls(guess, tableWords) : typedNulls(guess);
    }

    private ColumnGuess typedNulls(ColumnGuess guess) {
        List<String> nulls = new ArrayList<>();
        List<String> told = new ArrayList<>();
        survey.words()
                .forEach(
                        (word, count) -> {
                            if (!word.isBlank()) {
                                nulls.add(word);
                                told.add(told(word, count));
                            }
                        });
        ColumnGuess more = guess;
        if (!told.isEmpty()) {
            more = more.noting("no value: " + String.join(", ", told));
        }
        if (survey.hasBlanks()) {
            more = more.noting("some cells have only white space");
        }
        return codes(more, nulls);
    }

    /// Codes below zero count as no value if they come again and again; else they are only told.
    private ColumnGuess codes(ColumnGuess guess, List<String> nulls) {
        ColumnGuess more = guess;
        boolean year = guess.base().equals("gYear");
        if (guess.base().equals("integer") || year || guess.base().equals("decimal")) {
            for (Map.Entry<String, Long> code : codesOf(year).entrySet()) {
                String told = told(code.getKey(), code.getValue());
                if (year || code.getValue() >= AGAIN) {
                    nulls.add(code.getKey());
                    more = more.noting("taken for no value, being below zero alone: " + told);
                } else {
                    more = more.noting("perhaps a code for no value: " + told);
                }
            }
            Optional<Map.Entry<String, Long>> above = survey.numbers().codeAbove();
            if (above.isPresent()) {
                more =
                        more.noting(
                                "perhaps a code for no value, being far above the others: "
                                        + told(above.get().getKey(), above.get().getValue()));
            }
        }
        return more.withNulls(withEmpty(nulls));
    }

    private Map<String, Long> codesOf(boolean year) {
        Map<String, Long> codes = survey.numbers().codesBelowZero();
        long counted = codes.values().stream().mapToLong(Long::longValue).sum();
        // a column of nothing else has values, not codes
        return year || counted < survey.values() ? codes : Map.of();
    }

    private ColumnGuess textNulls(ColumnGuess guess, Set<String> tableWords) {
        List<String> nulls = new ArrayList<>();
        ColumnGuess more = guess;
        for (Map.Entry<String, Long> word : survey.words().entrySet()) {
            String text = word.getKey();
            String told = told(text, word.getValue());
            boolean sure = text.isBlank() || NullWords.SURE.contains(text);
            boolean code =
                    survey.shortest() == survey.longest() && survey.longest() == text.length();
            if (sure || (tableWords.contains(text) && !code)) {
                nulls.add(text);
                more = more.noting("no value: " + told);
            } else if (!code) {
                more = more.noting("perhaps a word for no value: " + told);
            } else {
                more = more.noting("taken for a value like the others: " + told);
            }
        }
        for (Map.Entry<String, Long> code : survey.numbers().belowZero().entrySet()) {
            if (tableWords.contains(code.getKey()) && code.getValue() < survey.values()) {
                nulls.add(code.getKey());
                more =
                        more.noting(
                                "no value, as in other columns: "
                                        + told(code.getKey(), code.getValue()));
            }
        }
        return more.withNulls(withEmpty(nulls));
    }

    private static String told(String word, long count) {
        return Odd.quoted(word) + " (" + Counted.of(count) + ")";
    }

    private static List<String> withEmpty(List<String> nulls) {
        if (nulls.isEmpty()) {
            return nulls;
        }
        List<String> all = new ArrayList<>();
        all.add("");
        all.addAll(nulls);
        return all;
    }
}
