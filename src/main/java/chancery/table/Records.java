package chancery.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of a table one after another, with the line on which each starts (Tabular Data
/// Model, section 8).
///
/// Apache Commons CSV cuts them wherever it can do so as the standard asks ([CommonsRecords] says
/// where); the rest is for [RecordReader].
sealed interface Records permits CommonsRecords, RecordReader {
    /// What stands between two line terminators.
    sealed interface Entry {
        /// @param line 1-based line on which the record starts
        /// @param strayQuotes 0-based numbers of fields with a quote that opens nothing
        record Fields(long line, List<String> fields, List<Integer> strayQuotes) implements Entry {}

        /// @param text without the prefix
        record Comment(long line, String text) implements Entry {}
    }

    /// A record that cannot be cut into fields.
    final class Uncuttable extends Exception {
        private static final long serialVersionUID = 1L;

        private final long line;

        Uncuttable(long line, String what) {
            super(what);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /// @param text without a byte-order mark
    static Records of(Reader text, Dialect dialect) throws IOException {
        return of(text, dialect, Limits.USUAL);
    }

    /// @param text without a byte-order mark
    static Records of(Reader text, Dialect dialect, Limits limits) throws IOException {
        return CommonsRecords.canRead(dialect)
                ? new CommonsRecords(text, dialect, limits)
                : new RecordReader(text, dialect, 1, limits);
    }

    /// @return null at the end of the table
    @Nullable Entry next() throws IOException, Uncuttable;
}
