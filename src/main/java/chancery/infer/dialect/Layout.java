package chancery.infer.dialect;

import chancery.table.Dialect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a file is laid out: what is before the header, whether there is one, what is a comment.
///
/// @param dialect complete but for blank rows, which show only in the whole file
/// @param titles of the columns, as many as there are; `""` for one that has none
/// @param hasHeader whether they stand in the file
/// @param notes what it rests on
public record Layout(Dialect dialect, List<String> titles, boolean hasHeader, List<String> notes) {
    public Layout {
        titles = List.copyOf(titles);
        notes = List.copyOf(notes);
    }

    /// The dialect with all that was found out.
    static Dialect complete(
            Dialect cut, Charset encoding, int headers, int skipRows, @Nullable String comment) {
        return new Dialect(
                comment,
                cut.delimiter(),
                cut.doubleQuote(),
                encoding,
                headers > 0,
                headers,
                cut.lineTerminators(),
                cut.quoteChar(),
                false,
                0,
                cut.skipInitialSpace(),
                skipRows,
                cut.trim());
    }

    /// The same, passing over blank rows.
    public Layout skippingBlankRows() {
        Dialect d = dialect;
        Dialect skipping =
                new Dialect(
                        d.commentPrefix(),
                        d.delimiter(),
                        d.doubleQuote(),
                        d.encoding(),
                        d.header(),
                        d.headerRowCount(),
                        d.lineTerminators(),
                        d.quoteChar(),
                        true,
                        d.skipColumns(),
                        d.skipInitialSpace(),
                        d.skipRows(),
                        d.trim());
        return new Layout(skipping, titles, hasHeader, notes);
    }

    /// Whether lines that begin with `#` are comments.
    public boolean hasComments() {
        return Objects.equals(dialect.commentPrefix(), "#");
    }
}
