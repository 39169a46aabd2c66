package chancery.table;

import java.util.List;

/// One row as written: nothing trimmed but what the dialect says, nothing checked.
///
/// @param fields in the order of the file, none only if all are skipped; `""` for an empty field
/// @param strayQuotes 0-based numbers of fields that hold a quote without starting with one
public record Row(Position position, List<String> fields, List<Integer> strayQuotes) {
    public Row {
        fields = List.copyOf(fields);
        strayQuotes = List.copyOf(strayQuotes);
    }

    public Row(Position position, List<String> fields) {
        this(position, fields, List.of());
    }
}
