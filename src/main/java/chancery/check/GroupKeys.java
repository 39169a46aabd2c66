package chancery.check;

import chancery.describe.ForeignKey;
import chancery.describe.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The columns of some tables by which rows are looked up, and those that look them up: the same
/// ones in the same order for the same tables, so that their numbers can be sent to other machines.
///
/// @param indexes each once
/// @param references all foreign keys
public record GroupKeys(List<Index> indexes, List<Reference> references) {
    public GroupKeys {
        indexes = List.copyOf(indexes);
        references = List.copyOf(references);
    }

    /// Columns of a table by which its rows are looked up.
    ///
    /// @param number of the table among these, 1-based
    /// @param primary whether no two rows may have the same values there
    public record Index(
            int number, TableDescription table, List<String> columns, boolean primary) {}

    /// A foreign key.
    ///
    /// @param number of the table that has it among these, 1-based
    /// @param target number of an index, from 0; empty if there is no such table among these
    public record Reference(
            int number, TableDescription table, ForeignKey key, Optional<Integer> target) {}

    /// @param tables all tables that rows come from or keys refer to
    public static GroupKeys of(List<TableDescription> tables) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            int number = i + 1;
            TableDescription table = tables.get(i);
            table.primaryKey().ifPresent(key -> index(number, table, key.columns(), indexes));
        }
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            TableDescription table = tables.get(i);
            for (ForeignKey key : table.foreignKeys()) {
                references.add(new Reference(i + 1, table, key, target(tables, key, indexes)));
            }
        }
        return new GroupKeys(indexes, references);
    }

    private static Optional<Integer> target(
            List<TableDescription> tables, ForeignKey key, List<Index> indexes) {
        for (int i = 0; i < tables.size(); i++) {
            if (key.leadsTo(tables.get(i))) {
                return Optional.of(index(i + 1, tables.get(i), key.referenced(), indexes));
            }
        }
        return Optional.empty();
    }

    /// @return the number of the index, which is added if it is not known
    private static int index(
            int number, TableDescription table, List<String> columns, List<Index> known) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).number() == number && known.get(i).columns().equals(columns)) {
                return i;
            }
        }
        boolean primary = table.primaryKey().filter(k -> k.columns().equals(columns)).isPresent();
        known.add(new Index(number, table, columns, primary));
        return known.size() - 1;
    }
}
