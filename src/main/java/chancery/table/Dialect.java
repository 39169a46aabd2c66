package chancery.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file is cut into rows and fields: the dialect description of CSV on the Web (Metadata
/// Vocabulary, section 5.9), its thirteen properties under their own names.
///
/// @param commentPrefix what a comment starts with; null if no row is a comment
/// @param quoteChar null if nothing is quoted
/// @param doubleQuote whether a quote inside quotes is written twice; else a backslash precedes it
/// @param lineTerminators any of them ends a row
/// @param headerRowCount how many records the header has; 0 if there is none
/// @param skipRows how many records are left out before the header
/// @param skipColumns how many fields are left out at the start of each record
public record Dialect(
        @Nullable String commentPrefix,
        String delimiter,
        boolean doubleQuote,
        Charset encoding,
        boolean header,
        int headerRowCount,
        List<String> lineTerminators,
        @Nullable Character quoteChar,
        boolean skipBlankRows,
        int skipColumns,
        boolean skipInitialSpace,
        int skipRows,
        Trim trim) {

    /// Which ends of a field lose their white space.
    public enum Trim {
        NONE,
        START,
        END,
        BOTH
    }

    /// What a file has that says nothing else. The standard contradicts itself about `trim`: its
    /// prose says true, its default dialect false; with false nothing is lost. A lone carriage
    /// return ends a row here too, as in files of old; a dialect that names its line terminators
    /// is taken at its word.
    public static final Dialect DEFAULT =
            new Dialect(
                    "#",
                    ",",
                    true,
                    StandardCharsets.UTF_8,
                    true,
                    1,
                    List.of("\r\n", "\n", "\r"),
                    '"',
                    false,
                    0,
                    false,
                    0,
                    Trim.NONE);

    public Dialect {
        lineTerminators = List.copyOf(lineTerminators);
        if (delimiter.isEmpty() || headerRowCount < 0 || skipColumns < 0 || skipRows < 0) {
            throw new IllegalArgumentException("no delimiter, or a negative count");
        }
    }
}
