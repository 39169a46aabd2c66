package chancery.describe.derived;

import chancery.describe.BadDescription;
import chancery.describe.Directive;
import chancery.describe.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// How the text of a virtual column's cells comes from other cells of the row.
///
/// @param source what it is made of
/// @param readings what is read in the place of such a text, the first one that fits
public record Derivation(Source source, List<Reading> readings) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");
    private static final List<String> SOURCES =
            List.of(Directive.DATE_OF, Directive.TEXT_OF, Directive.SLUG_OF, Directive.CODE_OF);

    /// What a derived text is made of.
    public sealed interface Source {
        /// The columns it is made of.
        List<String> columns();
    }

    /// Year, month and day in columns of their own become `2018-07-01`, `2018-07` or `2018`.
    ///
    /// @param columns one to three; from the first one that has no value the rest does not count
    public record DateOf(List<String> columns) implements Source {
        public DateOf {
            columns = List.copyOf(columns);
        }
    }

    /// A template with names of columns in braces; no text if one of them has no value.
    ///
    /// @param slug whether it becomes lower-case ASCII letters, digits and hyphens
    public record TextOf(String template, boolean slug) implements Source {
        @Override
        public List<String> columns() {
            return VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
        }

        /// @param value of a column; `""` if it has none
        /// @return `""` if a column has no value
        public String fill(UnaryOperator<String> value) {
            StringBuilder text = new StringBuilder();
            Matcher matcher = VARIABLE.matcher(template);
            int at = 0;
            while (matcher.find()) {
                String part = value.apply(matcher.group(1));
                if (part.isEmpty()) {
                    return "";
                }
                text.append(template, at, matcher.start()).append(part);
                at = matcher.end();
            }
            return text.append(template, at, template.length()).toString();
        }
    }

    /// A code of a scheme becomes the id of what it names.
    ///
    /// @param code column of the code
    /// @param at column of a date at which the code counts; empty if it does not matter
    /// @param before whether the day before that date begins counts in its place
    /// @param otherwise column whose text stands for a code that names nothing
    /// @param digits with how many digits a number is written in the scheme; 0 for as it is
    public record CodeOf(
            String code,
            String scheme,
            Optional<String> at,
            boolean before,
            Optional<String> otherwise,
            int digits)
            implements Source {
        @Override
        public List<String> columns() {
            List<String> all = new ArrayList<>(List.of(code));
            at.ifPresent(all::add);
            otherwise.ifPresent(all::add);
            return all;
        }
    }

    /// One text, or all of a form, that stands for another one.
    ///
    /// @param replacement may name groups of the expression, as `$1`
    public record Reading(Pattern pattern, String replacement) {}

    public Derivation {
        readings = List.copyOf(readings);
    }

    /// Whether a column with these properties has a derivation, be it one that is wrong.
    public static boolean isIn(Map<String, Json> properties) {
        return SOURCES.stream().anyMatch(properties::containsKey);
    }

    /// The derivation of a column with these properties; empty if it has none.
    ///
    /// @throws BadDescription if its directives are not what they may be
    public static Optional<Derivation> of(Map<String, Json> properties) throws BadDescription {
        Optional<Source> source = Optional.empty();
        for (String name : SOURCES) {
            Json json = properties.get(name);
            if (json != null && source.isPresent()) {
                throw BadDescription.of(json, "one of dateOf, textOf, slugOf and codeOf");
            }
            if (json != null) {
                source = Optional.of(source(name, json, properties));
            }
        }
        Json readAs = properties.get(Directive.READ_AS);
        if (source.isEmpty() && readAs != null) {
            throw BadDescription.of(readAs, "readAs beside dateOf, textOf, slugOf or codeOf");
        }
        List<Reading> readings = readAs == null ? List.of() : readings(readAs);
        return source.map(made -> new Derivation(made, readings));
    }

    private static Source source(String name, Json json, Map<String, Json> properties)
            throws BadDescription {
        return switch (name) {
            case Directive.DATE_OF -> dateOf(json);
            case Directive.TEXT_OF -> new TextOf(text(json), false);
            case Directive.SLUG_OF -> new TextOf(text(json), true);
            default -> codeOf(text(json), properties, json);
        };
    }

    private static DateOf dateOf(Json json) throws BadDescription {
        List<String> columns = texts(json);
        if (columns.isEmpty() || columns.size() > 3) {
            throw BadDescription.of(json, "columns of year, month and day, the last ones optional");
        }
        return new DateOf(columns);
    }

    private static CodeOf codeOf(String code, Map<String, Json> properties, Json json)
            throws BadDescription {
        Json scheme = properties.get(Directive.CODE_SCHEME);
        if (scheme == null) {
            throw BadDescription.of(json, "codeScheme beside codeOf");
        }
        Json at = properties.get(Directive.CODE_AT);
        Json otherwise = properties.get(Directive.CODE_ELSE);
        Json digits = properties.get(Directive.CODE_DIGITS);
        Json before = properties.get(Directive.CODE_BEFORE);
        if (before != null && at == null) {
            throw BadDescription.of(before, "codeAt beside codeBefore");
        }
        return new CodeOf(
                code,
                text(scheme),
                at == null ? Optional.empty() : Optional.of(text(at)),
                before != null && flag(before),
                otherwise == null ? Optional.empty() : Optional.of(text(otherwise)),
                digits == null ? 0 : number(digits));
    }

    private static boolean flag(Json json) throws BadDescription {
        if (json instanceof Json.Bool bool) {
            return bool.truth();
        }
        throw BadDescription.of(json, "true or false");
    }

    private static int number(Json json) throws BadDescription {
        if (json instanceof Json.Num num
                && num.number().compareTo(BigDecimal.ONE) >= 0
                && num.number().compareTo(BigDecimal.TEN) <= 0) {
            return num.number().intValue();
        }
        throw BadDescription.of(json, "a number from 1 to 10");
    }

    private static List<Reading> readings(Json json) throws BadDescription {
        List<Reading> readings = new ArrayList<>();
        for (String line : texts(json)) {
            int arrow = line.indexOf("=>");
            if (arrow < 0) {
                throw BadDescription.of(json, "texts such as 2016-12-31=>open");
            }
            try {
                Pattern pattern = Pattern.compile(line.substring(0, arrow));
                String replacement = line.substring(arrow + 2);
                refuseUnknownGroups(pattern, replacement);
                readings.add(new Reading(pattern, replacement));
            } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
                throw BadDescription.of(json, "regular expressions before =>, their groups after");
            }
        }
        return readings;
    }

    private static void refuseUnknownGroups(Pattern pattern, String replacement) {
        Matcher groups = Pattern.compile("\\$(.?)").matcher(replacement);
        int known = pattern.matcher("").groupCount();
        while (groups.find()) {
            String number = groups.group(1);
            if (number.isEmpty() || number.charAt(0) < '1' || number.charAt(0) - '0' > known) {
                throw new IndexOutOfBoundsException(number);
            }
        }
    }

    private static String text(Json json) throws BadDescription {
        if (json instanceof Json.Str text && !text.text().isEmpty()) {
            return text.text();
        }
        throw BadDescription.of(json, "a text");
    }

    private static List<String> texts(Json json) throws BadDescription {
        if (!(json instanceof Json.Arr array)) {
            throw BadDescription.of(json, "a list of texts");
        }
        List<String> all = new ArrayList<>();
        for (Json item : array.items()) {
            all.add(text(item));
        }
        return all;
    }
}
