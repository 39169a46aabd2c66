package chancery.check;

import chancery.check.Finding.Code;
import chancery.check.derive.CodeLists;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.describe.json.Nearest;
import chancery.table.Position;
import chancery.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks the header and the rows of one table. Used by one thread.
public final class RowChecker {
    private static final int NOT_IN_FILE = -1;
    private static final int WITH_NEAREST = 100;

    /// Tables of what people decide, whose roles in the metadata are these.
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("candidates", "links", "rules", "former-ids", "disagreements");

    private final TableDescription table;
    private final Findings findings;
    private final List<CellParser> parsers;
    private final DerivedCells derived;
    private final int[] fieldOfColumn;
    private int fields;
    private boolean readable = true;
    private long rows;

    public RowChecker(TableDescription table, Findings findings) {
        this(table, CodeLists.NONE, findings);
    }

    /// @param codes what the codes name that the table's columns hold
    public RowChecker(TableDescription table, CodeLists codes, Findings findings) {
        this.table = table;
        this.derived = new DerivedCells(table.columns(), codes, findings);
        this.findings = findings;
        this.parsers =
                table.columns().stream()
                        .map(column -> CellParser.withDirectives(column, findings))
                        .toList();
        List<Column> written = written();
        this.fields = written.size();
        this.fieldOfColumn = new int[table.columns().size()];
        for (int i = 0; i < fieldOfColumn.length; i++) {
            fieldOfColumn[i] = i < fields ? i : NOT_IN_FILE;
        }
    }

    /// Compares the header with the columns of the description; call before the first row.
    ///
    /// If no column is found at all, as with a wrong delimiter, this is the only finding: the rows
    /// are then read, but not checked. A header in another order is a finding, and cells are read
    /// by the names it gives.
    ///
    /// @param header empty if the table has none: then the order of the columns counts
    public void checkHeader(List<String> header, Position at) {
        if (header.isEmpty()) {
            return;
        }
        List<Column> columns = written();
        Map<String, Integer> fieldOfTitle = new HashMap<>();
        for (int field = header.size() - 1; field >= 0; field--) {
            fieldOfTitle.put(header.get(field), field);
        }
        Set<Integer> known = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int field = fieldOf(columns.get(i), fieldOfTitle);
            fieldOfColumn[i] = field;
            if (field == NOT_IN_FILE) {
                missing.add(shown(columns.get(i)));
            } else {
                known.add(field);
            }
        }
        fields = header.size();
        if (known.isEmpty()) {
            readable = false;
            report(
                    Code.HEADER_MISMATCH,
                    at,
                    columnsText(header),
                    columnsText(missing) + " with \"" + table.dialect().delimiter() + "\" between");
            return;
        }
        int unknown = 0;
        for (int field = 0; field < header.size(); field++) {
            if (!known.contains(field)) {
                unknown++;
                reportUnknown(header.get(field), field, at, unknown <= WITH_NEAREST);
            }
        }
        if (!missing.isEmpty()) {
            report(Code.MISSING_COLUMN, at, "no " + columnsText(missing), "every column described");
        } else if (known.size() == header.size()) {
            checkOrder(header, at);
        }
    }

    private void checkOrder(List<String> header, Position at) {
        for (int i = 0; i < fields; i++) {
            if (fieldOfColumn[i] != i) {
                List<String> order = written().stream().map(RowChecker::shown).toList();
                report(
                        Code.COLUMN_ORDER,
                        at,
                        columnsText(header),
                        "the order " + String.join(", ", order));
                return;
            }
        }
    }

    /// Reads the cells of a row. Never throws for bad data.
    public CheckedRow check(Row row) {
        rows++;
        boolean whole = readable && row.fields().size() == fields;
        if (readable && !whole) {
            boolean blank = row.fields().size() == 1 && row.fields().get(0).isEmpty();
            report(
                    Code.FIELD_COUNT,
                    row.position(),
                    blank ? "a blank line" : counted(row.fields().size()),
                    blank ? counted(fields) : Integer.toString(fields));
        }
        for (int field : row.strayQuotes()) {
            findings.add(StrayQuote.of(row, field, ""));
        }
        List<Cell> cells = new ArrayList<>(parsers.size());
        for (int i = 0; i < parsers.size(); i++) {
            int field = fieldOfColumn[i];
            Column column = table.columns().get(i);
            if (whole && (field != NOT_IN_FILE || column.virtual())) {
                String text =
                        field == NOT_IN_FILE
                                ? derived.next(column, cells, row.position())
                                : row.fields().get(field);
                cells.add(parsers.get(i).parse(text, row.position()));
            } else {
                String text =
                        field == NOT_IN_FILE || field >= row.fields().size()
                                ? ""
                                : row.fields().get(field);
                cells.add(new Cell(column, text, List.of(new Value.Absent())));
            }
        }
        return new CheckedRow(row, cells, whole);
    }

    /// Call after the last row: reports a table without rows, unless nothing to say is an answer.
    public void finish() {
        if (rows == 0 && readable && !MAY_BE_EMPTY.contains(table.role())) {
            findings.add(
                    new Finding(
                            Code.EMPTY_TABLE,
                            Severity.WARNING,
                            Position.of(table.source().name()),
                            0,
                            "",
                            "no rows",
                            "at least one"));
        }
    }

    private List<Column> written() {
        return table.columns().stream().filter(column -> !column.virtual()).toList();
    }

    private static int fieldOf(Column column, Map<String, Integer> fieldOfTitle) {
        List<String> names = column.named().isEmpty() ? List.of(column.name()) : column.titles();
        return names.stream()
                .mapToInt(name -> fieldOfTitle.getOrDefault(name, NOT_IN_FILE))
                .filter(field -> field != NOT_IN_FILE)
                .min()
                .orElse(NOT_IN_FILE);
    }

    private static String shown(Column column) {
        return column.named().isEmpty() ? column.name() : column.named().getFirst().text();
    }

    /// @param nearest whether to look for what was meant, which takes time
    private void reportUnknown(String title, int field, Position at, boolean nearest) {
        findings.add(
                new Finding(
                        Code.UNKNOWN_COLUMN,
                        Severity.ERROR,
                        at,
                        field + 1,
                        "",
                        columnsText(List.of(title)),
                        nearest
                                ? Nearest.of(
                                        title, written().stream().map(RowChecker::shown).toList())
                                : "a column described"));
    }

    private void report(Code code, Position at, String found, String expected) {
        findings.add(new Finding(code, Severity.ERROR, at, 0, "", found, expected));
    }

    private static String columnsText(List<String> titles) {
        return (titles.size() == 1 ? "column " : "columns ")
                + Excerpt.of("\"" + String.join("\", \"", titles))
                + "\"";
    }

    private static String counted(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }
}
