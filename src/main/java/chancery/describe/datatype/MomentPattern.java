package chancery.describe.datatype;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date and time pattern (UAX #35, part 4, as far as the Tabular Data Model asks in section
/// 6.4.4): numbers of two digits or more, and zones.
///
/// @param text as the metadata write it
/// @param parts in their order
/// @param syntax one group a part
public record MomentPattern(String text, List<Part> parts, Pattern syntax) {
    private static final Pattern TOKEN =
            Pattern.compile("yyyy|MM?|dd?|HH|mm|ss|S+|X{1,3}|x{1,3}|T(?=H)|[-/. :]|(?<=[ms])\\.");

    /// What a group of the pattern's letters stands for.
    public enum Part {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        FRACTION,
        ZONE
    }

    public MomentPattern {
        parts = List.copyOf(parts);
    }

    /// @return empty if the pattern is not supported, or lacks a part that the datatype needs
    public static Optional<MomentPattern> parse(String text, BaseType base) {
        List<Part> parts = new ArrayList<>();
        StringBuilder syntax = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.lookingAt()) {
            String letters = token.group();
            Optional<Part> part = part(letters);
            if (part.isPresent()) {
                if (parts.contains(part.get())) {
                    return Optional.empty();
                }
                parts.add(part.get());
                syntax.append('(').append(digits(letters)).append(')');
            } else {
                syntax.append(Pattern.quote(letters));
            }
            from = token.end();
            token.region(from, text.length());
        }
        boolean fits = from == text.length() && fits(parts, base);
        return fits
                ? Optional.of(new MomentPattern(text, parts, Pattern.compile(syntax.toString())))
                : Optional.empty();
    }

    private static Optional<Part> part(String letters) {
        return Optional.ofNullable(
                switch (letters.charAt(0)) {
                    case 'y' -> Part.YEAR;
                    case 'M' -> Part.MONTH;
                    case 'd' -> Part.DAY;
                    case 'H' -> Part.HOUR;
                    case 'm' -> Part.MINUTE;
                    case 's' -> Part.SECOND;
                    case 'S' -> Part.FRACTION;
                    case 'X', 'x' -> Part.ZONE;
                    default -> null;
                });
    }

    private static String digits(String letters) {
        return switch (letters) {
            case "yyyy" -> "-?\\d{4,9}";
            case "M", "d" -> "\\d{1,2}";
            case "X" -> "Z|[+-]\\d\\d(?:\\d\\d)?";
            case "XX" -> "Z|[+-]\\d{4}";
            case "XXX" -> "Z|[+-]\\d\\d:\\d\\d";
            case "x" -> "[+-]\\d\\d(?:\\d\\d)?";
            case "xx" -> "[+-]\\d{4}";
            case "xxx" -> "[+-]\\d\\d:\\d\\d";
            default -> letters.charAt(0) == 'S' ? "\\d{1," + letters.length() + "}" : "\\d\\d";
        };
    }

    private static boolean fits(List<Part> parts, BaseType base) {
        List<Part> needed =
                switch (base) {
                    case DATE -> List.of(Part.YEAR, Part.MONTH, Part.DAY);
                    case TIME -> List.of(Part.HOUR, Part.MINUTE);
                    case DATE_TIME ->
                            List.of(Part.YEAR, Part.MONTH, Part.DAY, Part.HOUR, Part.MINUTE);
                    case DATE_TIME_STAMP ->
                            List.of(
                                    Part.YEAR,
                                    Part.MONTH,
                                    Part.DAY,
                                    Part.HOUR,
                                    Part.MINUTE,
                                    Part.ZONE);
                    case G_YEAR -> List.of(Part.YEAR);
                    case G_YEAR_MONTH -> List.of(Part.YEAR, Part.MONTH);
                    case G_MONTH -> List.of(Part.MONTH);
                    case G_MONTH_DAY -> List.of(Part.MONTH, Part.DAY);
                    case G_DAY -> List.of(Part.DAY);
                    default -> throw new IllegalArgumentException("no date or time: " + base);
                };
        boolean clock = needed.contains(Part.HOUR);
        List<Part> more =
                clock ? List.of(Part.SECOND, Part.FRACTION, Part.ZONE) : List.of(Part.ZONE);
        return parts.containsAll(needed)
                && parts.stream().allMatch(part -> needed.contains(part) || more.contains(part))
                && (parts.contains(Part.SECOND) || !parts.contains(Part.FRACTION));
    }

    /// Writes a text of this pattern as XML Schema does.
    ///
    /// @return empty if the text does not match; days that no month has are not looked at
    public Optional<String> lexical(String written, BaseType base) {
        Matcher matcher = syntax.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<Part, String> values = new EnumMap<>(Part.class);
        for (int i = 0; i < parts.size(); i++) {
            values.put(parts.get(i), matcher.group(i + 1));
        }
        String year = values.getOrDefault(Part.YEAR, "");
        String month = twoDigits(values, Part.MONTH);
        String day = twoDigits(values, Part.DAY);
        String clock =
                twoDigits(values, Part.HOUR)
                        + ":"
                        + twoDigits(values, Part.MINUTE)
                        + ":"
                        + twoDigits(values, Part.SECOND)
                        + (values.containsKey(Part.FRACTION)
                                ? "." + values.get(Part.FRACTION)
                                : "");
        String moment =
                switch (base) {
                    case DATE -> year + "-" + month + "-" + day;
                    case TIME -> clock;
                    case G_YEAR -> year;
                    case G_YEAR_MONTH -> year + "-" + month;
                    case G_MONTH -> "--" + month;
                    case G_MONTH_DAY -> "--" + month + "-" + day;
                    case G_DAY -> "---" + day;
                    default -> year + "-" + month + "-" + day + "T" + clock;
                };
        return Optional.of(moment + zone(values.getOrDefault(Part.ZONE, "")));
    }

    private static String twoDigits(Map<Part, String> values, Part part) {
        String digits = values.getOrDefault(part, "0");
        return digits.length() >= 2
                ? digits
                : String.format(Locale.ROOT, "%02d", Integer.parseInt(digits));
    }

    private static String zone(String written) {
        if (written.length() < 3 || written.indexOf(':') > 0) {
            return written;
        }
        String minutes = written.length() > 3 ? written.substring(3) : "00";
        return written.substring(0, 3) + ":" + minutes;
    }
}
