package chancery.infer.column;

import java.util.Locale;

/// Numbers as descriptions write them.
public final class Counted {
    private Counted() {}

    /// @return such as `12,030`
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// @return such as `1 value` or `12,030 values`
    public static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
