package chancery.check.datatype;

import chancery.check.Finding.Code;
import chancery.check.Value;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads numbers (Tabular Data Model, section 6.4.2).
final class NumberReader {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern DOUBLE =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([Ee][+-]?\\d{1,6})?");
    private static final int MOST_DIGITS = 1000;
    private static final Set<String> SPECIAL = Set.of("INF", "-INF", "+INF", "NaN");

    private final Datatype.Numeric type;
    private final Bounds<BigDecimal> ofType;

    NumberReader(Datatype.Numeric type) {
        this.type = type;
        this.ofType = bounds(type.base());
    }

    Reading read(String text) {
        boolean real = type.base() == BaseType.DOUBLE || type.base() == BaseType.FLOAT;
        if (real && SPECIAL.contains(text)) {
            return Reading.fits(new Value.Typed(text, type.iri()));
        }
        if (text.length() > MOST_DIGITS) {
            return Reading.fails(
                    Code.DATATYPE, described() + " of at most " + MOST_DIGITS + " characters");
        }
        Optional<WrittenNumber> written =
                type.format() instanceof Format.Digits digits
                        ? WrittenNumber.read(text, digits)
                        : Optional.of(new WrittenNumber(text, 0));
        Pattern syntax = real ? DOUBLE : isInteger() ? INTEGER : DECIMAL;
        if (written.isEmpty() || !syntax.matcher(written.get().lexical()).matches()) {
            return Reading.fails(Code.DATATYPE, described() + inPattern());
        }
        return inside(written.get());
    }

    private Reading inside(WrittenNumber written) {
        BigDecimal number = new BigDecimal(written.lexical()).scaleByPowerOfTen(-written.shift());
        if (isInteger() && written.shift() > 0 && number.stripTrailingZeros().scale() > 0) {
            return Reading.fails(Code.DATATYPE, described());
        }
        for (Bounds<BigDecimal> bounds : List.of(ofType, type.bounds())) {
            Optional<String> expected = outside(number, bounds);
            if (expected.isPresent()) {
                return Reading.fails(Code.OUT_OF_RANGE, described() + expected.get());
            }
        }
        String lexical =
                written.shift() == 0
                        ? written.lexical()
                        : CanonicalNumber.of(number, type.base().iri());
        return Reading.fits(new Value.Number(number, lexical, type.iri()));
    }

    private String inPattern() {
        return type.format() instanceof Format.Digits digits && digits.pattern().isPresent()
                ? " written as " + digits.pattern().get().text()
                : "";
    }

    private boolean isInteger() {
        return switch (type.base()) {
            case DECIMAL, DOUBLE, FLOAT -> false;
            default -> true;
        };
    }

    private String described() {
        return switch (type.base()) {
            case INTEGER -> "a whole number";
            case DECIMAL, DOUBLE, FLOAT -> "a number";
            default -> "a whole number (" + type.base().csvwName() + ")";
        };
    }

    private static Optional<String> outside(BigDecimal number, Bounds<BigDecimal> bounds) {
        boolean inside =
                bounds.minimum().map(b -> number.compareTo(b) >= 0).orElse(true)
                        && bounds.maximum().map(b -> number.compareTo(b) <= 0).orElse(true)
                        && bounds.minExclusive().map(b -> number.compareTo(b) > 0).orElse(true)
                        && bounds.maxExclusive().map(b -> number.compareTo(b) < 0).orElse(true);
        return inside ? Optional.empty() : Optional.of(BoundsText.of(bounds));
    }

    private static Bounds<BigDecimal> bounds(BaseType base) {
        return switch (base) {
            case BYTE -> signed(7);
            case SHORT -> signed(15);
            case INT -> signed(31);
            case LONG -> signed(63);
            case UNSIGNED_BYTE -> between(BigInteger.ZERO, power(8));
            case UNSIGNED_SHORT -> between(BigInteger.ZERO, power(16));
            case UNSIGNED_INT -> between(BigInteger.ZERO, power(32));
            case UNSIGNED_LONG -> between(BigInteger.ZERO, power(64));
            case NON_NEGATIVE_INTEGER -> atLeast(BigDecimal.ZERO);
            case POSITIVE_INTEGER -> atLeast(BigDecimal.ONE);
            case NON_POSITIVE_INTEGER -> atMost(BigDecimal.ZERO);
            case NEGATIVE_INTEGER -> atMost(BigDecimal.ONE.negate());
            default -> Bounds.none();
        };
    }

    private static BigInteger power(int bits) {
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    private static Bounds<BigDecimal> signed(int bits) {
        return between(BigInteger.TWO.pow(bits).negate(), power(bits));
    }

    private static Bounds<BigDecimal> between(BigInteger least, BigInteger most) {
        return new Bounds<>(
                Optional.of(new BigDecimal(least)),
                Optional.of(new BigDecimal(most)),
                Optional.empty(),
                Optional.empty());
    }

    private static Bounds<BigDecimal> atLeast(BigDecimal least) {
        return new Bounds<>(
                Optional.of(least), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Bounds<BigDecimal> atMost(BigDecimal most) {
        return new Bounds<>(
                Optional.empty(), Optional.of(most), Optional.empty(), Optional.empty());
    }
}
