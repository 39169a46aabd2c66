package chancery.time;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of day, to the second, as EDTF writes it: `10:30:00`, `10:30:00Z`, `10:30:00+04:30`.
///
/// @param second of the written day; with a shift, of that day in UTC, so perhaps below 0 or above
///     the last one
/// @param zoned whether it has a shift from UTC
record Clock(String text, int second, boolean zoned) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
                            + "(Z|([+-])(0[0-9]|1[0-4])(?::([0-5][0-9]))?)?");

    /// @return empty when it is no time of day; `24:00:00` is the next day and none of this one
    static Optional<Clock> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        int second = seconds(shape.group(1), shape.group(2)) + Integer.parseInt(shape.group(3));
        int shift = seconds(shape.group(6), shape.group(7));
        boolean ahead = "+".equals(shape.group(5));
        return Optional.of(
                new Clock(text, ahead ? second - shift : second + shift, shape.group(4) != null));
    }

    private static int seconds(@Nullable String hours, @Nullable String minutes) {
        return 3600 * number(hours) + 60 * number(minutes);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// @return whether both name the same second of one written day
    boolean isSame(Clock other) {
        return zoned == other.zoned && second == other.second;
    }

    /// @return whether they name different seconds; never, if only one of them has a shift
    boolean isOther(Clock other) {
        return zoned == other.zoned && second != other.second;
    }

    @Override
    public String toString() {
        return text;
    }
}
