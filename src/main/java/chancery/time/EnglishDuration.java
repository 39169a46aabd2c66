package chancery.time;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations as English prose writes them: five-year, two decades, six months.
public final class EnglishDuration {
    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");
    /// No number of its own is the five of twenty-five and of 1.5, and the a of half a year.
    private static final String NOT_PART_OF_ANOTHER = "(?<![\\p{L}\\d]|[\\d\\p{L}][-.,]|half |ty )";

    private static final Pattern SHAPE =
            Pattern.compile(
                    NOT_PART_OF_ANOTHER
                            + "(\\d{1,4}|an?|"
                            + String.join("|", NUMBERS)
                            + ")[ -](decade|year|month|week|day)s?\\b");

    private EnglishDuration() {}

    /// @param value xsd:duration, such as `P5Y`
    /// @return whether the words give exactly it
    public static boolean states(String words, String value) {
        Matcher shape = SHAPE.matcher(words.toLowerCase(Locale.ROOT));
        while (shape.find()) {
            if (duration(number(shape.group(1)), shape.group(2)).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static int number(String word) {
        if (word.startsWith("a")) {
            return 1;
        }
        return NUMBERS.contains(word) ? NUMBERS.indexOf(word) : Integer.parseInt(word);
    }

    private static String duration(int number, String unit) {
        return switch (unit) {
            case "decade" -> "P" + 10 * number + "Y";
            case "year" -> "P" + number + "Y";
            case "month" -> "P" + number + "M";
            case "week" -> "P" + 7 * number + "D";
            default -> "P" + number + "D";
        };
    }
}
