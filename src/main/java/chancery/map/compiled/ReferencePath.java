package chancery.map.compiled;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.RowCells;
import chancery.map.Mode;
import chancery.map.RowTriples;
import chancery.map.TableTriples;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/// Maps rows as the standard's own steps say, one after another: what is not compiled, and what
/// cannot be cut, of which it says why. Used by one thread.
final class ReferencePath {
    private final TableJob job;
    private final RowCells cells;
    private final RowTriples triples;
    private final Consumer<Triple> lines;
    private final Consumer<String> comments;

    ReferencePath(TableJob job, Consumer<Triple> lines, Findings findings) {
        this.job = job;
        this.cells = job.cells(findings);
        this.triples = job.triples(findings);
        this.lines = lines;
        this.comments =
                job.mode() == Mode.STANDARD
                        ? TableTriples.comments(job.tableNode(), lines)
                        : comment -> {};
    }

    /// Reads on in the midst of a table, at the border of two records.
    ///
    /// @param line 1-based, of the first record
    /// @param records how many stand before
    /// @param rows how many stand before
    /// @param each told of each row when it has been written
    void read(InputStream in, long line, long records, long rows, Consumer<CheckedRow> each)
            throws MalformedTable {
        try (TableReader reader =
                TableReader.resume(
                        job.table().source(), job.dialect(), in, line, records, rows, comments)) {
            write(reader, each);
        }
    }

    /// Reads a whole table, header and skipped rows included.
    ///
    /// @param in from its first byte on
    /// @param each told of each row when it has been written
    void readAll(InputStream in, Consumer<CheckedRow> each) throws MalformedTable {
        Source source = new Source(job.table().source().name(), () -> in);
        try (TableReader reader = TableReader.openAny(source, job.dialect(), comments)) {
            write(reader, each);
        }
    }

    private void write(TableReader reader, Consumer<CheckedRow> each) throws MalformedTable {
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            CheckedRow read = cells.read(row.get());
            triples.write(read, lines);
            each.accept(read);
        }
    }
}
