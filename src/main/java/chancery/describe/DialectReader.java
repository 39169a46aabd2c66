package chancery.describe;

import chancery.table.Dialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");

    private DialectReader() {}

    static Dialect read(Json json) throws BadDescription {
        Members dialect = Members.of(json);
        dialect.allowOnly(NAMES);
        Dialect usual = Dialect.DEFAULT;
        boolean header = dialect.flag("header", usual.header());
        boolean skipInitialSpace = dialect.flag("skipInitialSpace", usual.skipInitialSpace());
        return new Dialect(
                character(dialect, "commentPrefix", usual.commentPrefix()),
                delimiter(dialect),
                dialect.flag("doubleQuote", usual.doubleQuote()),
                encoding(dialect),
                header,
                dialect.natural("headerRowCount").orElse(header ? 1 : 0),
                lineTerminators(dialect),
                character(dialect, "quoteChar", usual.quoteChar()),
                dialect.flag("skipBlankRows", usual.skipBlankRows()),
                dialect.natural("skipColumns").orElse(usual.skipColumns()),
                skipInitialSpace,
                dialect.natural("skipRows").orElse(usual.skipRows()),
                trim(dialect, skipInitialSpace));
    }

    private static String delimiter(Members dialect) throws BadDescription {
        Optional<Json> json = dialect.get("delimiter");
        if (json.isEmpty()) {
            return Dialect.DEFAULT.delimiter();
        }
        String text = Members.textOf(json.get()).text();
        if (text.isEmpty() || text.contains("\n") || text.contains("\r")) {
            throw Members.wrong(json.get(), "at least one character, none of them a line end");
        }
        return text;
    }

    private static @Nullable Character character(
            Members dialect, String name, @Nullable Character usual) throws BadDescription {
        Optional<Json> json = dialect.get(name);
        if (json.isEmpty()) {
            return usual;
        }
        if (json.get() instanceof Json.Null) {
            return null;
        }
        if (json.get() instanceof Json.Str text && text.text().length() == 1) {
            return text.text().charAt(0);
        }
        throw Members.wrong(json.get(), "one character or null");
    }

    private static Charset encoding(Members dialect) throws BadDescription {
        Optional<Json> json = dialect.get("encoding");
        if (json.isEmpty()) {
            return Dialect.DEFAULT.encoding();
        }
        try {
            return Charset.forName(Members.textOf(json.get()).text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Members.wrong(json.get(), "the name of an encoding, such as utf-8");
        }
    }

    private static List<String> lineTerminators(Members dialect) throws BadDescription {
        List<Json.Str> texts = dialect.texts("lineTerminators");
        for (Json.Str text : texts) {
            if (!LINE_ENDS.contains(text.text())) {
                throw Members.wrong(text, "one of \\r\\n, \\n, \\r");
            }
        }
        return texts.isEmpty()
                ? Dialect.DEFAULT.lineTerminators()
                : texts.stream().map(Json.Str::text).toList();
    }

    private static Dialect.Trim trim(Members dialect, boolean skipInitialSpace)
            throws BadDescription {
        Optional<Json> json = dialect.get("trim");
        if (json.isEmpty()) {
            return skipInitialSpace ? Dialect.Trim.START : Dialect.DEFAULT.trim();
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
            default -> throw Members.wrong(json.get(), "one of true, false, start, end");
        };
    }
}
