package chancery.describe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Reads a schema: columns and keys (Metadata Vocabulary, section 5.5).
final class SchemaReader {
    private static final Set<String> NAMES = names();
    private static final Set<String> REFERENCE = Set.of("resource", "columnReference");

    private SchemaReader() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Inherited.NAMES);
        names.addAll(Set.of("columns", "foreignKeys", "primaryKey", "rowTitles"));
        return Set.copyOf(names);
    }

    /// @param absolute makes a URL of the document absolute
    static Schema read(Json json, Inherited outer, UnaryOperator<String> absolute)
            throws BadDescription {
        Members members = Members.of(json);
        members.allowOnly(NAMES);
        Inherited inherited = outer.within(members);
        List<Column> columns = columns(members, inherited);
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(column -> names.add(column.name()));
        List<String> primaryKey = columnNames(members, "primaryKey", names);
        return new Schema(
                columns,
                inherited.template("aboutUrl"),
                primaryKey.isEmpty() ? Optional.empty() : Optional.of(new Key(primaryKey)),
                foreignKeys(members, names, absolute),
                columnNames(members, "rowTitles", names),
                members.commonProperties());
    }

    private static List<Column> columns(Members members, Inherited inherited)
            throws BadDescription {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        boolean virtual = false;
        for (Json json : members.items("columns")) {
            Column column = ColumnReader.read(json, columns.size() + 1, inherited);
            if (!names.add(column.name())) {
                throw new BadDescription(
                        json.place(),
                        "found name \"" + column.name() + "\" twice, expected it once");
            }
            if (virtual && !column.virtual()) {
                throw new BadDescription(
                        json.place(),
                        "found a column after a virtual one, expected virtual ones last");
            }
            virtual = column.virtual();
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw new BadDescription(members.place(), "found no columns, expected at least one");
        }
        for (Json json : members.items("columns")) {
            inherited.within(Members.of(json)).refuseUnknownVariables(names);
        }
        return columns;
    }

    private static List<String> columnNames(Members members, String property, Set<String> names)
            throws BadDescription {
        List<String> found = new ArrayList<>();
        for (Json.Str name : members.texts(property)) {
            if (!names.contains(name.text())) {
                throw Members.wrong(name, Nearest.of(name.text(), names));
            }
            found.add(name.text());
        }
        return found;
    }

    private static List<ForeignKey> foreignKeys(
            Members members, Set<String> names, UnaryOperator<String> absolute)
            throws BadDescription {
        List<ForeignKey> keys = new ArrayList<>();
        for (Json json : members.items("foreignKeys")) {
            Members key = Members.of(json);
            key.allowOnly(Set.of("columnReference", "reference"));
            Members reference = Members.of(required(key, "reference"));
            reference.allowOnly(REFERENCE);
            Json.Str resource = Members.textOf(required(reference, "resource"));
            if (!MetadataReader.isUrl(resource.text())) {
                throw Members.wrong(resource, "a URL without spaces");
            }
            required(key, "columnReference");
            required(reference, "columnReference");
            List<String> columns = columnNames(key, "columnReference", names);
            List<String> referenced =
                    reference.texts("columnReference").stream().map(Json.Str::text).toList();
            if (columns.size() != referenced.size() || columns.isEmpty()) {
                throw new BadDescription(
                        json.place(),
                        "found %d columns that refer to %d, expected as many"
                                .formatted(columns.size(), referenced.size()));
            }
            keys.add(
                    new ForeignKey(
                            columns,
                            resource.text(),
                            absolute.apply(resource.text()),
                            referenced,
                            reference.place()));
        }
        return keys;
    }

    private static Json required(Members members, String name) throws BadDescription {
        Optional<Json> json = members.get(name);
        if (json.isEmpty()) {
            throw new BadDescription(members.place(), "found no " + name + ", expected one");
        }
        return json.get();
    }
}
