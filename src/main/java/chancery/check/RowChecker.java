package chancery.check;

import chancery.describe.TableDescription;
import chancery.table.Position;
import chancery.table.Row;
import java.util.List;

/// Checks the header and the rows of one table.
public final class RowChecker {
    private final TableDescription table;
    private final Findings findings;

    public RowChecker(TableDescription table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /// Compares the header with the columns of the description; call before the first row.
    public void checkHeader(List<String> header, Position at) {
        throw new UnsupportedOperationException(table + " " + findings + header + at);
    }

    /// Reads the cells of a row. Never throws for bad data.
    public CheckedRow check(Row row) {
        throw new UnsupportedOperationException(row.toString());
    }

    /// Call after the last row: reports a table without rows.
    public void finish() {}
}
