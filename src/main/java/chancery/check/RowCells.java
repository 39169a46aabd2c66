package chancery.check;

import chancery.check.Finding.Code;
import chancery.check.derive.CodeLists;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.table.Position;
import chancery.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the cells of rows as the standard does (Tabular Data Model, section 6.4): told by their
/// place, our directives off. Used by one thread.
public final class RowCells {
    private final TableDescription description;
    private final Findings findings;
    private final DerivedCells derived;
    private final Severity ofRaggedRows;
    private final List<Column> written;
    private final List<CellParser> parsers = new ArrayList<>();
    private final List<CellParser> virtual = new ArrayList<>();
    private final List<CellParser> extra = new ArrayList<>();

    /// @param description with a column for every field of header and first row, as
    ///     [AnnotatedTable#description] has it
    /// @param validating whether a row that does not fit is an error; else it is a warning
    public RowCells(TableDescription description, boolean validating, Findings findings) {
        this(description, validating, Optional.empty(), findings);
    }

    /// As above, with our directives on if there are code lists.
    ///
    /// @param directives what the codes name that the table's columns hold
    public RowCells(
            TableDescription description,
            boolean validating,
            Optional<CodeLists> directives,
            Findings findings) {
        this.derived =
                directives
                        .map(codes -> new DerivedCells(description.columns(), codes, findings))
                        .orElseGet(() -> DerivedCells.none(findings));
        this.description = description;
        this.ofRaggedRows = validating ? Severity.ERROR : Severity.WARNING;
        this.findings = findings;
        this.written = description.schema().written();
        for (Column column : description.columns()) {
            CellParser parser =
                    directives.isPresent()
                            ? CellParser.withDirectives(column, findings)
                            : CellParser.standard(column, findings);
            (column.virtual() ? virtual : parsers).add(parser);
        }
    }

    /// Reads the cells of a row; a field beyond the columns makes a cell behind all others.
    public CheckedRow read(Row row) {
        Position at = row.position();
        int fields = row.fields().size();
        if (fields != written.size()) {
            report(Code.FIELD_COUNT, at, counted(fields), Integer.toString(written.size()));
        }
        List<Cell> cells = new ArrayList<>(fields + virtual.size());
        for (int i = 0; i < parsers.size(); i++) {
            cells.add(
                    i < fields
                            ? parsers.get(i).parse(row.fields().get(i), at)
                            : new Cell(written.get(i), "", List.of(new Value.Absent())));
        }
        for (CellParser parser : virtual) {
            Column column = description.columns().get(cells.size());
            cells.add(parser.parse(derived.next(column, cells, at), at));
        }
        for (int i = parsers.size(); i < fields; i++) {
            cells.add(extra(i).parse(row.fields().get(i), at));
        }
        for (int field : row.strayQuotes()) {
            String name = field < written.size() ? written.get(field).name() : "";
            findings.add(StrayQuote.of(row, field, name));
        }
        return new CheckedRow(row, cells, true);
    }

    private CellParser extra(int field) {
        int index = field - parsers.size();
        while (extra.size() <= index) {
            int number = parsers.size() + extra.size() + 1;
            Column column = description.schema().undescribed(number, List.of());
            extra.add(CellParser.standard(column, findings));
        }
        return extra.get(index);
    }

    private void report(Code code, Position at, String found, String expected) {
        findings.add(new Finding(code, ofRaggedRows, at, 0, "", found, expected));
    }

    private static String counted(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }
}
