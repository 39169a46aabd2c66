package chancery.check.datatype;

import chancery.describe.datatype.Format;
import chancery.describe.datatype.NumberPattern;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number in the signs of XML Schema, read from a text with signs of its own (Tabular Data Model,
/// section 6.4.2).
///
/// @param lexical perhaps none that its datatype allows, such as a fraction for an integer
/// @param shift how many places the decimal sign moves left: 2 for percent, 3 for per mille
record WrittenNumber(String lexical, int shift) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<sign>[+-]?)(?<prefix>[%‰]?)(?<inner>[+-]?)(?<whole>[0-9,]*)"
                            + "(?<fraction>\\.[0-9,]+)?(?:[eE](?<exponent>[+-]?[0-9]+))?"
                            + "(?<suffix>[%‰]?)");

    /// @return empty if the text is not written so
    static Optional<WrittenNumber> read(String text, Format.Digits format) {
        Matcher shape = SHAPE.matcher(inOurSigns(text, format));
        if (!shape.matches()) {
            return Optional.empty();
        }
        String sign = shape.group("sign") + shape.group("inner");
        String whole = shape.group("whole");
        String fraction = orEmpty(shape.group("fraction")).replace(".", "");
        String exponent = orEmpty(shape.group("exponent"));
        String percent = shape.group("prefix") + shape.group("suffix");
        boolean fits =
                format.pattern().isPresent()
                        ? fits(format.pattern().get(), shape, sign, whole, fraction, exponent)
                        : fits(whole, fraction) && shape.group("prefix").isEmpty();
        if (!fits || sign.length() > 1 || percent.length() > 1 || (whole + fraction).isEmpty()) {
            return Optional.empty();
        }
        String lexical =
                sign
                        + whole.replace(",", "")
                        + (fraction.isEmpty() ? "" : "." + fraction.replace(",", ""))
                        + (exponent.isEmpty() ? "" : exponentSign(text) + exponent);
        return Optional.of(
                new WrittenNumber(lexical, percent.isEmpty() ? 0 : percent.equals("%") ? 2 : 3));
    }

    private static String exponentSign(String text) {
        return text.indexOf('e') >= 0 ? "e" : "E";
    }

    /// The text with `.` before fractions and `,` between groups; a sign that means nothing here
    /// becomes one that nothing matches.
    private static String inOurSigns(String text, Format.Digits format) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String c = text.substring(i, i + 1);
            boolean groups =
                    format.groupChar().filter(c::equals).isPresent()
                            // a space in a pattern is often written as one that does not break
                            || (c.equals("\u00A0")
                                    && format.groupChar().filter(" "::equals).isPresent());
            if (c.equals(format.decimalChar())) {
                out.append('.');
            } else if (groups) {
                out.append(',');
            } else if (c.equals(".") || c.equals(",")) {
                out.append('?');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean fits(String whole, String fraction) {
        return !whole.startsWith(",")
                && !whole.endsWith(",")
                && !whole.contains(",,")
                && !fraction.contains(",");
    }

    private static boolean fits(
            NumberPattern pattern,
            Matcher shape,
            String sign,
            String whole,
            String fraction,
            String exponent) {
        String signs = "+-";
        String wantedSign =
                pattern.prefix().isEmpty() || signs.indexOf(pattern.prefix().charAt(0)) < 0
                        ? ""
                        : pattern.prefix().substring(0, 1);
        String wantedPrefix = pattern.prefix().substring(wantedSign.length());
        boolean signed =
                switch (wantedSign) {
                    case "+" -> !sign.isEmpty();
                    case "-" -> sign.equals("-");
                    default -> true;
                };
        int digits = exponent.replace("+", "").replace("-", "").length();
        return signed
                && shape.group("prefix").equals(wantedPrefix)
                && shape.group("suffix").equals(pattern.suffix())
                && pattern.allowsWhole(whole)
                && pattern.allowsFraction(fraction)
                && (pattern.exponent() == 0 ? digits == 0 : digits >= pattern.exponent());
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
