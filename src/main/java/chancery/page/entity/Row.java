package chancery.page.entity;

import chancery.page.Backing;
import chancery.page.Link;
import java.util.List;

/// One property with its values, or with the things that have this one as its value.
///
/// @param values those that are shown
/// @param total  how many there are
/// @param all    address of the whole list; `""` if all are shown
public record Row(Link property, List<Value> values, int total, String all) {
    public Row {
        values = List.copyOf(values);
    }

    /// A value, or a thing that leads here, with what stands behind the triple.
    public record Value(Link link, Backing backing) {}
}
