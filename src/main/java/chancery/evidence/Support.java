package chancery.evidence;

import chancery.table.Position;
import java.util.List;
import java.util.Optional;

/// One row that supports a claim.
///
/// @param passages where it stands in a text; none if it stands in a table
/// @param row where it stands in a table; empty if it stands in a text
/// @param gist what the passage says, in our own words
/// @param asWritten the words that state this value; `""` where no words do
/// @param excuses why not, from the closed list; usually empty
/// @param position the row of the table
public record Support(
        List<Passage> passages,
        Optional<TableRow> row,
        String gist,
        String asWritten,
        List<String> excuses,
        Position position) {
    public Support {
        if (passages.isEmpty() == row.isEmpty()) {
            throw new IllegalArgumentException("a claim stands in a text or in a table");
        }
        passages = List.copyOf(passages);
        excuses = List.copyOf(excuses);
    }
}
