package chancery.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dialects that differ from the usual one in what a test sets.
final class Dialects {
    @Nullable String commentPrefix = Dialect.DEFAULT.commentPrefix();
    String delimiter = ",";
    boolean doubleQuote = true;
    Charset encoding = Dialect.DEFAULT.encoding();
    int headerRowCount = 1;
    List<String> lineTerminators = Dialect.DEFAULT.lineTerminators();
    @Nullable Character quoteChar = '"';
    boolean skipBlankRows;
    int skipColumns;
    boolean skipInitialSpace;
    int skipRows;
    Dialect.Trim trim = Dialect.Trim.NONE;

    private Dialects() {}

    static Dialect of(Consumer<Dialects> changes) {
        Dialects d = new Dialects();
        changes.accept(d);
        return new Dialect(
                d.commentPrefix,
                d.delimiter,
                d.doubleQuote,
                d.encoding,
                d.headerRowCount > 0,
                d.headerRowCount,
                d.lineTerminators,
                d.quoteChar,
                d.skipBlankRows,
                d.skipColumns,
                d.skipInitialSpace,
                d.skipRows,
                d.trim);
    }
}
