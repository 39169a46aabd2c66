package chancery.check;

import chancery.describe.TableDescription;
import java.util.List;

/// Checks primary and foreign keys over several tables.
public final class KeyChecker {
    /// @param tables all tables that rows come from or keys refer to
    public KeyChecker(List<TableDescription> tables, Findings findings) {
        tables.forEach(t -> findings.isEmpty());
    }

    /// Notes the keys of a row; reports a primary key that was seen before.
    public void add(TableDescription table, CheckedRow row) {
        throw new UnsupportedOperationException(table + " " + row);
    }

    /// Call after the last row of the last table: reports references that lead nowhere.
    public void finish() {}
}
