package chancery.describe;

import chancery.table.Dialect;
import chancery.table.Source;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the metadata say about one table.
///
/// @param url as the metadata write it, such as `states.csv`
/// @param iri `url` made absolute: what foreign keys and relative
///     templates are resolved against
/// @param csv where the table lies
/// @param suppressOutput the table is checked, but written into no output
/// @param properties common properties of the table by absolute URL
/// @param notes as written
public record TableDescription(
        String url,
        String iri,
        Path csv,
        Dialect dialect,
        Schema schema,
        boolean suppressOutput,
        Map<String, Json> properties,
        List<Json> notes) {
    public TableDescription {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        notes = List.copyOf(notes);
    }

    /// The file's name without folder and ending, such as `states`.
    public String name() {
        String file = url.substring(url.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    public Source source() {
        return Source.of(csv);
    }

    public List<Column> columns() {
        return schema.columns();
    }

    public Optional<Column> column(String name) {
        return schema.columns().stream().filter(c -> c.name().equals(name)).findFirst();
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
        return properties.get(Properties.DESCRIPTION) instanceof Json.Str text ? text.text() : "";
    }
}
