package chancery.describe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns and keys of a table (Metadata Vocabulary, section 5.5).
///
/// @param columns in the order of their numbers; virtual ones last
/// @param rowTitles names of columns that give a row its title
/// @param properties common properties by absolute URL, our directives among them
public record Schema(
        List<Column> columns,
        Optional<UriTemplate> aboutUrl,
        Optional<Key> primaryKey,
        List<ForeignKey> foreignKeys,
        List<String> rowTitles,
        Map<String, Json> properties) {
    public Schema {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        rowTitles = List.copyOf(rowTitles);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
