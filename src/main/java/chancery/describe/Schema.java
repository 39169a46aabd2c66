package chancery.describe;

import chancery.describe.Column.CellRules;
import chancery.describe.Column.Urls;
import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns and keys of a table (Metadata Vocabulary, section 5.5).
///
/// @param id absolute, what a foreign key may name; empty if there is none
/// @param described whether the metadata have a schema at all; else the header makes it
/// @param columns in the order of their numbers; virtual ones last
/// @param usual what a column has of which nothing is said: inherited from schema, table and group
/// @param primaryKey empty if there is none
/// @param rowTitles names of columns that give a row its title
/// @param properties common properties by absolute URL, our directives among them
public record Schema(
        Optional<String> id,
        boolean described,
        List<Column> columns,
        Usual usual,
        Optional<Key> primaryKey,
        List<ForeignKey> foreignKeys,
        List<String> rowTitles,
        Map<String, Json> properties) {

    /// Rules for a column that the metadata leave out.
    public record Usual(CellRules cell, Urls urls) {}

    public Schema {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        rowTitles = List.copyOf(rowTitles);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public Optional<UriTemplate> aboutUrl() {
        return usual.urls().about();
    }

    /// The columns that are in the file.
    public List<Column> written() {
        return columns.stream().filter(column -> !column.virtual()).toList();
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// A column of which nothing is said but perhaps its titles.
    ///
    /// @param number 1-based
    public Column undescribed(int number, List<Title> titles) {
        String name = ColumnNames.made(titles, number);
        return new Column(
                name, number, false, titles, usual.cell(), usual.urls(), false, false, Map.of());
    }

    /// This schema, whose rows refer to no other ones.
    public Schema withoutForeignKeys() {
        return new Schema(
                id, described, columns, usual, primaryKey, List.of(), rowTitles, properties);
    }

    /// This schema with other columns in the file; virtual ones follow them.
    public Schema withWritten(List<Column> written) {
        List<Column> all = new ArrayList<>(written);
        for (Column column : columns) {
            if (column.virtual()) {
                all.add(column.at(all.size() + 1));
            }
        }
        return new Schema(
                id, described, all, usual, primaryKey, foreignKeys, rowTitles, properties);
    }
}
