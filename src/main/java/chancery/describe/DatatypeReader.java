package chancery.describe;

import chancery.describe.Datatype.Bounds;
import chancery.describe.Datatype.Lengths;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads a datatype: the name of a built-in one, or an object that narrows one (Metadata
/// Vocabulary, section 5.11.2).
final class DatatypeReader {
    private static final Set<String> LENGTHS = Set.of("length", "minLength", "maxLength");
    private static final Set<String> BOUNDS =
            Set.of(
                    "minimum",
                    "maximum",
                    "minInclusive",
                    "maxInclusive",
                    "minExclusive",
                    "maxExclusive");
    private static final Set<String> NAMES =
            Set.of(
                    "base",
                    "format",
                    "length",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "minInclusive",
                    "maxInclusive",
                    "minExclusive",
                    "maxExclusive");

    private DatatypeReader() {}

    static Datatype read(Json json) throws BadDescription {
        if (json instanceof Json.Str name) {
            BaseType base = base(name);
            return datatype(base, base.iri(), Members.of(new Json.Obj(Map.of(), name.place())));
        }
        Members members = Members.of(json);
        members.allowOnly(NAMES);
        Optional<Json> named = members.get("base");
        BaseType base = named.isEmpty() ? BaseType.STRING : base(Members.textOf(named.get()));
        return datatype(
                base, members.text("@id").map(CompactIri::expand).orElse(base.iri()), members);
    }

    private static BaseType base(Json.Str name) throws BadDescription {
        Optional<BaseType> base = BaseType.named(name.text());
        if (base.isEmpty()) {
            List<String> names = Arrays.stream(BaseType.values()).map(BaseType::csvwName).toList();
            throw Members.wrong(name, Nearest.of(name.text(), names));
        }
        return base.get();
    }

    private static Datatype datatype(BaseType base, String iri, Members members)
            throws BadDescription {
        Format format = format(base, members);
        return switch (base.kind()) {
            case TEXT -> {
                refuse(BOUNDS, base, members);
                yield new Datatype.Text(base, iri, format, lengths(members));
            }
            case BINARY -> {
                refuse(BOUNDS, base, members);
                yield new Datatype.Binary(base, iri, format, lengths(members));
            }
            case TRUTH -> {
                refuse(BOUNDS, base, members);
                refuse(LENGTHS, base, members);
                yield new Datatype.Truth(base, iri, format);
            }
            case NUMERIC -> {
                refuse(LENGTHS, base, members);
                yield new Datatype.Numeric(base, iri, format, numbers(members));
            }
            case MOMENT -> {
                refuse(LENGTHS, base, members);
                yield new Datatype.Moment(base, iri, format, moments(members));
            }
            case SPAN -> {
                refuse(LENGTHS, base, members);
                refuse(BOUNDS, base, members);
                yield new Datatype.Span(base, iri, format);
            }
        };
    }

    private static void refuse(Set<String> facets, BaseType base, Members members)
            throws BadDescription {
        for (String facet : facets) {
            Optional<Json> found = members.get(facet);
            if (found.isPresent()) {
                throw Members.wrong(
                        found.get(), "no " + facet + " with the datatype " + base.csvwName());
            }
        }
    }

    private static Format format(BaseType base, Members members) throws BadDescription {
        Optional<Json> found = members.get("format");
        if (found.isEmpty()) {
            return new Format.Plain();
        }
        Json json = found.get();
        return switch (base.kind()) {
            case TEXT, BINARY, SPAN -> regex(Members.textOf(json));
            case TRUTH -> truthWords(Members.textOf(json));
            case NUMERIC -> digits(json);
            case MOMENT ->
                    throw Members.wrong(json, "no format: dates are written as in XML Schema");
        };
    }

    private static Format regex(Json.Str json) throws BadDescription {
        try {
            return new Format.Regex(json.text(), Pattern.compile(json.text()));
        } catch (PatternSyntaxException e) {
            throw Members.wrong(json, "a regular expression");
        }
    }

    private static Format truthWords(Json.Str json) throws BadDescription {
        String[] words = json.text().split("\\|", -1);
        if (words.length != 2 || words[0].isEmpty() || words[0].equals(words[1])) {
            throw Members.wrong(json, "two words with | between, such as yes|no");
        }
        return new Format.TruthWords(words[0], words[1]);
    }

    private static Format digits(Json json) throws BadDescription {
        if (json instanceof Json.Str) {
            throw Members.wrong(json, "an object with decimalChar and groupChar");
        }
        Members members = Members.of(json);
        members.allowOnly(Set.of("decimalChar", "groupChar"));
        Optional<Character> decimal = character(members, "decimalChar");
        return new Format.Digits(decimal.orElse('.'), character(members, "groupChar"));
    }

    private static Optional<Character> character(Members members, String name)
            throws BadDescription {
        Optional<String> text = members.text(name);
        if (text.isPresent() && text.get().length() != 1) {
            throw new BadDescription(
                    members.place(),
                    "found " + name + " \"" + text.get() + "\", expected one character");
        }
        return text.map(t -> t.charAt(0));
    }

    private static Lengths lengths(Members members) throws BadDescription {
        OptionalInt exact = members.natural("length");
        OptionalInt least = members.natural("minLength");
        OptionalInt most = members.natural("maxLength");
        Lengths lengths =
                new Lengths(least.isPresent() ? least : exact, most.isPresent() ? most : exact);
        if (!lengths.areInOrder() || (exact.isPresent() && !lengths.allow(exact.getAsInt()))) {
            throw new BadDescription(
                    members.place(),
                    "found lengths out of order, expected minLength <= length <= maxLength");
        }
        return lengths;
    }

    private static Bounds<BigDecimal> numbers(Members members) throws BadDescription {
        return new Bounds<>(
                number(members, "minimum", "minInclusive"),
                number(members, "maximum", "maxInclusive"),
                number(members, "minExclusive", "minExclusive"),
                number(members, "maxExclusive", "maxExclusive"));
    }

    private static Optional<BigDecimal> number(Members members, String name, String otherName)
            throws BadDescription {
        Optional<Json> json = members.get(name).or(() -> members.get(otherName));
        if (json.isEmpty()) {
            return Optional.empty();
        }
        if (json.get() instanceof Json.Num num) {
            return Optional.of(num.number());
        }
        if (json.get() instanceof Json.Str text) {
            try {
                return Optional.of(new BigDecimal(text.text()));
            } catch (NumberFormatException e) {
                throw Members.wrong(text, "a number");
            }
        }
        throw Members.wrong(json.get(), "a number");
    }

    private static Bounds<String> moments(Members members) throws BadDescription {
        return new Bounds<>(
                moment(members, "minimum", "minInclusive"),
                moment(members, "maximum", "maxInclusive"),
                moment(members, "minExclusive", "minExclusive"),
                moment(members, "maxExclusive", "maxExclusive"));
    }

    private static Optional<String> moment(Members members, String name, String otherName)
            throws BadDescription {
        Optional<String> text = members.text(name);
        return text.isPresent() ? text : members.text(otherName);
    }
}
