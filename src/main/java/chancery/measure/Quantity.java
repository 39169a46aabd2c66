package chancery.measure;

import chancery.time.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
/// @param value a multiple of the resolution, in whole units; shares in percent
/// @param upperValue the upper end where two numbers are given; else null
/// @param resolution the place of the last written digit, a power of ten: 0.1 for 39.3, 1000000
///     for 2.403 billion; of two numbers the finer one
public record Quantity(
        Bound bound,
        BigDecimal value,
        @Nullable BigDecimal upperValue,
        Unit unit,
        BigDecimal resolution) {
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?(?:e[0-9]{1,2})?)";
    private static final String BOUNDS =
            Stream.of(Bound.values()).map(Bound::words).collect(Collectors.joining("|"));
    private static final Pattern SHAPE =
            Pattern.compile("(?:(" + BOUNDS + ") )?" + NUMBER + "(?:\\.\\." + NUMBER + ")? (\\S+)");
    private static final String EXPECTED =
            "a bound (about, at least, more than, at most, less than) if any, a number whose"
                    + " exponent tells the last written digit, and a unit, such as: about 8e8 USD";

    /// @throws IllegalArgumentException when numbers and resolution do not fit one another
    public Quantity {
        resolution = plain(resolution.stripTrailingZeros());
        if (!resolution.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("resolution " + resolution);
        }
        value = multiple(value, resolution);
        if (upperValue != null) {
            upperValue = multiple(upperValue, resolution);
            if (upperValue.compareTo(value) <= 0) {
                throw new IllegalArgumentException(value + " is not below " + upperValue);
            }
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal multiple(BigDecimal number, BigDecimal resolution) {
        if (number.remainder(resolution).signum() != 0) {
            throw new IllegalArgumentException(number + " is no multiple of " + resolution);
        }
        return number.setScale(resolution.scale(), RoundingMode.UNNECESSARY);
    }

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
        int scale = upper == null ? written.scale() : Math.max(written.scale(), upper.scale());
        return new Quantity(
                bound == null
                        ? Bound.EXACTLY
                        : Bound.valueOf(bound.toUpperCase(Locale.ROOT).replace(' ', '_')),
                written,
                upper,
                Unit.of(shape.group(4))
                        .orElseThrow(
                                () -> new BadQuantity(text, "one of the units " + Unit.codes())),
                BigDecimal.ONE.scaleByPowerOfTen(-scale));
    }

    /// How the first stands to the second, by the true numbers that they allow: a number written to
    /// the tenth allows all that is rounded to it, a count to the unit only itself, `about` a tenth
    /// of the number to either side, and no less than its last written digit. Units of one kind are
    /// converted, by exact factors; figures of different kinds are compatible, for nothing is known
    /// of how they stand.
    public static Verdict compare(Quantity a, Quantity b) {
        if (a.unit.base() != b.unit.base()) {
            return Verdict.COMPATIBLE;
        }
        Range one = Range.of(a);
        Range other = Range.of(b);
        boolean inside = one.isWithin(other);
        boolean around = other.isWithin(one);
        if (inside || around) {
            return !around ? Verdict.REFINES : inside ? Verdict.SAME : Verdict.REFINED_BY;
        }
        return one.isBelow(other) || other.isBelow(one) ? Verdict.DISJOINT : Verdict.COMPATIBLE;
    }

    /// Spelling in IRIs: bound, number, unit and resolution joined by `_`; a point is `x2E`.
    ///
    /// @return never the same for two quantities
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
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        digits.setMinimumFractionDigits(value.scale());
        digits.setMaximumFractionDigits(value.scale());
        boolean one = upperValue == null && value.compareTo(BigDecimal.ONE) == 0;
        String upper = upperValue == null ? "" : "–" + digits.format(upperValue);
        String after = one ? unit.singular() : unit.label();
        String space = unit == Unit.PERCENT || after.isEmpty() ? "" : " ";
        return words() + digits.format(value) + upper + space + after;
    }

    private String words() {
        return bound == Bound.EXACTLY ? "" : bound.words() + " ";
    }

    /// In the notation of the tables; the exponent is that of the last written digit:
    /// `2403e6 USD`.
    @Override
    public String toString() {
        String upper = upperValue == null ? "" : ".." + notation(upperValue);
        return words() + notation(value) + upper + " " + unit.code();
    }

    private String notation(BigDecimal number) {
        int power = resolution.precision() - 1;
        return resolution.compareTo(BigDecimal.ONE) <= 0
                ? number.toPlainString()
                : number.movePointLeft(power).toBigIntegerExact() + "e" + power;
    }
}
