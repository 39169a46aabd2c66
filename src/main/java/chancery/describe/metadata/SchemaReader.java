package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.ForeignKey;
import chancery.describe.Key;
import chancery.describe.Schema;
import chancery.describe.derived.Derivation;
import chancery.describe.json.Json;
import chancery.describe.json.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a schema: columns and keys (Metadata Vocabulary, section 5.5).
final class SchemaReader {
    private static final Set<String> NAMES = names();
    private static final Set<String> OF_KEY = Set.of("columnReference", "reference");
    private static final Set<String> OF_REFERENCE =
            Set.of("resource", "schemaReference", "columnReference");

    private final Context context;

    /// @param context of the document that holds the schema
    SchemaReader(Context context) {
        this.context = context;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Inherited.NAMES);
        names.addAll(Set.of("columns", "foreignKeys", "primaryKey", "rowTitles"));
        return Set.copyOf(names);
    }

    /// What a table has without one.
    Schema none(Inherited inherited) throws BadDescription {
        return new Schema(
                Optional.empty(),
                false,
                List.of(),
                usual(inherited),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of());
    }

    /// @param location of the schema, if it is a document of its own
    Schema read(Members members, Inherited outer, Optional<String> location) throws BadDescription {
        members.allowOnly(NAMES);
        Optional<String> id = members.identity("Schema").map(context::resolve);
        Inherited inherited = outer.within(members, context);
        List<Column> columns = columns(members, inherited);
        Set<String> names = new HashSet<>();
        // only a name that the metadata give can be referred to
        columns.stream().filter(Column::hasOwnName).forEach(column -> names.add(column.name()));
        List<String> primaryKey = columnNames(members, "primaryKey", names);
        return new Schema(
                id.or(() -> location),
                true,
                columns,
                usual(inherited),
                primaryKey.isEmpty() ? Optional.empty() : Optional.of(new Key(primaryKey)),
                foreignKeys(members, names),
                columnNames(members, "rowTitles", names),
                CommonValues.of(members));
    }

    private Schema.Usual usual(Inherited inherited) throws BadDescription {
        return new Schema.Usual(inherited.cellRules(context), inherited.urls(context));
    }

    private List<Column> columns(Members members, Inherited inherited) throws BadDescription {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean virtual = false;
        List<Json.Obj> written = members.objects("columns");
        for (Json.Obj json : written) {
            Column column = ColumnReader.read(json, columns.size() + 1, inherited, context);
            if (context.leniency().isStrict()) {
                refuseBadDerivation(column, json, names);
            }
            if (!names.add(column.name())) {
                throw new BadDescription(
                        json.place(), "name \"" + column.name() + "\" twice", "it once");
            }
            if (virtual && !column.virtual()) {
                throw new BadDescription(
                        json.place(), "a column after a virtual one", "virtual ones last");
            }
            virtual = column.virtual();
            columns.add(column);
        }
        if (context.leniency().isStrict()) {
            if (columns.isEmpty()) {
                throw new BadDescription(members.place(), "no columns", "at least one");
            }
            for (Json.Obj json : written) {
                inherited
                        .within(Members.of(json, context.leniency()), context)
                        .refuseUnknownVariables(names);
            }
        }
        return columns;
    }

    /// @param before names of the columns before it
    private static void refuseBadDerivation(Column column, Json.Obj json, Set<String> before)
            throws BadDescription {
        Optional<Derivation> derivation = column.derivation();
        if (derivation.isEmpty()) {
            return;
        }
        if (!column.virtual()) {
            throw new BadDescription(
                    json.place(), "a column of the file that is derived", "\"virtual\": true");
        }
        for (String name : derivation.get().source().columns()) {
            if (!before.contains(name)) {
                throw new BadDescription(
                        json.place(),
                        "a derivation of \"" + name + "\"",
                        Nearest.of(name, before.stream().sorted().toList()) + " before it");
            }
        }
    }

    /// Column reference properties (section 5.1.4): one that is wrong counts as not there.
    private List<String> columnNames(Members members, String property, Set<String> names)
            throws BadDescription {
        List<String> found = new ArrayList<>();
        for (Json.Str name : members.texts(property)) {
            if (!names.contains(name.text())) {
                context.leniency().passOver(name, Nearest.of(name.text(), names));
                return List.of();
            }
            found.add(name.text());
        }
        return found;
    }

    private List<ForeignKey> foreignKeys(Members members, Set<String> names) throws BadDescription {
        List<ForeignKey> keys = new ArrayList<>();
        for (Json.Obj json : members.objects("foreignKeys")) {
            keys.add(foreignKey(Members.of(json, context.leniency()), names));
        }
        return keys;
    }

    private ForeignKey foreignKey(Members key, Set<String> names) throws BadDescription {
        key.requireOnly(OF_KEY);
        List<String> columns = new ArrayList<>();
        for (Json.Str name : Members.textsOf(key.required("columnReference"), Leniency.NONE)) {
            if (!names.contains(name.text())) {
                throw BadDescription.of(name, Nearest.of(name.text(), names));
            }
            columns.add(name.text());
        }
        Members reference = Members.of(key.required("reference"), context.leniency());
        reference.requireOnly(OF_REFERENCE);
        boolean bySchema = reference.get("schemaReference").isPresent();
        if (bySchema && reference.get("resource").isPresent()) {
            throw new BadDescription(
                    reference.place(),
                    "resource beside schemaReference",
                    "one of resource, schemaReference");
        }
        Json target = reference.required(bySchema ? "schemaReference" : "resource");
        if (!(target instanceof Json.Str url && Context.isUrl(url.text()))) {
            throw BadDescription.of(target, "a URL without spaces");
        }
        List<String> referenced =
                Members.textsOf(reference.required("columnReference"), Leniency.NONE).stream()
                        .map(Json.Str::text)
                        .toList();
        if (columns.size() != referenced.size() || columns.isEmpty()) {
            throw new BadDescription(
                    key.place(),
                    columns.size() + " columns that refer to " + referenced.size(),
                    "as many");
        }
        return new ForeignKey(
                columns,
                url.text(),
                context.resolve(url.text()),
                bySchema,
                referenced,
                reference.place());
    }
}
