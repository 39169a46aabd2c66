package chancery.infer.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is known of a column's values as numbers.
final class NumberTally {
    private static final Pattern YEAR_MONTH = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern THREE_BEHIND = Pattern.compile("[+-]?\\d+(?:[.,]\\d{3})?");

    /// Numbers that stand for no number in many a table, if nothing else is below zero.
    private static final Set<String> BELOW =
            Set.of(
                    "-9", "-99", "-999", "-9999", "-99999", "-8", "-88", "-888", "-7", "-77",
                    "-777");

    private static final Set<String> ABOVE = Set.of("99", "999", "9999", "99999", "999999");
    private static final int PLAIN_DIGITS = 18;

    /// Those in which every value so far is a number; [NumberStyle#DECIMAL] is counted in any case.
    private final Set<NumberStyle> alive = EnumSet.complementOf(EnumSet.of(NumberStyle.DECIMAL));

    private final Map<NumberStyle, Long> styles = new EnumMap<>(NumberStyle.class);
    private final Map<String, Long> below = new TreeMap<>();
    private final Map<String, Long> above = new LinkedHashMap<>();
    private final Odd odd = new Odd();
    private long plain;
    private long padded;
    private long years;
    private long yearMonths;
    private long negative;
    private long points;
    private long commas;
    private long threeBehind;
    private double greatest = Double.NEGATIVE_INFINITY;

    void add(String text, long times) {
        if (isPlain(text)) {
            plain += times;
            threeBehind += times;
            years += isYear(text) ? times : 0;
            yearMonths += isYearMonth(text) ? times : 0;
            if (ABOVE.contains(text)) {
                above.merge(text, times, Long::sum);
            } else {
                greatest = Math.max(greatest, Double.parseDouble(text));
            }
            return;
        }
        alive.removeIf(style -> !addTo(style, text, times));
        padded += NumberStyle.isPadded(text) ? times : 0;
        if (addTo(NumberStyle.DECIMAL, text, times)) {
            points += text.indexOf('.') >= 0 ? times : 0;
        } else {
            odd.add(text, times);
            points += text.indexOf('.') >= 0 ? times : 0;
            commas += text.indexOf(',') >= 0 ? times : 0;
        }
        threeBehind += isThreeBehind(text) ? times : 0;
        if (BELOW.contains(text)) {
            below.merge(text, times, Long::sum);
        } else {
            negative += text.charAt(0) == '-' ? times : 0;
        }
    }

    /// @return whether the text is a number in this style
    private boolean addTo(NumberStyle style, String text, long times) {
        boolean fits = style.takes(text);
        if (fits) {
            styles.merge(style, times, Long::sum);
        }
        return fits;
    }

    private static boolean isThreeBehind(String text) {
        return text.length() < PLAIN_DIGITS && THREE_BEHIND.matcher(text).matches();
    }

    private static boolean isYear(String text) {
        return text.length() == 4 && (text.charAt(0) == '1' || text.charAt(0) == '2');
    }

    private static boolean isYearMonth(String text) {
        return text.length() == 6
                && isPlain(text)
                && YEAR_MONTH.matcher(text.substring(0, 4)).matches()
                && text.compareTo(text.substring(0, 4) + "00") > 0
                && text.compareTo(text.substring(0, 4) + "12") <= 0;
    }

    private static boolean isPlain(String text) {
        if (text.length() > PLAIN_DIGITS || (text.length() > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// The styles in which all values are numbers, the preferred one first.
    List<NumberStyle> complete(long values) {
        List<NumberStyle> complete = new ArrayList<>();
        for (NumberStyle style : NumberStyle.values()) {
            if (values > 0 && count(style) == values) {
                complete.add(style);
            }
        }
        return complete;
    }

    private long count(NumberStyle style) {
        return styles.getOrDefault(style, 0L) + (style.isPercent() ? 0 : plain);
    }

    /// Numbers in the signs of XML Schema.
    long usual() {
        return count(NumberStyle.DECIMAL);
    }

    /// Whether no number has a sign before fractions: then the other sign parts groups.
    ///
    /// @param decimalChar `.` or `,`
    boolean groupedAreWhole(String decimalChar) {
        return decimalChar.equals(",") ? commas == 0 : points == 0;
    }

    /// Digits with a zero before others.
    long padded() {
        return padded;
    }

    /// Whether every value that is not a whole number has exactly three digits behind its one sign.
    boolean isAmbiguous(long values) {
        return points + commas > 0 && threeBehind == values;
    }

    /// Whether all but codes for no value are years of four digits.
    boolean areYears(long values) {
        return years > 0 && years + codes() == values;
    }

    /// Whether all but codes for no value are a year and a month run together.
    boolean areYearMonths(long values) {
        return yearMonths > 0 && yearMonths + codes() == values;
    }

    private long codes() {
        return below.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Numbers that are codes for no value in many a table.
    Map<String, Long> belowZero() {
        return below;
    }

    /// Codes for no value, with how often they stand there: the only values below zero.
    Map<String, Long> codesBelowZero() {
        return negative == 0 ? below : Map.of();
    }

    /// A number of nines far above all others.
    Optional<Map.Entry<String, Long>> codeAbove() {
        return above.entrySet().stream()
                .filter(code -> above.size() == 1 && code.getValue() > 1)
                .filter(code -> greatest > 0 && Double.parseDouble(code.getKey()) > 3 * greatest)
                .findFirst();
    }

    Odd odd() {
        return odd;
    }
}
