package chancery.page.timeline;

import java.util.List;

/// Things of one kind, one below the other.
///
/// @param title such as `agreements`
/// @param rows  at most; what fits into none is counted
public record Lane(String title, List<Entry> entries, int rows) {
    public Lane {
        entries = List.copyOf(entries);
    }
}
