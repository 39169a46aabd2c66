package chancery.table;

import java.util.List;
import java.util.Optional;

/// Reads the rows of one table, one at a time.
public final class TableReader implements AutoCloseable {
    private TableReader() {}

    /// Opens the table and reads its header.
    ///
    /// @throws MalformedTable if there is no such file, no header, or the header names a column
    ///     twice or not at all
    public static TableReader open(Source source, Dialect dialect) throws MalformedTable {
        throw new UnsupportedOperationException(source + " " + dialect);
    }

    /// @return the titles of the columns in the order of the file; empty if there is no header
    public List<String> header() {
        return List.of();
    }

    /// Where the header stands; the file as a whole if there is none.
    public Position headerPosition() {
        throw new UnsupportedOperationException();
    }

    /// @return the next row; empty at the end of the table
    public Optional<Row> next() throws MalformedTable {
        return Optional.empty();
    }

    @Override
    public void close() throws MalformedTable {}
}
