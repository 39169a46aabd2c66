package chancery.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads figures as English prose writes them, to see whether quoted words mean a value.
public final class EnglishFigure {
    private static final List<String> NUMBERS =
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
                    "nineteen",
                    "twenty");
    private static final List<String> ORDINALS =
            List.of("zeroth", "first", "second", "third", "fourth", "fifth", "sixth");
    private static final Map<String, Integer> SCALES =
            Map.of(
                    "decade",
                    1,
                    "thousand",
                    3,
                    "million",
                    6,
                    "mln",
                    6,
                    "billion",
                    9,
                    "bln",
                    9,
                    "trillion",
                    12);
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(\\d[\\d,]*(?:\\.\\d+)?|half(?: an?)?|\\b(?:"
                            + String.join("|", NUMBERS)
                            + "|"
                            + String.join("|", ORDINALS)
                            + ")\\b)\\s*(decade|thousand|million|mln|billion|bln|trillion)?");

    private EnglishFigure() {}

    /// @return whether the words give the value: the same number to the same digit, the same bound,
    ///     and the same unit where the words name one
    public static boolean states(String words, Quantity value) {
        String text = words.toLowerCase(Locale.ROOT);
        if (!unitFits(text, value.unit()) || !boundFits(text, value.bound())) {
            return false;
        }
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) {
            String scale = shape.group(2);
            BigDecimal number =
                    number(shape.group(1))
                            .scaleByPowerOfTen(scale == null ? 0 : SCALES.getOrDefault(scale, 0));
            if (number.compareTo(value.value()) == 0) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal number(String word) {
        if (word.startsWith("half")) {
            return new BigDecimal("0.5");
        }
        if (NUMBERS.contains(word)) {
            return BigDecimal.valueOf(NUMBERS.indexOf(word));
        }
        if (ORDINALS.contains(word)) {
            return BigDecimal.valueOf(ORDINALS.indexOf(word));
        }
        return new BigDecimal(word.replace(",", ""));
    }

    private static boolean unitFits(String text, Unit unit) {
        boolean dollars = text.contains("$") || text.contains("dollar") || text.contains("usd");
        boolean manats = text.contains("₼") || text.contains("manat");
        boolean percent = text.contains("%") || text.contains("percent");
        boolean miles = Pattern.compile("\\bmi(les?)?\\b").matcher(text).find();
        boolean kilometres = Pattern.compile("\\bkm\\b|kilomet").matcher(text).find();
        boolean named = dollars || manats || percent || miles || kilometres;
        return switch (unit) {
            case USD -> dollars;
            case AZN -> manats;
            case RUB -> text.contains("rouble") || text.contains("ruble") || text.contains("₽");
            case PERCENT -> percent;
            case MILE -> miles;
            case KILOMETRE -> kilometres;
            case NUMBER, YEAR -> !named;
        };
    }

    /// Words without a bound may still stand in a passage that gives one before them, so only a
    /// bound that contradicts is refused.
    private static boolean boundFits(String text, Bound bound) {
        boolean more =
                text.contains("more than") || text.contains("over ") || text.contains("surpass");
        boolean about = text.contains("about") || text.contains("approximately");
        return switch (bound) {
            case EXACTLY -> !more && !about;
            case ABOUT -> !more;
            case AT_LEAST, MORE_THAN -> !about;
            case AT_MOST, LESS_THAN -> !more && !about;
        };
    }
}
