package chancery.measure;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    /// No number of its own is the five of twenty-five.
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(\\d[\\d,]*(?:\\.\\d+)?|\\bhalf(?: an?)?|\\b(?<!ty[- ])(?:"
                            + String.join("|", NUMBERS)
                            + "|"
                            + String.join("|", ORDINALS)
                            + ")\\b(?![- ](?:"
                            + String.join("|", NUMBERS)
                            + ")\\b))\\s*(decade|thousand|million|mln|billion|bln|trillion)?");
    private static final Pattern YEARS = Pattern.compile("[- ]?(?:years?|decades?)\\b");

    private static final Map<Unit, Pattern> UNITS =
            Map.of(
                    Unit.USD, Pattern.compile("\\$|\\bdollars?\\b|\\busd\\b"),
                    Unit.AZN, Pattern.compile("₼|\\bmanats?\\b|\\bazn\\b"),
                    Unit.RUB, Pattern.compile("₽|\\brou?bles?\\b|\\brub\\b"),
                    Unit.PERCENT, Pattern.compile("%|\\bper ?cent\\b"),
                    Unit.MILE, Pattern.compile("\\bmi\\b|\\bmiles?\\b"),
                    Unit.KILOMETRE, Pattern.compile("\\bkm\\b|\\bkilomet(?:re|er)s?\\b"));

    private static final Map<Bound, Pattern> BOUNDS =
            Map.of(
                    Bound.ABOUT,
                    Pattern.compile("\\b(?:about|approximately|around|roughly|nearly|near)\\b"),
                    Bound.AT_LEAST,
                    Pattern.compile("\\b(?:at least|no less than|no fewer than)\\b"),
                    Bound.MORE_THAN,
                    Pattern.compile("(?<!no )\\bmore than\\b|\\bover\\b|\\bsurpass|\\bexceed"),
                    Bound.AT_MOST,
                    Pattern.compile("\\b(?:at most|up to|no more than)\\b"),
                    Bound.LESS_THAN,
                    Pattern.compile("(?<!no )\\b(?:less|fewer) than\\b|\\bunder\\b|\\bbelow\\b"));

    private EnglishFigure() {}

    /// @return whether the words give the value: the same number to the same digit, a bound that
    ///     does not contradict, and the same unit and no other; a count needs none
    public static boolean states(String words, Quantity value) {
        String text = words.toLowerCase(Locale.ROOT).replace('\u00A0', ' ');
        BigDecimal upper = value.upperValue();
        return unitFits(text, value.unit())
                && boundFits(text, value.bound())
                && gives(text, value.value(), value)
                && (upper == null || gives(text, upper, value));
    }

    private static boolean gives(String text, BigDecimal wanted, Quantity value) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) {
            String scale = shape.group(2);
            BigDecimal number =
                    number(shape.group(1))
                            .scaleByPowerOfTen(scale == null ? 0 : SCALES.getOrDefault(scale, 0));
            BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen(-number.scale());
            boolean years =
                    "decade".equals(scale)
                            || YEARS.matcher(text).region(shape.end(), text.length()).lookingAt();
            if (number.compareTo(wanted) == 0
                    && digit.compareTo(value.resolution()) == 0
                    && !(years && value.unit() == Unit.NUMBER)) {
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
        Set<Unit> named = EnumSet.noneOf(Unit.class);
        UNITS.forEach(
                (candidate, words) -> {
                    if (words.matcher(text).find()) {
                        named.add(candidate);
                    }
                });
        boolean counted = unit == Unit.NUMBER || unit == Unit.YEAR;
        return named.equals(counted ? Set.of() : Set.of(unit));
    }

    /// Words without a bound may still stand in a passage that gives one before them, so only a
    /// bound that contradicts is refused.
    private static boolean boundFits(String text, Bound bound) {
        Set<Bound> named = EnumSet.noneOf(Bound.class);
        BOUNDS.forEach(
                (candidate, words) -> {
                    if (words.matcher(text).find()) {
                        named.add(candidate);
                    }
                });
        return named.isEmpty() || named.contains(bound);
    }
}
