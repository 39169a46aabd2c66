package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.EcmaRegex;
import chancery.describe.datatype.Format;
import chancery.describe.datatype.MomentPattern;
import chancery.describe.datatype.NumberPattern;
import chancery.describe.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/// Reads the `format` of a datatype (Tabular Data Model, sections 6.4.2 to 6.4.6); one that its
/// datatype cannot have counts as none.
final class FormatReader {
    private static final Set<String> OF_NUMBERS = Set.of("decimalChar", "groupChar", "pattern");

    private FormatReader() {}

    static Format read(BaseType base, Members members) throws BadDescription {
        Optional<Json> json = members.get("format");
        if (json.isEmpty()) {
            return new Format.Plain();
        }
        if (base.kind() == BaseType.Kind.NUMERIC) {
            return digits(json.get(), members.leniency());
        }
        Optional<String> text = members.text("format");
        if (text.isEmpty()) {
            return new Format.Plain();
        }
        Optional<Format> format =
                switch (base.kind()) {
                    case TRUTH -> truthWords(text.get());
                    case MOMENT -> MomentPattern.parse(text.get(), base).map(Format.Fields::new);
                    default -> regex(text.get());
                };
        if (format.isEmpty()) {
            String expected =
                    switch (base.kind()) {
                        case TRUTH -> "two words with | between, such as yes|no";
                        case MOMENT -> "a pattern such as dd.MM.yyyy for a " + base.csvwName();
                        default -> "a regular expression";
                    };
            members.leniency().passOver(json.get(), expected);
        }
        return format.orElseGet(Format.Plain::new);
    }

    private static Optional<Format> regex(String text) {
        try {
            return Optional.of(new Format.Regex(text, EcmaRegex.compile(text)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Format> truthWords(String text) {
        String[] words = text.split("\\|", -1);
        return words.length != 2 || words[0].isEmpty() || words[0].equals(words[1])
                ? Optional.empty()
                : Optional.of(new Format.TruthWords(words[0], words[1]));
    }

    private static Format digits(Json json, Leniency leniency) throws BadDescription {
        if (json instanceof Json.Str text) {
            return withPattern(text, ".", Optional.of(","), leniency);
        }
        if (!(json instanceof Json.Obj)) {
            leniency.passOver(json, "a pattern, or an object with decimalChar and groupChar");
            return new Format.Plain();
        }
        Members members = Members.of(json, leniency);
        members.allowOnly(OF_NUMBERS);
        String decimal = sign(members, "decimalChar").orElse(".");
        Optional<String> group = sign(members, "groupChar");
        Optional<String> pattern = members.text("pattern");
        return pattern.isEmpty()
                ? new Format.Digits(decimal, group, Optional.empty())
                : withPattern(
                        new Json.Str(pattern.get(), members.required("pattern").place()),
                        decimal,
                        Optional.of(group.orElse(",")),
                        leniency);
    }

    private static Format withPattern(
            Json.Str text, String decimal, Optional<String> group, Leniency leniency)
            throws BadDescription {
        Optional<NumberPattern> pattern =
                NumberPattern.parse(text.text(), decimal, group.orElse(","));
        if (pattern.isEmpty()) {
            leniency.passOver(text, "a number pattern, such as #,##0.00");
            return new Format.Plain();
        }
        return new Format.Digits(decimal, group, pattern);
    }

    private static Optional<String> sign(Members members, String name) throws BadDescription {
        Optional<String> text = members.text(name);
        if (text.isPresent() && text.get().length() != 1) {
            members.leniency().passOver(members.required(name), "one character");
            return Optional.empty();
        }
        return text;
    }
}
