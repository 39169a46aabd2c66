package chancery.describe;

import chancery.table.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the tables of one metadata document: a table, or a group of them (Metadata Vocabulary,
/// sections 5.3 and 5.4).
final class MetadataReader {
    private static final String CONTEXT = "http://www.w3.org/ns/csvw";
    private static final Set<String> OF_TABLE =
            with(
                    "@context",
                    "url",
                    "dialect",
                    "notes",
                    "suppressOutput",
                    "tableDirection",
                    "tableSchema");
    private static final Set<String> OF_GROUP =
            with("@context", "tables", "dialect", "notes", "tableDirection", "tableSchema");

    private final Path folder;
    private final String folderIri;

    /// @param folder where the document lies
    /// @param folderIri ends in `/`
    MetadataReader(Path folder, String folderIri) {
        this.folder = folder;
        this.folderIri = folderIri;
    }

    private static Set<String> with(String... names) {
        Set<String> all = new TreeSet<>(Inherited.NAMES);
        all.addAll(List.of(names));
        return Set.copyOf(all);
    }

    /// What a group says for all its tables.
    private record Outer(Inherited inherited, Optional<Json> dialect, Optional<Json> tableSchema) {}

    List<TableDescription> read(Json json) throws BadDescription {
        Members document = Members.of(json);
        checkContext(document);
        if (document.get("tables").isEmpty()) {
            Outer nothing = new Outer(Inherited.NOTHING, Optional.empty(), Optional.empty());
            return List.of(table(document, nothing));
        }
        document.allowOnly(OF_GROUP);
        Outer outer =
                new Outer(
                        Inherited.NOTHING.within(document),
                        document.get("dialect"),
                        document.get("tableSchema"));
        List<TableDescription> tables = new ArrayList<>();
        for (Json table : document.items("tables")) {
            tables.add(table(Members.of(table), outer));
        }
        if (tables.isEmpty()) {
            throw new BadDescription(document.place(), "found no tables, expected at least one");
        }
        return List.copyOf(tables);
    }

    private static void checkContext(Members document) throws BadDescription {
        Optional<Json> context = document.get("@context");
        if (context.isEmpty()) {
            throw new BadDescription(
                    document.place(), "found no @context, expected \"" + CONTEXT + "\"");
        }
        Json first = context.get();
        if (first instanceof Json.Arr array && !array.items().isEmpty()) {
            first = array.items().get(0);
            for (Json more : array.items().subList(1, array.items().size())) {
                Members.of(more).allowOnly(Set.of("@language"));
            }
        }
        if (!(first instanceof Json.Str text && text.text().equals(CONTEXT))) {
            throw Members.wrong(first, "\"" + CONTEXT + "\"");
        }
    }

    private TableDescription table(Members table, Outer outer) throws BadDescription {
        table.allowOnly(OF_TABLE);
        Optional<Json> written = table.get("url");
        if (written.isEmpty()) {
            throw new BadDescription(table.place(), "found no url, expected one");
        }
        Json.Str url = Members.textOf(written.get());
        if (!isUrl(url.text())) {
            throw Members.wrong(url, "a URL without spaces");
        }
        Optional<Json> dialect = table.get("dialect").or(outer::dialect);
        Optional<Json> schema = table.get("tableSchema").or(outer::tableSchema);
        if (schema.isEmpty()) {
            throw new BadDescription(table.place(), "found no tableSchema, expected one");
        }
        return new TableDescription(
                url.text(),
                absolute(url.text()),
                folder.resolve(url.text()),
                dialect.isPresent() ? DialectReader.read(dialect.get()) : Dialect.DEFAULT,
                SchemaReader.read(schema.get(), outer.inherited().within(table), this::absolute),
                table.flag("suppressOutput", false),
                table.commonProperties(),
                table.items("notes"));
    }

    private String absolute(String url) {
        return URI.create(folderIri).resolve(url).toString();
    }

    static boolean isUrl(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
