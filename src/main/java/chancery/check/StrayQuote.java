package chancery.check;

import chancery.check.Finding.Code;
import chancery.table.Row;

/// A quote inside a field that does not start with one (Tabular Data Model, section 8): it is taken
/// as it stands.
final class StrayQuote {
    private StrayQuote() {}

    /// @param field 0-based
    /// @param column its name, `""` if nobody knows
    static Finding of(Row row, int field, String column) {
        String text = row.fields().get(field);
        return new Finding(
                Code.STRAY_QUOTE,
                Severity.WARNING,
                row.position(),
                field + 1,
                column,
                column.isEmpty() ? "a quote inside \"" + Excerpt.of(text) + "\"" : text,
                "quotes around the whole field, those inside doubled");
    }
}
