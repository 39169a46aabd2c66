package chancery.check;

import chancery.check.Finding.Code;
import chancery.describe.BaseType;
import chancery.describe.Datatype;
import chancery.describe.Datatype.Lengths;
import chancery.describe.Format;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads one text as a value of a datatype (Tabular Data Model, sections 6.4.2 to 6.4.6).
final class LiteralReader {
    private static final Pattern CHOICE = Pattern.compile("[\\w -]+(\\|[\\w -]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern NMTOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}._:\\-·]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}\\p{M}._:\\-·]*");
    private static final Pattern Q_NAME = Pattern.compile("([^:\\s]+:)?[^:\\s]+");
    private static final Pattern HEX = Pattern.compile("(\\p{XDigit}{2})*");
    private static final Pattern BASE64 =
            Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final String TIME_PART = "(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)";
    private static final Pattern DURATION =
            Pattern.compile("-?P(?=[\\dT])(\\d+Y)?(\\d+M)?(\\d+D)?" + TIME_PART + "?");
    private static final Pattern DAY_TIME =
            Pattern.compile("-?P(?=[\\dT])(\\d+D)?" + TIME_PART + "?");
    private static final Pattern YEAR_MONTH = Pattern.compile("-?P(?=\\d)(\\d+Y)?(\\d+M)?");

    private LiteralReader() {}

    /// Compiled once a column.
    ///
    /// @param lang language tag of strings; `""` if none
    static Function<String, Reading> of(Datatype datatype, String lang) {
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
        return switch (base) {
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
        Pattern syntax =
                switch (type.base()) {
                    case DAY_TIME_DURATION -> DAY_TIME;
                    case YEAR_MONTH_DURATION -> YEAR_MONTH;
                    default -> DURATION;
                };
        if (!syntax.matcher(text).matches()) {
            String example = syntax == DAY_TIME ? "P3DT12H" : "P5Y6M";
            return Reading.fails(Code.DATATYPE, "a duration such as " + example);
        }
        return mismatch(type.format(), text)
                .orElseGet(() -> Reading.fits(new Value.Typed(text, type.iri())));
    }

    private static Reading tooLongOrShort(Lengths lengths, String unit) {
        return Reading.fails(Code.LENGTH, lengths.shown(unit));
    }

    private static Optional<Reading> mismatch(Format format, String text) {
        if (!(format instanceof Format.Regex regex) || matches(regex.pattern(), text)) {
            return Optional.empty();
        }
        String expected =
                CHOICE.matcher(regex.source()).matches()
                        ? "one of " + regex.source().replace("|", ", ")
                        : "text like " + regex.source();
        return Optional.of(Reading.fails(Code.PATTERN, expected));
    }

    /// The JDK matches `(a|b)*` by recursion: a cell of many thousand characters may exhaust the
    /// stack. Such a text counts as one that does not match.
    private static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }
}
