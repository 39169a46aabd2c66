package chancery.describe.datatype;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times as XML Schema 1.1 writes them (part 2, sections 3.3.7 to 3.3.14).
///
/// Values without a time zone are compared as if they were in UTC.
public final class MomentSyntax {
    private static final String YEAR = "(?<y>-?(?:[1-9]\\d{4,8}|\\d{4}))";
    private static final String MONTH = "(?<m>\\d\\d)";
    private static final String DAY = "(?<d>\\d\\d)";
    private static final String CLOCK =
            "(?<h>\\d\\d):(?<min>\\d\\d):(?<s>\\d\\d)(?:\\.(?<f>\\d{1,30}))?";
    private static final String ZONE = "(?<z>Z|[+-]\\d\\d:\\d\\d)?";

    private final Pattern syntax;

    public MomentSyntax(BaseType base) {
        this.syntax = Pattern.compile(syntax(base));
    }

    private static String syntax(BaseType base) {
        String date = YEAR + "-" + MONTH + "-" + DAY;
        return switch (base) {
            case DATE -> date + ZONE;
            case DATE_TIME -> date + "T" + CLOCK + ZONE;
            case DATE_TIME_STAMP -> date + "T" + CLOCK + "(?<z>Z|[+-]\\d\\d:\\d\\d)";
            case TIME -> CLOCK + ZONE;
            case G_DAY -> "---" + DAY + ZONE;
            case G_MONTH -> "--" + MONTH + ZONE;
            case G_MONTH_DAY -> "--" + MONTH + "-" + DAY + ZONE;
            case G_YEAR -> YEAR + ZONE;
            case G_YEAR_MONTH -> YEAR + "-" + MONTH + ZONE;
            default -> throw new IllegalArgumentException("no date or time: " + base);
        };
    }

    public boolean matches(String text) {
        return syntax.matcher(text).matches();
    }

    /// @return empty if the text does not match, or the calendar has no such day
    public Optional<LocalDateTime> moment(String text) {
        Matcher parts = syntax.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int hour = part(parts, "h", 0);
            // 24:00:00 is the first moment of the next day
            boolean midnight = hour == 24 && part(parts, "min", 0) == 0 && part(parts, "s", 0) == 0;
            LocalDateTime local =
                    LocalDateTime.of(
                            part(parts, "y", 2000),
                            part(parts, "m", 1),
                            part(parts, "d", 1),
                            midnight ? 0 : hour,
                            part(parts, "min", 0),
                            part(parts, "s", 0),
                            nanoseconds(text(parts, "f")));
            String zone = text(parts, "z");
            int offset = zone.isEmpty() ? 0 : ZoneOffset.of(zone).getTotalSeconds();
            return Optional.of(local.plusDays(midnight ? 1 : 0).minusSeconds(offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int nanoseconds(String fraction) {
        return Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static int part(Matcher parts, String name, int otherwise) {
        String text = text(parts, name);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static String text(Matcher parts, String name) {
        if (!parts.namedGroups().containsKey(name)) {
            return "";
        }
        String text = parts.group(name);
        return text == null ? "" : text;
    }
}
