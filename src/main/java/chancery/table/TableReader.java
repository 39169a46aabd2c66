package chancery.table;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one table from start to end, a row at a time (Tabular Data Model, section 8).
///
/// Knows where it stands in the file, and is used by one thread. A row may have any number of
/// fields: that is for `check` to say, so that all such rows are listed.
public final class TableReader implements AutoCloseable {
    private final String name;
    private final Dialect dialect;
    private final Reader text;
    private final Records records;
    private final Consumer<String> comments;
    private final List<List<String>> headers = new ArrayList<>();
    private Position headerPosition;
    private long recordNumber;
    private long rowNumber;

    private TableReader(
            String name, Dialect dialect, Reader text, Records records, Consumer<String> comments) {
        this.name = name;
        this.dialect = dialect;
        this.text = text;
        this.records = records;
        this.comments = comments;
        this.headerPosition = Position.of(name);
    }

    /// Opens a table whose columns are found by the names in its header, and reads the header.
    ///
    /// @throws MalformedTable if there is no such file, no header, or the header names a column
    ///     twice or not at all
    public static TableReader open(Source source, Dialect dialect) throws MalformedTable {
        TableReader reader = openAny(source, dialect, comment -> {});
        try {
            reader.refuseUnclearNames();
            return reader;
        } catch (MalformedTable e) {
            reader.close();
            throw e;
        }
    }

    /// The same for a table of others: a column that its header gives no name is called by its
    /// place, such as `_col.15`, as the standard calls it.
    public static TableReader openNumbered(Source source, Dialect dialect) throws MalformedTable {
        TableReader reader = openAny(source, dialect, comment -> {});
        try {
            reader.nameByPlace();
            reader.refuseUnclearNames();
            return reader;
        } catch (MalformedTable e) {
            reader.close();
            throw e;
        }
    }

    /// Opens a table whose columns are found by their place, and reads the header if the file has
    /// one: it may be short, empty, or name a column twice.
    ///
    /// @param comments takes the comments and skipped rows, each when it is passed
    /// @throws MalformedTable if there is no such file
    public static TableReader openAny(Source source, Dialect dialect, Consumer<String> comments)
            throws MalformedTable {
        return openAny(source, dialect, Limits.USUAL, comments);
    }

    /// The same with other limits to what is held at once.
    public static TableReader openAny(
            Source source, Dialect dialect, Limits limits, Consumer<String> comments)
            throws MalformedTable {
        TableReader reader;
        try {
            var text = new BufferedReader(new DecodingReader(source.open(), dialect.encoding()));
            reader =
                    new TableReader(
                            source.name(),
                            dialect,
                            text,
                            Records.of(text, dialect, limits),
                            comments);
        } catch (NoSuchFileException e) {
            throw new MalformedTable(
                    Position.of(source.name()), "found no such file, expected a table");
        } catch (IOException e) {
            throw new MalformedTable(Position.of(source.name()), "cannot be read, " + e);
        }
        try {
            reader.readHeader();
            return reader;
        } catch (MalformedTable e) {
            reader.close();
            throw e;
        }
    }

    /// Reads on inside a table, from the start of a record on.
    ///
    /// @param in from that record on
    /// @param line 1-based line on which it starts
    /// @param records how many stand before it, header and comments included
    /// @param rows how many rows stand before it
    public static TableReader resume(
            Source source,
            Dialect dialect,
            InputStream in,
            long line,
            long records,
            long rows,
            Consumer<String> comments) {
        var text = new BufferedReader(new DecodingReader(in, dialect.encoding(), line, false));
        TableReader reader =
                new TableReader(
                        source.name(),
                        dialect,
                        text,
                        new RecordReader(text, dialect, line),
                        comments);
        reader.recordNumber = records;
        reader.rowNumber = rows;
        return reader;
    }

    /// @return the titles of the columns in the order of the file (of several header records the
    ///     first); empty if there is no header
    public List<String> header() {
        return headers.isEmpty() ? List.of() : headers.getFirst();
    }

    /// @return all header records; fewer than the dialect says if the file ends before
    public List<List<String>> headers() {
        return List.copyOf(headers);
    }

    /// Where the header stands; the file as a whole if there is none.
    public Position headerPosition() {
        return headerPosition;
    }

    /// @return the next row; empty at the end of the table
    public Optional<Row> next() throws MalformedTable {
        for (Row found = record(); found != null; found = record()) {
            if (dialect.skipBlankRows() && found.fields().stream().allMatch(String::isBlank)) {
                continue;
            }
            rowNumber++;
            Position at = found.position();
            return Optional.of(
                    new Row(
                            new Position(name, at.line(), at.record(), rowNumber),
                            found.fields(),
                            found.strayQuotes()));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws MalformedTable {
        try {
            text.close();
        } catch (IOException e) {
            throw new MalformedTable(Position.of(name), "cannot be closed, " + e.getMessage());
        }
    }

    private void readHeader() throws MalformedTable {
        for (int i = 0; i < dialect.skipRows(); i++) {
            // comments are rows here
            Records.Entry skipped = entry();
            if (skipped == null) {
                return;
            }
            if (skipped instanceof Records.Entry.Fields fields) {
                tell(String.join(dialect.delimiter(), fields.fields()));
            }
        }
        for (int i = 0; i < dialect.headerRowCount(); i++) {
            Row titles = record();
            if (titles == null) {
                return;
            }
            headers.add(titles.fields());
            if (i == 0) {
                headerPosition = titles.position();
            }
        }
    }

    private void nameByPlace() {
        List<String> named = new ArrayList<>(header());
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).isBlank()) {
                named.set(i, "_col." + (i + 1));
            }
        }
        if (!headers.isEmpty()) {
            headers.set(0, List.copyOf(named));
        }
    }

    private void refuseUnclearNames() throws MalformedTable {
        if (headers.size() < dialect.headerRowCount()) {
            String found = recordNumber == 0 ? "an empty file" : "the end of the file";
            throw new MalformedTable(Position.of(name), "found " + found + ", expected a header");
        }
        Set<String> seen = new HashSet<>();
        List<String> header = header();
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i);
            if (title.isBlank()) {
                throw new MalformedTable(
                        headerPosition,
                        "found no name for column " + (i + 1) + ", expected a name");
            }
            if (!seen.add(title)) {
                throw new MalformedTable(
                        headerPosition,
                        "found column \"" + title + "\" twice, expected every name once");
            }
        }
    }

    /// @return the next record that is no comment, null at the end
    private @Nullable Row record() throws MalformedTable {
        for (Records.Entry read = entry(); read != null; read = entry()) {
            if (read instanceof Records.Entry.Fields fields) {
                return row(fields);
            }
        }
        return null;
    }

    /// @return the next record or comment, null at the end
    private Records.@Nullable Entry entry() throws MalformedTable {
        try {
            Records.Entry read = records.next();
            recordNumber += read == null ? 0 : 1;
            if (read instanceof Records.Entry.Comment comment) {
                tell(comment.text());
            }
            return read;
        } catch (Records.Uncuttable e) {
            throw new MalformedTable(
                    new Position(name, e.line(), recordNumber + 1, 0),
                    String.valueOf(e.getMessage()));
        } catch (DecodingReader.BrokenText e) {
            throw new MalformedTable(
                    new Position(name, e.line(), 0, 0), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new MalformedTable(Position.of(name), "cannot be read on, " + why(e));
        }
    }

    /// Whoever unpacks half an archive may say nothing at all.
    private static String why(IOException e) {
        String said = e.getMessage();
        return said == null && e instanceof EOFException
                ? "it ends too early"
                : String.valueOf(said);
    }

    private void tell(String comment) {
        if (!comment.isBlank()) {
            comments.accept(comment.strip());
        }
    }

    private Row row(Records.Entry.Fields read) {
        int skipped = Math.min(dialect.skipColumns(), read.fields().size());
        List<String> fields = read.fields().subList(skipped, read.fields().size());
        List<Integer> strayQuotes =
                read.strayQuotes().stream()
                        .map(field -> field - skipped)
                        .filter(field -> field >= 0)
                        .toList();
        return new Row(new Position(name, read.line(), recordNumber, 0), fields, strayQuotes);
    }
}
