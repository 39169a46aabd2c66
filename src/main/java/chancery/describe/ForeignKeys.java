package chancery.describe;

import java.util.List;
import java.util.Optional;

/// Holds foreign keys against the tables they refer to.
final class ForeignKeys {
    private ForeignKeys() {}

    static void check(List<TableDescription> tables) throws BadDescription {
        List<String> urls = tables.stream().map(TableDescription::url).toList();
        for (TableDescription table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                Optional<TableDescription> target =
                        tables.stream().filter(t -> t.iri().equals(key.target())).findFirst();
                if (target.isEmpty()) {
                    throw new BadDescription(
                            key.place() + "/resource",
                            "found \"%s\", expected %s"
                                    .formatted(key.resource(), Nearest.of(key.resource(), urls)));
                }
                checkColumns(key, target.get());
            }
        }
    }

    private static void checkColumns(ForeignKey key, TableDescription target)
            throws BadDescription {
        for (String name : key.referenced()) {
            if (target.column(name).isEmpty()) {
                List<String> names = target.columns().stream().map(Column::name).toList();
                throw new BadDescription(
                        key.place() + "/columnReference",
                        "found \"%s\", expected %s".formatted(name, Nearest.of(name, names)));
            }
        }
    }
}
