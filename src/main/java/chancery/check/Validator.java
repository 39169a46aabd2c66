package chancery.check;

import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.table.Library;
import chancery.table.MalformedTable;
import chancery.table.Position;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Validates tables against their metadata (Tabular Data Model, section 6.6): the header, every
/// cell, primary and foreign keys.
public final class Validator {
    private final Library library;
    private final Findings findings;
    private final Consumer<Position> watcher;

    public Validator(Library library, Findings findings) {
        this(library, findings, position -> {});
    }

    /// @param watcher is told where each row stands when it has been checked
    public Validator(Library library, Findings findings, Consumer<Position> watcher) {
        this.library = library;
        this.findings = findings;
        this.watcher = watcher;
    }

    /// Reports all that is wrong; the group is valid if there is no finding of [Severity#ERROR].
    ///
    /// @throws IOException if there is no room for temporary files
    public void validate(TableGroup group) throws IOException {
        try (KeyChecker keys = new KeyChecker(group.tables(), findings)) {
            validate(group.tables(), keys);
            keys.finish();
        }
    }

    private void validate(List<TableDescription> tables, KeyChecker keys) throws IOException {
        for (TableDescription described : tables) {
            try (AnnotatedTable table =
                    AnnotatedTable.open(described, library, true, c -> {}, findings)) {
                for (Optional<CheckedRow> row = table.next(); row.isPresent(); row = table.next()) {
                    keys.add(table.description(), row.get());
                    watcher.accept(row.get().position());
                }
            } catch (MalformedTable e) {
                findings.add(Groups.of(e));
            }
        }
    }
}
