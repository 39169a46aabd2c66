package chancery.check.derive;

import chancery.check.Finding.Code;
import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.derived.Derivation;
import chancery.describe.derived.Derivation.CodeOf;
import chancery.describe.derived.Derivation.DateOf;
import chancery.describe.derived.Derivation.Reading;
import chancery.describe.derived.Derivation.TextOf;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Works out the text of one column's cells from other cells of the row. May be used by several
/// threads.
public final class DerivedCell {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Derivation derivation;
    private final CodeLists codes;

    /// What comes of a row.
    public sealed interface Result {
        /// @param text `""` if there is no value
        record Written(String text) implements Result {}

        /// @param found the text that is wrong
        record Wrong(Code code, String found, String expected) implements Result {}
    }

    private DerivedCell(Derivation derivation, CodeLists codes) {
        this.derivation = derivation;
        this.codes = codes;
    }

    /// @return empty if the column's cells are not derived, or its directives are not what they may
    ///     be (which reading them strictly says)
    public static Optional<DerivedCell> of(Column column, CodeLists codes) {
        try {
            return column.derivation().map(derivation -> new DerivedCell(derivation, codes));
        } catch (BadDescription e) {
            return Optional.empty();
        }
    }

    /// The columns it is made of.
    public List<String> columns() {
        return derivation.source().columns();
    }

    /// @param cell name of a column → the canonical text of its cell; `""` if it has no value
    public Result of(UnaryOperator<String> cell) {
        Result found =
                switch (derivation.source()) {
                    case DateOf date -> new Result.Written(date(date, cell));
                    case TextOf text -> {
                        String filled = text.fill(cell);
                        yield new Result.Written(text.slug() ? slug(filled) : filled);
                    }
                    case CodeOf code -> code(code, cell);
                };
        return found instanceof Result.Written written
                ? new Result.Written(read(written.text()))
                : found;
    }

    private static String date(DateOf date, UnaryOperator<String> cell) {
        StringBuilder text = new StringBuilder();
        for (String column : date.columns()) {
            String part = cell.apply(column);
            if (part.isEmpty()) {
                break;
            }
            int width = text.isEmpty() ? 4 : 2;
            text.append(text.isEmpty() ? "" : "-").append(padded(part, width));
        }
        return text.toString();
    }

    private static String padded(String text, int digits) {
        return text.length() < digits && DIGITS.matcher(text).matches()
                ? "0".repeat(digits - text.length()) + text
                : text;
    }

    /// Lower-case ASCII letters, digits and hyphens; letters without such a form are left out.
    static String slug(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String slug = NO_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return from < to ? slug.substring(from, to) : "";
    }

    private Result code(CodeOf rule, UnaryOperator<String> cell) {
        String written = cell.apply(rule.code());
        String otherwise = rule.otherwise().map(cell).orElse("");
        if (written.isEmpty()) {
            return new Result.Written(otherwise);
        }
        String date = rule.at().map(cell).orElse("");
        String at = rule.before() ? CodeLists.before(date) : date;
        return switch (codes.find(rule.scheme(), padded(written, rule.digits()), at)) {
            case CodeLists.Answer.Thing thing -> new Result.Written(thing.id());
            case CodeLists.Answer.Unknown unknown ->
                    rule.otherwise().isPresent()
                            ? new Result.Written(otherwise)
                            : new Result.Wrong(Code.UNKNOWN_CODE, written, unknown.expected());
            case CodeLists.Answer.AnotherTime other ->
                    rule.otherwise().isPresent()
                            ? new Result.Written(otherwise)
                            : new Result.Wrong(
                                    Code.CODE_AT_ANOTHER_TIME,
                                    at.isEmpty() ? written : written + " at " + at,
                                    other.expected());
        };
    }

    private String read(String text) {
        for (Reading reading : derivation.readings()) {
            Matcher matcher = reading.pattern().matcher(text);
            if (matcher.matches()) {
                StringBuilder read = new StringBuilder();
                matcher.appendReplacement(read, reading.replacement());
                return read.toString();
            }
        }
        return text;
    }
}
