package chancery.describe;

import java.util.List;

/// Columns whose values together name one row.
///
/// @param columns names of columns, at least one
public record Key(List<String> columns) {
    public Key {
        columns = List.copyOf(columns);
    }
}
