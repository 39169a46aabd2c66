package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.json.Json;
import chancery.table.Dialect;
import chancery.table.Encodings;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a dialect description (Metadata Vocabulary, section 5.9).
final class DialectReader {
    private static final Set<String> NAMES =
            Set.of(
                    "commentPrefix",
                    "delimiter",
                    "doubleQuote",
                    "encoding",
                    "header",
                    "headerRowCount",
                    "lineTerminators",
                    "quoteChar",
                    "skipBlankRows",
                    "skipColumns",
                    "skipInitialSpace",
                    "skipRows",
                    "trim");

    private DialectReader() {}

    /// @param usual what a property has that is not there, or is wrong
    static Dialect read(Members dialect, Dialect usual) throws BadDescription {
        dialect.allowOnly(NAMES);
        dialect.identity("Dialect");
        boolean header = dialect.flag("header", usual.header());
        boolean skipInitialSpace = dialect.flag("skipInitialSpace", usual.skipInitialSpace());
        return new Dialect(
                commentPrefix(dialect, usual),
                delimiter(dialect, usual),
                dialect.flag("doubleQuote", usual.doubleQuote()),
                encoding(dialect, usual),
                header,
                dialect.natural("headerRowCount").orElse(header ? 1 : 0),
                lineTerminators(dialect, usual),
                quoteChar(dialect, usual),
                dialect.flag("skipBlankRows", usual.skipBlankRows()),
                dialect.natural("skipColumns").orElse(usual.skipColumns()),
                skipInitialSpace,
                dialect.natural("skipRows").orElse(usual.skipRows()),
                trim(dialect, skipInitialSpace ? Dialect.Trim.START : usual.trim()));
    }

    private static @Nullable String commentPrefix(Members dialect, Dialect usual)
            throws BadDescription {
        Optional<Json> json = dialect.get("commentPrefix");
        if (json.isPresent() && json.get() instanceof Json.Null) {
            return null;
        }
        return dialect.text("commentPrefix").orElse(usual.commentPrefix());
    }

    private static String delimiter(Members dialect, Dialect usual) throws BadDescription {
        Optional<String> text = dialect.text("delimiter");
        if (text.isPresent()
                && (text.get().isEmpty()
                        || text.get().contains("\n")
                        || text.get().contains("\r"))) {
            dialect.leniency()
                    .passOver(
                            dialect.required("delimiter"),
                            "at least one character, none of them a line end");
            return usual.delimiter();
        }
        return text.orElse(usual.delimiter());
    }

    private static @Nullable Character quoteChar(Members dialect, Dialect usual)
            throws BadDescription {
        Optional<Json> json = dialect.get("quoteChar");
        if (json.isEmpty()) {
            return usual.quoteChar();
        }
        if (json.get() instanceof Json.Null) {
            return null;
        }
        if (json.get() instanceof Json.Str text && text.text().length() == 1) {
            return text.text().charAt(0);
        }
        dialect.leniency().passOver(json.get(), "one character or null");
        return usual.quoteChar();
    }

    private static Charset encoding(Members dialect, Dialect usual) throws BadDescription {
        Optional<String> label = dialect.text("encoding");
        if (label.isEmpty()) {
            return usual.encoding();
        }
        Optional<Charset> encoding = Encodings.named(label.get());
        if (encoding.isEmpty()) {
            dialect.leniency()
                    .passOver(
                            dialect.required("encoding"),
                            "the label of an encoding that can be read, such as utf-8");
        }
        return encoding.orElse(usual.encoding());
    }

    private static List<String> lineTerminators(Members dialect, Dialect usual)
            throws BadDescription {
        List<String> texts =
                dialect.texts("lineTerminators").stream()
                        .map(Json.Str::text)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return texts.isEmpty() ? usual.lineTerminators() : texts;
    }

    private static Dialect.Trim trim(Members dialect, Dialect.Trim usual) throws BadDescription {
        Optional<Json> json = dialect.get("trim");
        if (json.isEmpty()) {
            return usual;
        }
        String word = "";
        if (json.get() instanceof Json.Bool flag) {
            word = String.valueOf(flag.truth());
        } else if (json.get() instanceof Json.Str text) {
            word = text.text();
        }
        return switch (word) {
            case "true" -> Dialect.Trim.BOTH;
            case "false" -> Dialect.Trim.NONE;
            case "start" -> Dialect.Trim.START;
            case "end" -> Dialect.Trim.END;
            default -> {
                dialect.leniency().passOver(json.get(), "one of true, false, start, end");
                yield usual;
            }
        };
    }
}
