package chancery.describe.metadata;

import chancery.describe.Annotations;
import chancery.describe.BadDescription;
import chancery.describe.Notice;
import chancery.describe.Schema;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.describe.Title;
import chancery.describe.json.Json;
import chancery.describe.json.JsonReader;
import chancery.table.Dialect;
import chancery.table.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads one metadata document: a table, or a group of them (Metadata Vocabulary, sections 5.3 and
/// 5.4), with the schemas and dialects that it refers to.
public final class MetadataReader {
    private static final Set<String> OF_TABLE =
            with(
                    "@context",
                    "url",
                    "dialect",
                    "notes",
                    "suppressOutput",
                    "tableDirection",
                    "tableSchema",
                    "transformations");
    private static final Set<String> OF_GROUP =
            with(
                    "@context",
                    "tables",
                    "dialect",
                    "notes",
                    "tableDirection",
                    "tableSchema",
                    "transformations");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Set<String> OF_TRANSFORMATION =
            Set.of("url", "scriptFormat", "source", "targetFormat", "titles");

    private final Library library;
    private final Leniency leniency;

    private MetadataReader(Library library, Leniency leniency) {
        this.library = library;
        this.leniency = leniency;
    }

    /// Reads as the standard says.
    ///
    /// @param warnings takes what is passed over
    public static MetadataReader ofTheStandard(Library library, Consumer<Notice> warnings) {
        return new MetadataReader(library, Leniency.ofTheStandard(warnings));
    }

    /// Reads the metadata of our own tables, and passes nothing over.
    public static MetadataReader strict(Library library) {
        return new MetadataReader(library, Leniency.NONE);
    }

    private static Set<String> with(String... names) {
        Set<String> all = new TreeSet<>(Inherited.NAMES);
        all.addAll(List.of(names));
        return Set.copyOf(all);
    }

    /// What a group says for all its tables.
    private record Outer(Inherited inherited, Optional<Json> dialect, Optional<Json> tableSchema) {
        static final Outer NOTHING =
                new Outer(Inherited.NOTHING, Optional.empty(), Optional.empty());
    }

    /// @param iri of the document
    public TableGroup read(String iri) throws BadDescription {
        return read(json(iri), iri);
    }

    /// @param iri where the document would lie
    public TableGroup read(Json json, String iri) throws BadDescription {
        Members document = Members.of(json, leniency);
        Context context = Context.read(document, iri, leniency, true);
        if (document.get("tables").isEmpty() && !isGroup(document)) {
            List<TableDescription> tables = List.of(table(document, Outer.NOTHING, context));
            checkKeys(tables);
            return new TableGroup(Optional.empty(), tables, Annotations.NONE);
        }
        document.allowOnly(OF_GROUP);
        Optional<String> id = document.identity("TableGroup").map(context::resolve);
        checkDirection(document);
        checkTransformations(document);
        Outer outer =
                new Outer(
                        Inherited.NOTHING.within(document, context),
                        document.get("dialect"),
                        document.get("tableSchema"));
        List<TableDescription> tables = new ArrayList<>();
        for (Json.Obj table : document.objects("tables")) {
            tables.add(table(Members.of(table, leniency), outer, context));
        }
        if (tables.isEmpty()) {
            throw new BadDescription(document.place(), "no tables", "at least one");
        }
        checkKeys(tables);
        return new TableGroup(id, tables, CommonValues.annotations(document, context));
    }

    /// A table of which nothing is said but what its header says.
    ///
    /// @param language of its texts; `""` if nobody knows
    public TableGroup embedded(String iri, String language) throws BadDescription {
        Context context = new Context(iri, Title.UNDETERMINED, leniency);
        Inherited inherited =
                Context.isLanguage(language) ? Inherited.language(language) : Inherited.NOTHING;
        TableDescription table =
                new TableDescription(
                        iri,
                        iri,
                        Optional.empty(),
                        library.source(iri),
                        Optional.empty(),
                        new SchemaReader(context).none(inherited),
                        false,
                        Annotations.NONE);
        return new TableGroup(Optional.empty(), List.of(table), Annotations.NONE);
    }

    private static boolean isGroup(Members document) {
        return document.get("@type").filter(MetadataReader::saysGroup).isPresent();
    }

    private static boolean saysGroup(Json type) {
        return type instanceof Json.Str text && text.text().equals("TableGroup");
    }

    /// Keys of our own tables cross documents, and are checked when all are read.
    private void checkKeys(List<TableDescription> tables) throws BadDescription {
        if (!leniency.isStrict()) {
            ForeignKeys.check(tables);
        }
    }

    private TableDescription table(Members table, Outer outer, Context context)
            throws BadDescription {
        table.allowOnly(OF_TABLE);
        Optional<String> id = table.identity("Table").map(context::resolve);
        Json written = table.required("url");
        if (!(written instanceof Json.Str url) || !Context.isUrl(url.text())) {
            throw BadDescription.of(written, "a URL without spaces");
        }
        checkDirection(table);
        checkTransformations(table);
        String iri = context.resolve(url.text());
        Optional<Json> dialect = table.get("dialect").or(outer::dialect);
        Optional<Json> schema = table.get("tableSchema").or(outer::tableSchema);
        if (schema.isEmpty() && leniency.isStrict()) {
            throw new BadDescription(table.place(), "no tableSchema", "one");
        }
        Inherited inherited = outer.inherited().within(table, context);
        return new TableDescription(
                url.text(),
                iri,
                id,
                library.source(iri),
                dialect.isPresent()
                        ? Optional.of(dialect(dialect.get(), context))
                        : Optional.empty(),
                schema.isPresent()
                        ? schema(schema.get(), inherited, context)
                        : new SchemaReader(context).none(inherited),
                table.flag("suppressOutput", false),
                CommonValues.annotations(table, context));
    }

    private Dialect dialect(Json json, Context context) throws BadDescription {
        if (!(json instanceof Json.Str reference)) {
            return DialectReader.read(Members.orEmpty(json, leniency), Dialect.DEFAULT);
        }
        String iri = context.resolve(reference.text());
        return DialectReader.read(referred(iri).without("@context"), Dialect.DEFAULT);
    }

    private Schema schema(Json json, Inherited inherited, Context context) throws BadDescription {
        if (!(json instanceof Json.Str reference)) {
            return new SchemaReader(context)
                    .read(Members.orEmpty(json, leniency), inherited, Optional.empty());
        }
        String iri = context.resolve(reference.text());
        Members document = referred(iri);
        Context own = Context.read(document, iri, leniency, false);
        return new SchemaReader(own)
                .read(document.without("@context"), inherited, Optional.of(iri));
    }

    private Members referred(String iri) throws BadDescription {
        return Members.of(json(iri), leniency);
    }

    private Json json(String iri) throws BadDescription {
        String name = library.name(iri);
        try (Library.Document document = library.open(iri);
                InputStream in = document.content()) {
            return JsonReader.read(name, in);
        } catch (NoSuchFileException e) {
            throw BadDescription.of(name, 0, "no such file", "a description");
        } catch (IOException e) {
            throw BadDescription.of(name, 0, "it not readable (" + e + ")", "a description");
        }
    }

    private void checkDirection(Members members) throws BadDescription {
        Optional<String> direction = members.text("tableDirection");
        if (direction.isPresent() && !DIRECTIONS.contains(direction.get())) {
            leniency.passOver(members.required("tableDirection"), "one of auto, ltr, rtl");
        }
    }

    /// Transformations (section 5.10) are read, so that mistakes are told, and not carried out.
    private void checkTransformations(Members members) throws BadDescription {
        for (Json.Obj json : members.objects("transformations")) {
            Members transformation = Members.of(json, leniency);
            transformation.allowOnly(OF_TRANSFORMATION);
            transformation.identity("Template");
            for (String needed : List.of("url", "scriptFormat", "targetFormat")) {
                transformation.required(needed);
            }
        }
    }
}
