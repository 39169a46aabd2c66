package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.map.Statement;
import chancery.table.Position;
import java.util.List;

/// A row whose values rest on passages: of a fact table, of statements or of works.
///
/// @param row as the table has it
/// @param values what the row states, in the order of its cells and their items
/// @param asWritten the words for each of the values; as many as values if the row is right
/// @param saidIn id of the statement; `""` for the narrator
public record EvidencedRow(
        CheckedRow row,
        String source,
        List<Passage> passages,
        List<Statement> values,
        List<String> asWritten,
        Stance stance,
        String saidIn,
        List<String> excuses,
        String gist) {
    /// Stands in the place of words where no words state the value.
    public static final String NO_WORDS = "~";

    public EvidencedRow {
        passages = List.copyOf(passages);
        values = List.copyOf(values);
        asWritten = List.copyOf(asWritten);
        excuses = List.copyOf(excuses);
    }

    public Position position() {
        return row.position();
    }

    /// @return the words for one value; `""` where none are given
    public String words(int value) {
        String words = value < asWritten.size() ? asWritten.get(value) : NO_WORDS;
        return words.equals(NO_WORDS) ? "" : words;
    }
}
