package chancery.map.compiled;

import chancery.check.CheckedRow;
import chancery.check.KeyChecker;
import java.util.List;

/// Columns whose values are noted for each row.
///
/// @param number under which they are noted
/// @param refers whether they lead to a row of some table; else rows are looked up by them
record TableKey(int number, List<String> columns, boolean refers) {
    /// Notes the key of a row that the reference path read.
    void note(CheckedRow row, RowKeys into) {
        if (refers) {
            KeyChecker.reference(row, columns).ifPresent(text -> note(text, row, into));
        } else {
            String text = KeyChecker.value(row, columns);
            if (!text.isEmpty()) {
                note(text, row, into);
            }
        }
    }

    private void note(String text, CheckedRow row, RowKeys into) {
        byte[] bytes = Bytes.of(text);
        into.add(number, bytes, 0, bytes.length, row.position().line(), row.position().row());
    }
}
