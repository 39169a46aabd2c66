package chancery.check;

import chancery.check.Finding.Code;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.describe.Title;
import chancery.table.Position;
import java.util.List;

/// Holds the header of a table against its description (Tabular Data Model, section 6.2, Metadata
/// Vocabulary, section 5.5.1): as many columns, and each of a name or title that the header has
/// too.
///
/// @param validating whether what does not fit is an error, and a name alone must be the title
record Compatibility(TableDescription table, boolean validating, Findings findings) {

    /// @param header the titles of each column; none if there is no header
    void check(List<List<Title>> header, Position at) {
        if (header.isEmpty() || !table.schema().described()) {
            return;
        }
        List<Column> columns = table.schema().written();
        if (columns.size() != header.size()) {
            report(at, header.size() + " columns", columns.size() + " as the metadata describe");
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!fits(columns.get(i), header.get(i))) {
                report(
                        at,
                        "column " + (i + 1) + " named \"" + header.get(i).getFirst().text() + "\"",
                        shown(columns.get(i)));
            }
        }
    }

    private boolean fits(Column column, List<Title> titles) {
        if (titles.isEmpty() || (!column.hasOwnName() && column.named().isEmpty())) {
            return true;
        }
        if (column.named().isEmpty()) {
            return !validating;
        }
        return column.named().stream().anyMatch(title -> titles.stream().anyMatch(title::matches));
    }

    private static String shown(Column column) {
        return column.named().isEmpty()
                ? "titles in the metadata of column \"" + column.name() + "\""
                : "\"" + String.join("\" or \"", column.titles()) + "\"";
    }

    private void report(Position at, String found, String expected) {
        Severity severity = validating ? Severity.ERROR : Severity.WARNING;
        findings.add(new Finding(Code.HEADER_MISMATCH, severity, at, 0, "", found, expected));
    }
}
