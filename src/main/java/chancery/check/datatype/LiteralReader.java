package chancery.check.datatype;

import chancery.check.Finding.Code;
import chancery.check.IriSyntax;
import chancery.check.Value;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Datatype.Lengths;
import chancery.describe.datatype.Format;
import chancery.describe.datatype.SpanSyntax;
import chancery.describe.json.JsonReader;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Reads one text as a value of a datatype (Tabular Data Model, sections 6.4.2 to 6.4.6).
public final class LiteralReader {
    private static final Pattern CHOICE = Pattern.compile("[\\w -]+(\\|[\\w -]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern NMTOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}._:\\-·]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}\\p{M}._:\\-·]*");
    private static final Pattern Q_NAME = Pattern.compile("([^:\\s]+:)?[^:\\s]+");
    private static final Pattern HEX = Pattern.compile("(\\p{XDigit}{2})*");
    private static final Pattern BASE64 =
            Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private LiteralReader() {}

    /// Compiled once a column.
    ///
    /// @param lang language tag of strings; `""` if none
    public static Function<String, Reading> of(Datatype datatype, String lang) {
        return switch (datatype) {
            case Datatype.Text type -> text -> readText(type, text, lang);
            case Datatype.Binary type -> text -> readBinary(type, text);
            case Datatype.Truth type -> text -> readTruth(type, text);
            case Datatype.Numeric type -> new NumberReader(type)::read;
            case Datatype.Moment type -> new MomentReader(type)::read;
            case Datatype.Span type -> text -> readSpan(type, text);
        };
    }

    private static Reading readText(Datatype.Text type, String text, String lang) {
        Optional<Reading> mismatch = mismatch(type.format(), text);
        if (mismatch.isPresent()) {
            return mismatch.get();
        }
        Optional<Reading> wrong = wrongText(type.base(), text);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!type.lengths().allow(text.codePointCount(0, text.length()))) {
            return tooLongOrShort(type.lengths(), "characters");
        }
        return Reading.fits(
                type.iri().equals(BaseType.STRING.iri())
                        ? new Value.Text(text, lang)
                        : new Value.Typed(text, type.iri()));
    }

    private static Optional<Reading> wrongText(BaseType base, String text) {
        if (!Markup.isText(text)) {
            return Optional.of(
                    Reading.fails(Code.DATATYPE, "characters that XML allows, unlike U+0000"));
        }
        return switch (base) {
            case XML ->
                    Markup.isXml(text)
                            ? Optional.empty()
                            : Optional.of(
                                    Reading.fails(
                                            Code.DATATYPE,
                                            "well-formed XML content, without <?xml or <!DOCTYPE"));
            case JSON ->
                    JsonReader.isJson(text)
                            ? Optional.empty()
                            : Optional.of(Reading.fails(Code.DATATYPE, "one JSON value"));
            case ANY_URI ->
                    IriSyntax.isReference(text)
                            ? Optional.empty()
                            : Optional.of(
                                    Reading.fails(
                                            Code.BAD_IRI,
                                            "an IRI, which has no spaces and none of"
                                                    + " < > \" { } | \\ ^ `"));
            case LANGUAGE -> unless(LANGUAGE, text, "a language tag such as en");
            case NMTOKEN -> unless(NMTOKEN, text, "a name token of letters, digits and . - _ :");
            case NAME -> unless(NAME, text, "a name of letters, digits and . - _ :");
            case Q_NAME -> unless(Q_NAME, text, "a name with at most one colon");
            default -> Optional.empty();
        };
    }

    private static Optional<Reading> unless(Pattern syntax, String text, String expected) {
        return syntax.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Reading.fails(Code.DATATYPE, expected));
    }

    private static Reading readBinary(Datatype.Binary type, String text) {
        boolean hex = type.base() == BaseType.HEX_BINARY;
        String digits = text.replace(" ", "");
        if (!(hex ? HEX : BASE64).matcher(digits).matches()) {
            return Reading.fails(
                    Code.DATATYPE, hex ? "pairs of hexadecimal digits" : "text in base64");
        }
        long padding = digits.chars().filter(c -> c == '=').count();
        int bytes = hex ? digits.length() / 2 : digits.length() / 4 * 3 - (int) padding;
        if (!type.lengths().allow(bytes)) {
            return tooLongOrShort(type.lengths(), "bytes");
        }
        return mismatch(type.format(), text)
                .orElseGet(() -> Reading.fits(new Value.Typed(text, type.iri())));
    }

    private static Reading readTruth(Datatype.Truth type, String text) {
        String yes = type.format() instanceof Format.TruthWords words ? words.yes() : "true";
        String no = type.format() instanceof Format.TruthWords words ? words.no() : "false";
        if (text.equals(yes) || text.equals(no)) {
            boolean value = text.equals(yes);
            return Reading.fits(new Value.Bool(value, String.valueOf(value), type.iri()));
        }
        boolean plain = type.format() instanceof Format.Plain;
        if (plain && (text.equals("1") || text.equals("0"))) {
            return Reading.fits(new Value.Bool(text.equals("1"), text, type.iri()));
        }
        return Reading.fails(Code.DATATYPE, yes + " or " + no);
    }

    private static Reading readSpan(Datatype.Span type, String text) {
        if (!SpanSyntax.matches(type.base(), text)) {
            String example = type.base() == BaseType.DAY_TIME_DURATION ? "P3DT12H" : "P5Y6M";
            return Reading.fails(Code.DATATYPE, "a duration such as " + example);
        }
        if (!isInside(text, type.bounds())) {
            return Reading.fails(Code.OUT_OF_RANGE, "a duration" + BoundsText.of(type.bounds()));
        }
        return mismatch(type.format(), text)
                .orElseGet(() -> Reading.fits(new Value.Typed(text, type.iri())));
    }

    /// What cannot be compared, such as a month and thirty days, is not inside.
    private static boolean isInside(String text, Bounds<String> bounds) {
        return compares(text, bounds.minimum(), order -> order >= 0)
                && compares(text, bounds.maximum(), order -> order <= 0)
                && compares(text, bounds.minExclusive(), order -> order > 0)
                && compares(text, bounds.maxExclusive(), order -> order < 0);
    }

    private static boolean compares(String text, Optional<String> bound, IntPredicate rule) {
        return bound.isEmpty() || SpanSyntax.compare(text, bound.get()).stream().anyMatch(rule);
    }

    private static Reading tooLongOrShort(Lengths lengths, String unit) {
        return Reading.fails(Code.LENGTH, lengths.shown(unit));
    }

    private static Optional<Reading> mismatch(Format format, String text) {
        if (!(format instanceof Format.Regex regex)) {
            return Optional.empty();
        }
        return switch (BoundedMatch.of(regex.pattern(), text)) {
            case YES -> Optional.empty();
            case NO -> {
                String expected =
                        CHOICE.matcher(regex.source()).matches()
                                ? "one of " + regex.source().replace("|", ", ")
                                : "text like " + regex.source();
                yield Optional.of(Reading.fails(Code.PATTERN, expected));
            }
            case TOO_LONG ->
                    Optional.of(
                            Reading.fails(
                                    Code.PATTERN,
                                    "text that can be held against "
                                            + regex.source()
                                            + " in reasonable time"));
        };
    }
}
