package chancery.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Numbers below a thousand as English words: `three`, `twenty five`, `a hundred and ten`, `third`.
public final class NumberWords {
    private static final List<String> SMALL =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS =
            List.of(
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth");
    private static final Pattern ORDINAL_DIGITS = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th)");
    private static final Pattern ROMAN =
            Pattern.compile("(?=[CLXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");

    private NumberWords() {}

    /// A number and where its words end.
    ///
    /// @param value 0 to 999
    /// @param end   index after the last word of it
    public record Found(int value, int end) {}

    /// @param words lower case, hyphened numbers in two words
    /// @param from  index of the first word to read
    /// @return the longest number that begins there; empty if none does
    public static Optional<Found> read(List<String> words, int from) {
        Optional<Found> below = from < words.size() ? belowHundred(words, from) : Optional.empty();
        int after = below.map(Found::end).orElse(from);
        boolean article = below.isEmpty() && at(words, from).matches("an?");
        if (!at(words, article ? from + 1 : after).equals("hundred")
                || (below.isEmpty() && !article)) {
            return below;
        }
        int hundreds = below.map(Found::value).orElse(1) * 100;
        int end = (article ? from + 1 : after) + 1;
        int next = at(words, end).equals("and") ? end + 1 : end;
        Optional<Found> rest = belowHundred(words, next);
        return Optional.of(
                rest.map(found -> new Found(hundreds + found.value, found.end))
                        .orElse(new Found(hundreds, end)));
    }

    private static Optional<Found> belowHundred(List<String> words, int from) {
        int tens = TENS.indexOf(at(words, from));
        if (tens >= 0) {
            int unit = SMALL.indexOf(at(words, from + 1));
            int value = (tens + 2) * 10;
            return Optional.of(
                    unit > 0 && unit < 10
                            ? new Found(value + unit, from + 2)
                            : new Found(value, from + 1));
        }
        int small = SMALL.indexOf(at(words, from));
        return small < 0 ? Optional.empty() : Optional.of(new Found(small, from + 1));
    }

    private static String at(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /// @param word one word: `Third`, `3rd`, or Roman capitals up to `CCCXCIX`
    /// @return the place in an order that it names, from 1; empty if it names none
    public static OptionalInt ordinal(String word) {
        int index = ORDINALS.indexOf(word.toLowerCase(Locale.ROOT));
        if (index >= 0) {
            return OptionalInt.of(index + 1);
        }
        var digits = ORDINAL_DIGITS.matcher(word);
        if (digits.matches()) {
            return OptionalInt.of(Integer.parseInt(digits.group(1)));
        }
        return ROMAN.matcher(word).matches() ? OptionalInt.of(roman(word)) : OptionalInt.empty();
    }

    private static int roman(String word) {
        int sum = 0;
        int before = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int value =
                    switch (word.charAt(i)) {
                        case 'C' -> 100;
                        case 'L' -> 50;
                        case 'X' -> 10;
                        case 'V' -> 5;
                        default -> 1;
                    };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}
