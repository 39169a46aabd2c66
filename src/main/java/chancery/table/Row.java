package chancery.table;

import java.util.List;

/// One row as written: nothing trimmed but what the dialect says, nothing checked.
///
/// @param fields in the order of the file, at least one; `""` for an empty field
public record Row(Position position, List<String> fields) {
    public Row {
        fields = List.copyOf(fields);
    }
}
