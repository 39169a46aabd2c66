package chancery.table;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/// What a file's media type says about its dialect where no metadata do (Tabular Data Model,
/// section 5.3, and RFC 4180). No row of such a file is a comment: only a dialect says so.
public final class DialectDefaults {
    private static final String TABS = "text/tab-separated-values";

    private DialectDefaults() {}

    /// @param mediaType with its parameters; `""` if unknown
    public static Dialect of(String mediaType) {
        String[] parts = mediaType.toLowerCase(Locale.ROOT).split(";");
        Dialect usual = Dialect.DEFAULT;
        String delimiter = parts[0].strip().equals(TABS) ? "\t" : usual.delimiter();
        boolean header = true;
        Charset encoding = usual.encoding();
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.equals("header=absent")) {
                header = false;
            } else if (parameter.startsWith("charset=")) {
                Optional<Charset> named = Encodings.named(parameter.substring("charset=".length()));
                encoding = named.orElse(encoding);
            }
        }
        return new Dialect(
                null,
                delimiter,
                usual.doubleQuote(),
                encoding,
                header,
                header ? 1 : 0,
                usual.lineTerminators(),
                usual.quoteChar(),
                usual.skipBlankRows(),
                usual.skipColumns(),
                usual.skipInitialSpace(),
                usual.skipRows(),
                usual.trim());
    }
}
