package chancery.check;

import chancery.describe.Column;
import java.util.List;

/// One cell, read.
///
/// @param text as written; `""` in a virtual column and where a row is too short
/// @param values without separator exactly one, perhaps [Value.Absent]; with separator one an item
///     in the order written, none if the list is empty
public record Cell(Column column, String text, List<Value> values) {
    public Cell {
        values = List.copyOf(values);
    }

    /// The values that are there and fit.
    public List<Value> usable() {
        return values.stream().filter(Value::isUsable).toList();
    }

    /// Whether there is a value, be it one that does not fit.
    public boolean saysSomething() {
        for (Value value : values) {
            if (!(value instanceof Value.Absent)) {
                return true;
            }
        }
        return false;
    }
}
