package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.ForeignKey;
import chancery.describe.TableDescription;
import chancery.describe.json.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds foreign keys against the tables they refer to.
public final class ForeignKeys {
    private ForeignKeys() {}

    /// @throws BadDescription if a key names a table or a column that is not there
    public static void check(List<TableDescription> tables) throws BadDescription {
        List<String> urls = tables.stream().map(TableDescription::url).toList();
        for (TableDescription table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                Optional<TableDescription> target =
                        tables.stream().filter(key::leadsTo).findFirst();
                if (target.isEmpty()) {
                    String member = key.bySchema() ? "schemaReference" : "resource";
                    throw new BadDescription(
                            key.place().child(member, key.place().line()),
                            "\"" + key.resource() + "\"",
                            Nearest.of(key.resource(), urls));
                }
                checkColumns(key, target.get());
            }
        }
    }

    private static void checkColumns(ForeignKey key, TableDescription target)
            throws BadDescription {
        List<String> names =
                target.columns().stream().filter(Column::hasOwnName).map(Column::name).toList();
        Set<String> known = new HashSet<>(names);
        for (String name : key.referenced()) {
            // the names of a table without schema stand in its header, which is not read here
            if (!known.contains(name) && target.schema().described()) {
                throw new BadDescription(
                        key.place().child("columnReference", key.place().line()),
                        "\"" + name + "\"",
                        Nearest.of(name, names));
            }
        }
    }
}
