package chancery.map.compiled;

import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Numbers as XML Schema writes them, up to eighteen digits.
final class NumberCells {
    private static final int DIGITS_AT_MOST = 18;
    private static final double[] POWERS = new double[DIGITS_AT_MOST + 1];
    private static final double DOUBTFUL = 1e-9;

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private NumberCells() {}

    /// @param canonical whether canonical forms are asked for
    /// @return empty if such numbers are not compiled
    static Optional<CellReader> of(Datatype.Numeric type, boolean canonical) {
        boolean real = type.base() == BaseType.DOUBLE || type.base() == BaseType.FLOAT;
        if (real || type.base() == BaseType.DECIMAL) {
            return canonical ? Optional.empty() : Optional.of(fractions(type.bounds(), real));
        }
        Optional<long[]> ofBase = ofBase(type.base());
        // a datatype with a name of its own has no canonical form of ours
        boolean plain = type.iri().equals(type.base().iri());
        return plain || !canonical
                ? ofBase.map(range -> whole(type.bounds(), range))
                : Optional.empty();
    }

    private static Optional<long[]> ofBase(BaseType base) {
        long least = Long.MIN_VALUE;
        long most = Long.MAX_VALUE;
        return Optional.ofNullable(
                switch (base) {
                    case INTEGER, LONG -> new long[] {least, most};
                    case INT -> new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
                    case SHORT -> new long[] {Short.MIN_VALUE, Short.MAX_VALUE};
                    case BYTE -> new long[] {Byte.MIN_VALUE, Byte.MAX_VALUE};
                    case NON_NEGATIVE_INTEGER, UNSIGNED_LONG -> new long[] {0, most};
                    case POSITIVE_INTEGER -> new long[] {1, most};
                    case UNSIGNED_INT -> new long[] {0, (1L << 32) - 1};
                    case UNSIGNED_SHORT -> new long[] {0, (1 << 16) - 1};
                    case UNSIGNED_BYTE -> new long[] {0, (1 << 8) - 1};
                    case NON_POSITIVE_INTEGER -> new long[] {least, 0};
                    case NEGATIVE_INTEGER -> new long[] {least, -1};
                    default -> null;
                });
    }

    private static CellReader whole(Bounds<BigDecimal> bounds, long[] range) {
        long least = Math.max(range[0], least(bounds));
        long most = Math.min(range[1], most(bounds));
        return cell -> {
            byte[] bytes = cell.bytes;
            int at = cell.from;
            int to = cell.to;
            boolean negative = at < to && bytes[at] == '-';
            at += negative ? 1 : 0;
            int digits = to - at;
            // another sign, or a zero in front, is not canonical
            if (digits < 1
                    || digits > DIGITS_AT_MOST
                    || (bytes[at] == '0' && (digits > 1 || negative))) {
                return false;
            }
            long number = 0;
            for (; at < to; at++) {
                int digit = bytes[at] - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                number = 10 * number + digit;
            }
            number = negative ? -number : number;
            cell.canonicalAsIs();
            return number >= least && number <= most;
        };
    }

    private static long least(Bounds<BigDecimal> bounds) {
        long least =
                bounds.minimum().map(b -> clamped(b, RoundingMode.CEILING)).orElse(Long.MIN_VALUE);
        return bounds.minExclusive()
                .map(b -> Math.max(least, clamped(b, RoundingMode.FLOOR) + 1))
                .orElse(least);
    }

    private static long most(Bounds<BigDecimal> bounds) {
        long most =
                bounds.maximum().map(b -> clamped(b, RoundingMode.FLOOR)).orElse(Long.MAX_VALUE);
        return bounds.maxExclusive()
                .map(b -> Math.min(most, clamped(b, RoundingMode.CEILING) - 1))
                .orElse(most);
    }

    /// No number that is read here lies beyond nineteen digits.
    private static long clamped(BigDecimal bound, RoundingMode rounding) {
        BigDecimal far = BigDecimal.valueOf(2_000_000_000_000_000_000L);
        return bound.min(far).max(far.negate()).setScale(0, rounding).longValueExact();
    }

    private static CellReader fractions(Bounds<BigDecimal> bounds, boolean real) {
        double[] least = bound(bounds.minimum(), bounds.minExclusive());
        double[] most = bound(bounds.maximum(), bounds.maxExclusive());
        boolean bounded = least.length + most.length > 0;
        return cell -> {
            byte[] bytes = cell.bytes;
            int at = cell.from;
            int to = cell.to;
            boolean negative = at < to && bytes[at] == '-';
            at += negative || (at < to && bytes[at] == '+') ? 1 : 0;
            long number = 0;
            int digits = 0;
            int point = -1;
            for (; at < to; at++) {
                int digit = bytes[at] - '0';
                if (digit >= 0 && digit <= 9) {
                    number = 10 * number + digit;
                    digits++;
                } else if (bytes[at] == '.' && point < 0) {
                    point = digits;
                } else {
                    break;
                }
                if (digits > DIGITS_AT_MOST) {
                    return false;
                }
            }
            if (digits == 0 || (at < to && !(real && !bounded && isExponent(bytes, at, to)))) {
                return false;
            }
            if (!bounded) {
                return true;
            }
            double value = number / POWERS[point < 0 ? 0 : digits - point];
            value = negative ? -value : value;
            return (least.length == 0 || isAbove(value, least[0]))
                    && (most.length == 0 || isAbove(most[0], value));
        };
    }

    /// What lies too near to the bound to tell is not told here.
    private static boolean isAbove(double value, double bound) {
        return value - bound > DOUBTFUL * Math.max(1, Math.abs(bound));
    }

    private static double[] bound(Optional<BigDecimal> inclusive, Optional<BigDecimal> exclusive) {
        return inclusive.or(() -> exclusive).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    private static boolean isExponent(byte[] bytes, int start, int to) {
        int at = start + 1;
        if ((bytes[start] != 'e' && bytes[start] != 'E') || at == to) {
            return false;
        }
        at += bytes[at] == '-' || bytes[at] == '+' ? 1 : 0;
        int digits = to - at;
        for (; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= 6;
    }
}
