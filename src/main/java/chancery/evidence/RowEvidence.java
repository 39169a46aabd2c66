package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.map.Mapper;
import chancery.map.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a checked row of a dataset's table: what it says itself, and what it claims. The row is
/// the passage (RFC 7111).
public final class RowEvidence {
    private static final int MOST_WORDS = 8;

    private final String source;
    private final String file;
    private final Mapper mapper;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// What a row says.
    ///
    /// @param plain what makes the things it is about, and is nobody's claim
    /// @param claimed what the dataset claims
    /// @param words written in the cells for each of the claims; `""` if they are too many
    public record Said(List<Statement> plain, List<Statement> claimed, List<String> words) {
        public Said {
            plain = List.copyOf(plain);
            claimed = List.copyOf(claimed);
            words = List.copyOf(words);
        }
    }

    /// @param source id of the dataset as a source
    /// @param file id of the file in IRIs
    public RowEvidence(String source, String file, TableDescription description, Mapper mapper) {
        this.source = source;
        this.file = file;
        this.mapper = mapper;
        description.columns().forEach(column -> columns.put(column.name(), column));
    }

    public Said read(CheckedRow row) {
        List<Statement> plain = new ArrayList<>();
        List<Statement> claimed = new ArrayList<>();
        List<String> words = new ArrayList<>();
        mapper.map(
                row,
                statement -> {
                    if (statement.column().makesClaims()) {
                        claimed.add(statement);
                        words.add(words(statement.column(), row));
                    } else {
                        plain.add(statement);
                    }
                });
        return new Said(plain, claimed, words);
    }

    /// The row of the file that a claim rests on.
    public TableRow passage(CheckedRow row) {
        return new TableRow(source, file, row.position().record());
    }

    private String words(Column column, CheckedRow row) {
        Set<String> written = new LinkedHashSet<>();
        written(column, row, written, new LinkedHashSet<>());
        String words = String.join(" ", written).strip();
        return words.split("\\s+").length > MOST_WORDS ? "" : words;
    }

    /// The texts of the file's own cells that a column's values are made of.
    private void written(Column column, CheckedRow row, Set<String> into, Set<String> seen) {
        if (!seen.add(column.name())) {
            return;
        }
        if (!column.virtual()) {
            into.add(row.text(column.name()).strip());
            return;
        }
        for (String name : madeOf(column)) {
            Optional.ofNullable(columns.get(name)).ifPresent(it -> written(it, row, into, seen));
        }
    }

    private static List<String> madeOf(Column column) {
        try {
            return column.derivation()
                    .map(derivation -> derivation.source().columns())
                    .or(() -> column.valueUrl().map(template -> template.variables()))
                    .orElse(List.of());
        } catch (BadDescription e) {
            return List.of();
        }
    }
}
