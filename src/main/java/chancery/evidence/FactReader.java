package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.map.Mapper;
import chancery.map.Statement;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a checked row of a table with evidence columns: what it states, and where that stands.
///
/// The evidence columns have fixed names (`source`, `chars`, `as_written`, `stance`, `said_in`,
/// `excuse`, `gist`); which of the other cells rest on them, the table's metadata says.
public final class FactReader {
    /// Directive on a column: its values rest on the row's passages without being claims.
    private static final String IS_EVIDENCED = Chy.NS + "isEvidenced";

    private final Mapper mapper;
    private final Set<Integer> evidenced;

    public FactReader(TableDescription description, Mapper mapper) {
        this.mapper = mapper;
        this.evidenced =
                description.columns().stream()
                        .filter(column -> column.makesClaims() || column.flag(IS_EVIDENCED))
                        .map(Column::number)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// @return empty when the row names no passage or no stance that could be read; the check has a
    ///     finding then
    public Optional<EvidencedRow> read(CheckedRow row) {
        String source = row.text("source");
        List<Passage> passages = passages(source, row.text("chars"));
        Optional<Stance> stance = stance(row.text("stance"));
        if (source.isEmpty() || passages.isEmpty() || stance.isEmpty()) {
            return Optional.empty();
        }
        List<Statement> values = new ArrayList<>();
        mapper.map(
                row,
                statement -> {
                    if (evidenced.contains(statement.column().number())) {
                        values.add(statement);
                    }
                });
        return Optional.of(
                new EvidencedRow(
                        row,
                        source,
                        passages,
                        values,
                        items(row.text("as_written")),
                        stance.get(),
                        row.text("said_in"),
                        items(row.text("excuse")),
                        row.text("gist")));
    }

    private static List<Passage> passages(String source, String chars) {
        try {
            return items(chars).stream().map(span -> Passage.of(source, span)).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /// Statements and works have no stance of their own: their source asserts that they are there.
    private static Optional<Stance> stance(String word) {
        try {
            return Optional.of(word.isEmpty() ? Stance.ASSERTS : Stance.of(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> items(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
    }
}
