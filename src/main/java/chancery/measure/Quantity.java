package chancery.measure;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A figure: number, unit and bound together.
///
/// @param value in whole units; shares in percent
/// @param upperValue the upper end where two numbers are given; else null
/// @param resolution the place of the last written digit: 0.1 for 39.3, 1000000 for 2.403 billion
public record Quantity(
        Bound bound,
        BigDecimal value,
        @Nullable BigDecimal upperValue,
        Unit unit,
        BigDecimal resolution) {
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:e\\d{1,2})?)";
    private static final String BOUNDS =
            Stream.of(Bound.values()).map(Bound::words).collect(Collectors.joining("|"));
    private static final Pattern SHAPE =
            Pattern.compile("(?:(" + BOUNDS + ") )?" + NUMBER + "(?:\\.\\." + NUMBER + ")? (\\S+)");
    private static final String EXPECTED =
            "a bound (about, at least, more than, at most, less than) if any, a number whose"
                    + " exponent tells the last written digit, and a unit, such as: about 8e8 USD";

    /// Reads the notation of the tables: `[bound ]NUMBER[..NUMBER] UNIT`.
    public static Quantity parse(String text) throws BadQuantity {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new BadQuantity(text, EXPECTED);
        }
        String bound = shape.group(1);
        BigDecimal written = new BigDecimal(shape.group(2));
        BigDecimal upper = shape.group(3) == null ? null : new BigDecimal(shape.group(3));
        if (upper != null && upper.compareTo(written) <= 0) {
            throw new BadQuantity(text, "an upper number above the lower one");
        }
        return new Quantity(
                bound == null
                        ? Bound.EXACTLY
                        : Bound.valueOf(bound.toUpperCase(Locale.ROOT).replace(' ', '_')),
                plain(written),
                upper == null ? null : plain(upper),
                Unit.of(shape.group(4)).orElseThrow(() -> new BadQuantity(text, units())),
                plain(BigDecimal.ONE.scaleByPowerOfTen(-written.scale())));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.toPlainString());
    }

    private static String units() {
        return "one of the units "
                + Stream.of(Unit.values()).map(Unit::code).collect(Collectors.joining(", "));
    }

    /// Spelling in IRIs: bound, number, unit and resolution joined by `_`; a point is `x2E`.
    public String pathSafe() {
        String upper = upperValue == null ? "" : "-" + upperValue.toPlainString();
        return String.join(
                        "_",
                        bound.slug(),
                        value.toPlainString() + upper,
                        unit.code().toLowerCase(Locale.ROOT),
                        "r" + resolution.toPlainString())
                .replace(".", "x2E");
    }

    /// For people: `more than 500,000`, `301.1 km`.
    public String label() {
        DecimalFormat digits =
                new DecimalFormat(
                        "#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        digits.setMinimumFractionDigits(Math.max(0, value.scale()));
        String number = digits.format(value);
        String upper = upperValue == null ? "" : "–" + digits.format(upperValue);
        String before = bound == Bound.EXACTLY ? "" : bound.words() + " ";
        String space = unit == Unit.PERCENT || unit.label().isEmpty() ? "" : " ";
        return before + number + upper + space + unit.label();
    }

    /// @return whether both can be the same figure, after conversion and within the precision of
    ///     both: the two differ by less than half of each last digit together
    public boolean agreesWith(Quantity other) {
        if (unit.base() != other.unit.base()) {
            return false;
        }
        BigDecimal slack =
                unit.toBase(resolution)
                        .add(other.unit.toBase(other.resolution))
                        .divide(BigDecimal.valueOf(2));
        BigDecimal apart = unit.toBase(value).subtract(other.unit.toBase(other.value)).abs();
        return apart.compareTo(slack) < 0;
    }

    /// @return whether this says the same as the other, to a finer digit
    public boolean refines(Quantity other) {
        return bound == other.bound
                && agreesWith(other)
                && unit.toBase(resolution).compareTo(other.unit.toBase(other.resolution)) < 0;
    }

    @Override
    public String toString() {
        return label();
    }
}
