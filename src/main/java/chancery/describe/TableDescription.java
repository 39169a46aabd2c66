package chancery.describe;

import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Json;
import chancery.table.Dialect;
import chancery.table.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the metadata say about one table.
///
/// @param url as the metadata write it, such as `states.csv`
/// @param iri `url` made absolute: what foreign keys and relative
///     templates are resolved against
/// @param id `@id` made absolute; empty if the metadata give none
/// @param source where the table lies
/// @param ownDialect empty if the metadata say nothing of it
/// @param suppressOutput the table is checked, but written into no output
public record TableDescription(
        String url,
        String iri,
        Optional<String> id,
        Source source,
        Optional<Dialect> ownDialect,
        Schema schema,
        boolean suppressOutput,
        Annotations annotations) {

    /// The table with another schema.
    public TableDescription with(Schema other) {
        return new TableDescription(
                url, iri, id, source, ownDialect, other, suppressOutput, annotations);
    }

    /// The table, written into no output.
    public TableDescription suppressed() {
        return new TableDescription(url, iri, id, source, ownDialect, schema, true, annotations);
    }

    /// The dialect as the metadata have it, else the usual one.
    public Dialect dialect() {
        return ownDialect.orElse(Dialect.DEFAULT);
    }

    /// The file's name without folder and ending, such as `states`.
    public String name() {
        String file = url.substring(url.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /// The same description of a table that lies elsewhere.
    public TableDescription at(Path elsewhere) {
        return at(Source.of(elsewhere));
    }

    /// The same description of a table that lies elsewhere.
    public TableDescription at(Source elsewhere) {
        return new TableDescription(
                url, iri, id, elsewhere, ownDialect, schema, suppressOutput, annotations);
    }

    public List<Column> columns() {
        return schema.columns();
    }

    public Optional<Column> column(String name) {
        return schema.column(name);
    }

    public Optional<UriTemplate> aboutUrl() {
        return schema.aboutUrl();
    }

    public Optional<Key> primaryKey() {
        return schema.primaryKey();
    }

    public List<ForeignKey> foreignKeys() {
        return schema.foreignKeys();
    }

    public List<String> rowTitles() {
        return schema.rowTitles();
    }

    /// What the table is for, such as `register`; `""` if its schema does not say.
    public String role() {
        return schema.properties().get(Directive.TABLE_ROLE) instanceof Json.Str role
                ? role.text()
                : "";
    }

    /// What the table is about: its `dc:description`; `""` if it has none.
    public String description() {
        return annotations.properties().get(Properties.DESCRIPTION) instanceof Json.Str text
                ? text.text()
                : "";
    }
}
