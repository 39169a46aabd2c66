package chancery.check;

import chancery.describe.Column;
import chancery.describe.Schema;
import chancery.describe.TableDescription;
import chancery.describe.Title;
import chancery.table.Dialect;
import chancery.table.DialectDefaults;
import chancery.table.Library;
import chancery.table.MalformedTable;
import chancery.table.Position;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One table as the standard reads it (Tabular Data Model, sections 4 and 6.4): columns are told by
/// their place, cells have values and perhaps findings, and nothing that is wrong ends the reading.
/// Our directives are off.
///
/// Used by one thread; holds one row at a time.
public final class AnnotatedTable implements AutoCloseable {
    private final TableReader reader;
    private final TableDescription description;
    private final RowCells cells;
    private final Optional<Row> first;
    private boolean begun;

    private AnnotatedTable(
            TableReader reader, TableDescription description, Optional<Row> first, RowCells cells) {
        this.reader = reader;
        this.description = description;
        this.first = first;
        this.cells = cells;
    }

    /// Opens a table, reads its header and holds it against the description.
    ///
    /// @param library where it lies
    /// @param validating whether a header or a row that does not fit is an error; else it is a
    ///     warning
    /// @param comments takes the comments and skipped rows, each when it is passed
    /// @throws MalformedTable if there is no such table
    public static AnnotatedTable open(
            TableDescription described,
            Library library,
            boolean validating,
            Consumer<String> comments,
            Findings findings)
            throws MalformedTable {
        TableReader reader = null;
        try {
            Library.Document document = library.open(described.iri());
            Dialect dialect =
                    described.ownDialect().orElse(DialectDefaults.of(document.mediaType()));
            Source source = new Source(described.source().name(), document::content);
            reader = TableReader.openAny(source, dialect, comments);
            List<List<Title>> header = header(reader, language(described, document));
            new Compatibility(described, validating, findings)
                    .check(header, reader.headerPosition());
            Optional<Row> first = reader.next();
            int fields = Math.max(header.size(), first.map(row -> row.fields().size()).orElse(0));
            Schema schema = completed(described.schema(), header, fields);
            TableDescription description = described.with(schema);
            return new AnnotatedTable(
                    reader, description, first, new RowCells(description, validating, findings));
        } catch (NoSuchFileException e) {
            throw new MalformedTable(
                    Position.of(described.source().name()), "found no such file, expected a table");
        } catch (IOException e) {
            throw new MalformedTable(
                    Position.of(described.source().name()), "cannot be read, " + e.getMessage());
        } catch (MalformedTable e) {
            if (reader != null) {
                reader.close();
            }
            throw e;
        }
    }

    /// The language of the header: that of the table's texts, else that of the file.
    private static String language(TableDescription described, Library.Document document) {
        String tag = described.schema().usual().cell().lang();
        if (tag.isEmpty()) {
            tag = document.language();
        }
        // a server may name several languages, which says nothing of one text
        return tag.isEmpty() || tag.contains(",") ? Title.UNDETERMINED : tag;
    }

    /// The titles of each column, one a header record that has any.
    private static List<List<Title>> header(TableReader reader, String tag) {
        List<List<Title>> columns = new ArrayList<>();
        for (List<String> record : reader.headers()) {
            for (int i = 0; i < record.size(); i++) {
                if (i == columns.size()) {
                    columns.add(new ArrayList<>());
                }
                if (!record.get(i).isBlank()) {
                    columns.get(i).add(new Title(record.get(i).strip(), tag));
                }
            }
        }
        return columns;
    }

    /// A schema that has a column for every field; without metadata the header makes them.
    private static Schema completed(Schema schema, List<List<Title>> header, int fields) {
        List<Column> columns = new ArrayList<>(schema.written());
        while (columns.size() < fields) {
            int number = columns.size() + 1;
            boolean titled = !schema.described() && number <= header.size();
            columns.add(schema.undescribed(number, titled ? header.get(number - 1) : List.of()));
        }
        return schema.withWritten(columns);
    }

    /// The description, with columns for all fields of header and first row.
    public TableDescription description() {
        return description;
    }

    /// @return the next row; a field beyond the columns makes a cell behind all others. Empty at
    ///     the end
    public Optional<CheckedRow> next() throws MalformedTable {
        Optional<Row> row = begun ? reader.next() : first;
        begun = true;
        return row.map(cells::read);
    }

    @Override
    public void close() throws MalformedTable {
        reader.close();
    }
}
