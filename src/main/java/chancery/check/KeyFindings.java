package chancery.check;

import chancery.check.Finding.Code;
import chancery.describe.Column;
import chancery.describe.ForeignKey;
import chancery.describe.Key;
import chancery.describe.TableDescription;
import chancery.table.Position;
import java.util.List;

/// What is said of keys.
public final class KeyFindings {
    private KeyFindings() {}

    /// A primary key that an earlier row has, where its text was not kept.
    ///
    /// @param firstLine where the earlier row starts
    public static Finding repeated(TableDescription table, Position at, long firstLine) {
        List<String> columns = table.primaryKey().map(Key::columns).orElse(List.of());
        return new Finding(
                Code.DUPLICATE_KEY,
                Severity.ERROR,
                at,
                0,
                "",
                "the primary key (%s) of line %d again"
                        .formatted(String.join(", ", columns), firstLine),
                "a key that no other row has");
    }

    /// A primary key that an earlier row has.
    static Finding repeated(
            TableDescription table,
            List<String> columns,
            Position at,
            String text,
            long firstLine) {
        return ofColumns(
                Code.DUPLICATE_KEY,
                table,
                columns,
                at,
                text,
                "a key that no other row has; line " + firstLine + " has it");
    }

    /// A reference that does not lead to exactly one row.
    ///
    /// @param text of its cells
    /// @param count how many rows it leads to: 0, or more than 1
    public static Finding unresolved(
            TableDescription table, ForeignKey key, Position at, String text, long count) {
        String columns = String.join(" and ", key.referenced());
        return ofColumns(
                count == 0 ? Code.DANGLING_REFERENCE : Code.AMBIGUOUS_REFERENCE,
                table,
                key.columns(),
                at,
                text,
                count == 0
                        ? "the %s of a row of %s".formatted(columns, key.resource())
                        : "one row of %s with this %s, there are %d"
                                .formatted(key.resource(), columns, count));
    }

    private static Finding ofColumns(
            Code code,
            TableDescription table,
            List<String> columns,
            Position at,
            String text,
            String expected) {
        int number = table.column(columns.get(0)).map(Column::number).orElse(0);
        return new Finding(
                code, Severity.ERROR, at, number, String.join(", ", columns), text, expected);
    }
}
