package chancery.map;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.describe.TableDescription;
import java.util.function.Consumer;

/// Turns the rows of one table into statements; compiled once, then used for every row.
public final class Mapper {
    private final TableDescription table;

    /// @param base put in the place of `https://w3id.org/chancery/` before `id/`, `graph/` and
    ///     `release/`; ends in `/`
    public Mapper(TableDescription table, String base, Mode mode, Findings findings) {
        this.table = table;
        findings.isEmpty();
        if (!base.endsWith("/")) {
            throw new IllegalArgumentException(base + mode);
        }
    }

    /// Gives the statements of a row, in the order of its cells and their items.
    public void map(CheckedRow row, Consumer<Statement> into) {
        throw new UnsupportedOperationException(table + " " + row + into);
    }
}
