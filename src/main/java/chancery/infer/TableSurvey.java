package chancery.infer;

import chancery.check.datatype.LiteralReader;
import chancery.check.datatype.Reading;
import chancery.describe.datatype.Datatype;
import chancery.infer.column.ColumnSurvey;
import chancery.infer.column.Counted;
import chancery.infer.column.Fingerprints;
import chancery.infer.column.SurveyedForms;
import chancery.infer.dialect.Layout;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Counts what a table has, row by row.
final class TableSurvey {
    private static final int LINES_TOLD = 3;
    private static final Function<String, Reading> ANY_TEXT =
            LiteralReader.of(Datatype.string(), "");

    private final Source source;
    private final Layout layout;
    private final List<ColumnSurvey> columns = new ArrayList<>();
    private final List<Long> raggedLines = new ArrayList<>();
    private long rows;
    private long blank;
    private long ragged;
    private long stray;
    private long strayLine;
    private long foreign;
    private long foreignLine;
    private boolean marked;
    private boolean whole;
    private String broken = "";

    private TableSurvey(Source source, Layout layout, Fingerprints.Budget budget) {
        this.source = source;
        this.layout = layout;
        SurveyedForms forms = new SurveyedForms();
        for (int i = 0; i < layout.titles().size(); i++) {
            columns.add(forms.column(budget));
        }
        this.marked = layout.titles().getFirst().startsWith("#");
    }

    /// Reads a table to its end, or as far as it can be read.
    ///
    /// @param most rows to read; 0 for all
    static TableSurvey of(Source source, Layout layout, Fingerprints.Budget budget, long most) {
        TableSurvey survey = new TableSurvey(source, layout, budget);
        survey.read(most == 0 ? Long.MAX_VALUE : most);
        survey.columns.forEach(ColumnSurvey::finish);
        return survey;
    }

    private void read(long most) {
        try (TableReader reader = TableReader.openAny(source, layout.dialect(), c -> {})) {
            Optional<Row> row = reader.next();
            while (row.isPresent() && rows < most) {
                take(row.get());
                row = reader.next();
            }
            whole = row.isEmpty();
        } catch (MalformedTable e) {
            broken = String.valueOf(e.getMessage());
        }
    }

    private void take(Row row) {
        List<String> fields = row.fields();
        if (fields.stream().allMatch(String::isBlank)) {
            blank++;
            return;
        }
        rows++;
        marked |= fields.getFirst().startsWith("#");
        if (fields.size() != columns.size()) {
            ragged++;
            if (raggedLines.size() < LINES_TOLD) {
                raggedLines.add(row.position().line());
            }
        }
        if (!row.strayQuotes().isEmpty()) {
            stray++;
            strayLine = strayLine == 0 ? row.position().line() : strayLine;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (i < fields.size()) {
                columns.get(i).add(fields.get(i));
                if (!isText(fields.get(i))) {
                    foreign++;
                    foreignLine = foreignLine == 0 ? row.position().line() : foreignLine;
                }
            } else {
                columns.get(i).addAbsent();
            }
        }
    }

    /// Whether a graph can hold the text: `check` says of each that it cannot.
    private static boolean isText(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c < ' ' || c >= 0xD800) {
                return ANY_TEXT.apply(field) instanceof Reading.Fits;
            }
        }
        return true;
    }

    Source source() {
        return source;
    }

    /// How the table is laid out, blank rows passed over if there are any.
    Layout layout() {
        return blank > 0 ? layout.skippingBlankRows() : layout;
    }

    List<ColumnSurvey> columns() {
        return columns;
    }

    /// Rows with something in them.
    long rows() {
        return rows;
    }

    /// Whether the table was read to its end.
    boolean isWhole() {
        return whole;
    }

    /// Whether a line that is no comment begins with the sign of comments, or may do so further
    /// down.
    boolean isMarked() {
        return !layout.hasComments() && (marked || !whole);
    }

    /// What is wrong with the table itself: `check` will tell it too.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (ragged > 0) {
            String more = ragged > raggedLines.size() ? ", …" : "";
            faults.add(
                    "%s with another number of fields than %s (line%s %s%s)"
                            .formatted(
                                    Counted.of(ragged, "row"),
                                    Counted.of(columns.size()),
                                    ragged == 1 ? "" : "s",
                                    String.join(
                                            ", ", raggedLines.stream().map(Counted::of).toList()),
                                    more));
        }
        if (stray > 0) {
            faults.add(
                    "%s with a quote inside a field that opens nothing (the first on line %s)"
                            .formatted(Counted.of(stray, "row"), Counted.of(strayLine)));
        }
        if (foreign > 0) {
            faults.add(
                    "%s with characters that XML does not allow (the first on line %s)"
                            .formatted(Counted.of(foreign, "field"), Counted.of(foreignLine)));
        }
        if (!broken.isEmpty()) {
            String where = source.name() + ":";
            faults.add(
                    "the table cannot be read on from line "
                            + (broken.startsWith(where)
                                    ? broken.substring(where.length())
                                    : broken));
        }
        return faults;
    }

    /// How much was read.
    String extent() {
        return (whole || !broken.isEmpty() ? "" : "the first ")
                + Counted.of(rows, "row")
                + (blank > 0 ? " and " + Counted.of(blank, "blank one") : "");
    }
}
