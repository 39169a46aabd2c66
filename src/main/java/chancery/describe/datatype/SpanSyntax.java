package chancery.describe.datatype;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as XML Schema 1.1 writes them (part 2, sections 3.3.6, 3.4.26 and 3.4.27).
public final class SpanSyntax {
    private static final String CLOCK =
            "(?:T(?=\\d)(?:(?<h>\\d+)H)?(?:(?<min>\\d+)M)?(?:(?<s>\\d+(?:\\.\\d+)?)S)?)?";
    private static final Pattern DURATION =
            Pattern.compile(
                    "(?<sign>-?)P(?=[\\dT])(?:(?<y>\\d+)Y)?(?:(?<m>\\d+)M)?(?:(?<d>\\d+)D)?"
                            + CLOCK);
    private static final Pattern ONLY_DAYS = Pattern.compile("-?P(\\d+D)?(T.*)?");
    private static final Pattern ONLY_MONTHS = Pattern.compile("-?P[^DT]*");
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    /// In days.
    private static final BigDecimal SHORTEST_MONTH = new BigDecimal("28");
    private static final BigDecimal LONGEST_MONTH = new BigDecimal("31");

    private SpanSyntax() {}

    /// A duration in months and seconds, which no constant turns into each other.
    record Span(BigInteger months, BigDecimal seconds) {}

    public static boolean matches(BaseType base, String text) {
        return DURATION.matcher(text).matches()
                && switch (base) {
                    case DAY_TIME_DURATION -> ONLY_DAYS.matcher(text).matches();
                    case YEAR_MONTH_DURATION -> ONLY_MONTHS.matcher(text).matches();
                    default -> true;
                };
    }

    /// Compares two durations as far as they can be: a month has 28 to 31 days.
    ///
    /// @return empty if neither is longer in every calendar, or one of them is no duration
    public static OptionalInt compare(String a, String b) {
        Optional<Span> first = span(a);
        Optional<Span> second = span(b);
        if (first.isEmpty() || second.isEmpty()) {
            return OptionalInt.empty();
        }
        BigDecimal months = new BigDecimal(first.get().months().subtract(second.get().months()));
        BigDecimal seconds = first.get().seconds().subtract(second.get().seconds());
        int least = months.multiply(SHORTEST_MONTH).multiply(DAY).add(seconds).signum();
        int most = months.multiply(LONGEST_MONTH).multiply(DAY).add(seconds).signum();
        return least == most ? OptionalInt.of(least) : OptionalInt.empty();
    }

    private static Optional<Span> span(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigInteger months =
                whole(parts.group("y"))
                        .multiply(BigInteger.valueOf(12))
                        .add(whole(parts.group("m")));
        BigDecimal seconds =
                new BigDecimal(whole(parts.group("d")))
                        .multiply(DAY)
                        .add(new BigDecimal(whole(parts.group("h"))).multiply(HOUR))
                        .add(new BigDecimal(whole(parts.group("min"))).multiply(MINUTE))
                        .add(
                                parts.group("s") == null
                                        ? BigDecimal.ZERO
                                        : new BigDecimal(parts.group("s")));
        boolean negative = !parts.group("sign").isEmpty();
        return Optional.of(
                negative ? new Span(months.negate(), seconds.negate()) : new Span(months, seconds));
    }

    private static BigInteger whole(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }
}
