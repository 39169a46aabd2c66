package chancery.evidence;

import chancery.table.Position;
import java.util.List;

/// One row that supports a claim.
///
/// @param passages where it stands, 1..n
/// @param gist what the passage says, in our own words
/// @param asWritten the words that state this value; `""` where no words do
/// @param excuses why not, from the closed list; usually empty
/// @param position the row of the table
public record Support(
        List<Passage> passages,
        String gist,
        String asWritten,
        List<String> excuses,
        Position position) {
    public Support {
        passages = List.copyOf(passages);
        excuses = List.copyOf(excuses);
    }
}
