package chancery.check;

import chancery.check.Finding.Code;
import chancery.check.datatype.DirectiveReader;
import chancery.check.datatype.LiteralReader;
import chancery.check.datatype.Reading;
import chancery.describe.Column;
import chancery.describe.datatype.BaseType;
import chancery.table.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Turns the texts of one column's cells into values (Tabular Data Model, section 6.4); compiled
/// once a column.
public final class CellParser {
    private static final Pattern LINE_ENDS_AND_TABS = Pattern.compile("[\r\n\t]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final Column column;
    private final Findings findings;
    private final Function<String, Reading> reader;
    private final boolean hasDirective;

    private CellParser(
            Column column, Findings findings, Optional<Function<String, Reading>> directive) {
        this.column = column;
        this.findings = findings;
        this.hasDirective = directive.isPresent();
        this.reader = directive.orElseGet(() -> LiteralReader.of(column.datatype(), column.lang()));
    }

    /// Reads cells as the standard says; our directives are off.
    public static CellParser standard(Column column, Findings findings) {
        return new CellParser(column, findings, Optional.empty());
    }

    /// Reads cells as our directives say, where there are any.
    public static CellParser withDirectives(Column column, Findings findings) {
        return new CellParser(
                column,
                findings,
                column.itemUrl()
                        .map(DirectiveReader::of)
                        .or(() -> column.valueForm().map(DirectiveReader::of)));
    }

    /// Reads one cell.
    ///
    /// Never throws for bad data: a text that does not fit becomes [Value.Misfit], which keeps it,
    /// and one finding.
    ///
    /// @param text as written, line breaks included; `""` if the field is empty
    /// @param at the position of the row, copied into the finding
    public Cell parse(String text, Position at) {
        // 6.4 (1) and (2)
        String normal = normalized(text);
        // 6.4 (3)
        if (normal.isEmpty()) {
            normal = normalized(column.defaultText());
        }
        if (column.separator().isEmpty()) {
            return new Cell(column, text, List.of(value(normal, at)));
        }
        // 6.4 (4)
        if (normal.isEmpty()) {
            if (column.required()) {
                report(Code.REQUIRED, normal, "a value", at);
            }
            return new Cell(column, text, List.of());
        }
        // 6.4 (5)
        if (!hasDirective && column.nulls().contains(normal)) {
            if (column.required()) {
                report(Code.REQUIRED, normal, "a value", at);
            }
            return new Cell(column, text, List.of(new Value.Absent()));
        }
        List<Value> values = new ArrayList<>();
        for (String item : split(normal, column.separator().get())) {
            values.add(value(keepsItemSpaces() ? item : item.strip(), at));
        }
        return new Cell(column, text, values);
    }

    private Value value(String written, Position at) {
        // 6.4 (6)
        String text = written.isEmpty() ? normalized(column.defaultText()) : written;
        // 6.4 (7)
        if (column.nulls().contains(text)) {
            if (column.separator().isEmpty() && column.required()) {
                report(Code.REQUIRED, text, "a value", at);
            }
            return new Value.Absent();
        }
        // 6.4 (8) to (10)
        return switch (reader.apply(text)) {
            case Reading.Fits fits -> fits.value();
            case Reading.Fails fails -> {
                report(fails.code(), text, fails.expected(), at);
                yield new Value.Misfit(text);
            }
        };
    }

    private void report(Code code, String found, String expected, Position at) {
        findings.add(
                new Finding(
                        code, Severity.ERROR, at, column.number(), column.name(), found, expected));
    }

    private String normalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String spaced = keepsLineEnds() ? text : LINE_ENDS_AND_TABS.matcher(text).replaceAll(" ");
        if (keepsSpaces()) {
            return spaced;
        }
        String stripped = spaced.strip();
        return stripped.contains("  ") ? SPACES.matcher(stripped).replaceAll(" ") : stripped;
    }

    private boolean keepsLineEnds() {
        if (hasDirective) {
            return false;
        }
        return switch (column.datatype().base()) {
            case STRING, JSON, XML, HTML, ANY_ATOMIC_TYPE -> true;
            default -> false;
        };
    }

    private boolean keepsSpaces() {
        return keepsLineEnds()
                || (!hasDirective && column.datatype().base() == BaseType.NORMALIZED_STRING);
    }

    private boolean keepsItemSpaces() {
        return !hasDirective
                && (column.datatype().base() == BaseType.STRING
                        || column.datatype().base() == BaseType.ANY_ATOMIC_TYPE);
    }

    private static List<String> split(String text, String separator) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            items.add(text.substring(from, at));
            from = at + separator.length();
        }
        items.add(text.substring(from));
        return items;
    }
}
