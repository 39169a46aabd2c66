package chancery.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads one table from start to end, a row at a time (Tabular Data Model, section 8).
///
/// Knows where it stands in the file, and is used by one thread. A row may have any number of
/// fields: that is for `check` to say, so that all such rows are listed.
public final class TableReader implements AutoCloseable {
    private static final Pattern NEVER_CLOSED =
            Pattern.compile("\\(startline ([^)]+)\\) EOF reached before encapsulated token.*");
    private static final Pattern AFTER_QUOTE =
            Pattern.compile("Invalid character between encapsulated token.*at line: (\\S+),.*");

    private final String name;
    private final Dialect dialect;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> header = List.of();
    private Position headerPosition;
    private long recordNumber;
    private long rowNumber;

    private TableReader(String name, Dialect dialect, CSVParser parser) {
        this.name = name;
        this.dialect = dialect;
        this.parser = parser;
        this.records = parser.iterator();
        this.headerPosition = Position.of(name);
    }

    /// Opens the table and reads its header.
    ///
    /// @throws MalformedTable if there is no such file, no header, or the header names a column
    ///     twice or not at all
    public static TableReader open(Source source, Dialect dialect) throws MalformedTable {
        TableReader reader;
        try {
            var text = new DecodingReader(source.open(), dialect.encoding());
            var parser =
                    CSVParser.builder()
                            .setReader(new BufferedReader(text))
                            .setFormat(format(dialect))
                            .get();
            reader = new TableReader(source.name(), dialect, parser);
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

    private static CSVFormat format(Dialect dialect) {
        return CSVFormat.Builder.create()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quoteChar())
                .setEscape(dialect.doubleQuote() ? null : Character.valueOf('\\'))
                .setCommentMarker(dialect.commentPrefix())
                .setIgnoreSurroundingSpaces(dialect.trim() == Dialect.Trim.BOTH)
                // Blank lines are kept here, as records of one empty field: if Commons CSV left
                // them out, its line numbers would no longer tell where a record starts.
                .setIgnoreEmptyLines(false)
                .get();
    }

    /// @return the titles of the columns in the order of the file (of several header records the
    ///     first); empty if there is no header
    public List<String> header() {
        return header;
    }

    /// Where the header stands; the file as a whole if there is none.
    public Position headerPosition() {
        return headerPosition;
    }

    /// @return the next row; empty at the end of the table
    public Optional<Row> next() throws MalformedTable {
        for (Optional<Row> found = record(); found.isPresent(); found = record()) {
            Row row = found.get();
            if (dialect.skipBlankRows() && row.fields().stream().allMatch(String::isBlank)) {
                continue;
            }
            rowNumber++;
            Position at = row.position();
            return Optional.of(
                    new Row(new Position(name, at.line(), at.record(), rowNumber), row.fields()));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws MalformedTable {
        try {
            parser.close();
        } catch (IOException e) {
            throw new MalformedTable(Position.of(name), "cannot be closed, " + e.getMessage());
        }
    }

    private void readHeader() throws MalformedTable {
        for (int i = 0; i < dialect.skipRows(); i++) {
            record();
        }
        for (int i = 0; i < dialect.headerRowCount(); i++) {
            Optional<Row> titles = record();
            if (titles.isEmpty()) {
                String found = recordNumber == 0 ? "an empty file" : "the end of the file";
                throw new MalformedTable(
                        Position.of(name), "found " + found + ", expected a header");
            }
            if (i == 0) {
                header = titles.get().fields();
                headerPosition = titles.get().position();
                refuseUnclearNames();
            }
        }
    }

    private void refuseUnclearNames() throws MalformedTable {
        Set<String> seen = new HashSet<>();
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

    private Optional<Row> record() throws MalformedTable {
        // Taken before hasNext(), which already reads the record.
        long line = parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
        } catch (UncheckedIOException e) {
            throw malformed(e, line);
        }
        CSVRecord read = records.next();
        recordNumber++;
        long start = line + commentLines(read);
        return Optional.of(new Row(new Position(name, start, recordNumber, 0), fields(read)));
    }

    /// How many lines of comment stand between the record before and this one.
    private static long commentLines(CSVRecord record) {
        return record.getComment() == null
                ? 0
                : 1 + record.getComment().chars().filter(c -> c == '\n').count();
    }

    private List<String> fields(CSVRecord read) {
        List<String> fields = new ArrayList<>(read.size());
        for (int i = dialect.skipColumns(); i < read.size(); i++) {
            fields.add(trimmed(read.get(i)));
        }
        return fields;
    }

    private String trimmed(String field) {
        String text = dialect.skipInitialSpace() ? field.stripLeading() : field;
        return switch (dialect.trim()) {
            case NONE -> text;
            case START -> text.stripLeading();
            case END -> text.stripTrailing();
            case BOTH -> text.strip();
        };
    }

    private MalformedTable malformed(UncheckedIOException e, long line) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof DecodingReader.BrokenText broken) {
            return new MalformedTable(
                    new Position(name, broken.line(), 0, 0), String.valueOf(broken.getMessage()));
        }
        String message = String.valueOf(cause.getMessage());
        Matcher neverClosed = NEVER_CLOSED.matcher(message);
        if (neverClosed.matches()) {
            return at(number(neverClosed.group(1)), "a quote opened here is never closed");
        }
        Matcher afterQuote = AFTER_QUOTE.matcher(message);
        if (afterQuote.matches()) {
            return at(
                    line,
                    "a quote that closes in line "
                            + number(afterQuote.group(1))
                            + " is followed by text, expected \""
                            + dialect.delimiter()
                            + "\" or the end of the line");
        }
        return at(line, "cannot be read on, " + message);
    }

    private MalformedTable at(long line, String what) {
        return new MalformedTable(new Position(name, line, recordNumber + 1, 0), what);
    }

    /// Commons CSV groups the digits of its line numbers as the locale does.
    private static long number(String grouped) {
        return Long.parseLong(grouped.replaceAll("\\D", ""));
    }
}
