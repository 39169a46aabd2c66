package chancery.describe.datatype;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number pattern (UAX #35, part 3, as far as the Tabular Data Model asks in section 6.4.2): how
/// many digits, in groups of which sizes, with which signs around them.
///
/// @param text as the metadata write it, in its own signs
/// @param prefix sign, percent or per mille before the digits; may be empty
/// @param suffix percent or per mille behind them; may be empty
/// @param whole digits before the decimal sign
/// @param fraction digits behind it
/// @param exponent least number of its digits; 0 if there is none
public record NumberPattern(
        String text, String prefix, String suffix, Whole whole, Fraction fraction, int exponent) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<prefix>[+-]?[%‰]?)(?<whole>[#0,]*)(?<fraction>\\.[#0,]*)?"
                            + "(?:E(?<exponent>[+]?[#0]+))?(?<suffix>[%‰]?)");
    private static final Pattern FIRST_OPTIONAL = Pattern.compile("#*0*");
    private static final Pattern FIRST_REQUIRED = Pattern.compile("0*#*");

    /// @param least number of digits
    /// @param most number of digits, which counts only where there is an exponent
    /// @param group size of the last group; 0 if there are no groups
    /// @param groups size of the groups before it
    public record Whole(int least, int most, int group, int groups) {}

    /// @param least number of digits
    /// @param most number of digits
    /// @param group size of the groups; 0 if there are none
    public record Fraction(int least, int most, int group) {}

    /// @param decimal the sign that the pattern writes before fractions
    /// @param group the sign between groups
    /// @return empty if the text is no pattern
    public static Optional<NumberPattern> parse(String text, String decimal, String group) {
        String plain = text.replace(group, "\u0001").replace(decimal, ".").replace('\u0001', ',');
        Matcher shape = SHAPE.matcher(plain);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String whole = orEmpty(shape.group("whole"));
        String fraction = orEmpty(shape.group("fraction")).replace(".", "");
        boolean inOrder =
                FIRST_OPTIONAL.matcher(whole.replace(",", "")).matches()
                        && FIRST_REQUIRED.matcher(fraction.replace(",", "")).matches();
        boolean grouped = isGrouped(whole) && isGrouped(fraction);
        if (!inOrder || !grouped || (whole + fraction).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NumberPattern(
                        text,
                        orEmpty(shape.group("prefix")),
                        orEmpty(shape.group("suffix")),
                        whole(whole),
                        new Fraction(
                                count(fraction, '0'),
                                fraction.replace(",", "").length(),
                                Math.max(0, fraction.indexOf(','))),
                        orEmpty(shape.group("exponent")).isEmpty()
                                ? 0
                                : Math.max(1, count(shape.group("exponent"), '0'))));
    }

    private static boolean isGrouped(String digits) {
        return !digits.startsWith(",") && !digits.endsWith(",") && !digits.contains(",,");
    }

    private static Whole whole(String digits) {
        int last = digits.lastIndexOf(',');
        if (last < 0) {
            return new Whole(count(digits, '0'), digits.length(), 0, 0);
        }
        int before = digits.lastIndexOf(',', last - 1);
        int group = digits.length() - last - 1;
        int most = digits.length() - count(digits, ',');
        return new Whole(count(digits, '0'), most, group, before < 0 ? group : last - before - 1);
    }

    private static int count(String text, char digit) {
        return (int) text.chars().filter(c -> c == digit).count();
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    /// Whether the digits before the decimal sign are as many and grouped as the pattern says.
    ///
    /// @param digits with `,` between groups
    public boolean allowsWhole(String digits) {
        int most = exponent > 0 ? Math.max(1, whole.most()) : Integer.MAX_VALUE;
        return allows(digits, whole.least(), most) && groupedFromEnd(digits);
    }

    /// Whether the digits behind the decimal sign are as many and grouped as the pattern says.
    ///
    /// @param digits with `,` between groups; `""` if there is no decimal sign
    public boolean allowsFraction(String digits) {
        if (!allows(digits, fraction.least(), fraction.most())) {
            return false;
        }
        int next = fraction.group();
        for (int i = 0; i < digits.length(); i++) {
            boolean separates = digits.charAt(i) == ',';
            if (separates != (fraction.group() > 0 && i == next)) {
                return false;
            }
            next += separates ? fraction.group() + 1 : 0;
        }
        return true;
    }

    private static boolean allows(String digits, int least, int most) {
        int number = digits.length() - count(digits, ',');
        return number >= least && number <= most;
    }

    private boolean groupedFromEnd(String digits) {
        int next = whole.group();
        for (int i = 0; i < digits.length(); i++) {
            boolean separates = digits.charAt(digits.length() - 1 - i) == ',';
            if (separates != (whole.group() > 0 && i == next)) {
                return false;
            }
            next += separates ? whole.groups() + 1 : 0;
        }
        return !digits.startsWith(",");
    }
}
