package chancery.release.dump.table;

import chancery.release.dump.Edition;
import chancery.release.dump.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Describes the tables for CSV on the Web, so that mapping them in minimal mode gives the triples
/// again.
final class TableDescriptions {
    private static final String HOW =
            "One table for each class, a row for each of its things, a column for each property and"
                    + " form of its values (IRIs, a language, a datatype). Where a cell has several"
                    + " values the description of its column names what separates them; where the"
                    + " standard cannot tell them apart in one cell, a table of two columns has"
                    + " each in a row of its own, and the cell is for people.";

    private final Edition edition;
    private final Map<String, String> tables = new TreeMap<>();

    TableDescriptions(Edition edition) {
        this.edition = edition;
    }

    /// @return name of the table of two columns
    static String link(String table, String column) {
        return table + "-" + column;
    }

    /// @param shown all columns but the first, which names the thing
    /// @param types classes that all of its things have
    void add(
            String table,
            long rows,
            List<TableColumn> shown,
            Map<Form, String> names,
            List<String> types) {
        StringBuilder columns = new StringBuilder(ID);
        for (TableColumn column : shown) {
            String name = names.getOrDefault(column.form(), "");
            columns.append(",\n      ");
            if (column.isToldInOneCell(rows)) {
                columns.append(told(name, column, column.most(rows) > 1));
            } else {
                columns.append(forPeople(table, name, column));
                tables.put(link(table, name), linkTable(table, name, column));
            }
        }
        for (int i = 0; i < types.size(); i++) {
            columns.append(",\n      {");
            JsonText.pair(columns, "name", "is_" + (i + 1));
            columns.append(",\"virtual\":true,\"propertyUrl\":\"rdf:type\",");
            JsonText.pair(columns, "valueUrl", types.get(i));
            columns.append('}');
        }
        tables.put(table, table(table, "\"primaryKey\":\"id\",", columns));
    }

    private static final String ID =
            "\n      {\"name\":\"id\",\"titles\":\"id\",\"required\":true,\"suppressOutput\":true}";

    private static String linkTable(String table, String name, TableColumn column) {
        StringBuilder columns = new StringBuilder(ID + ",\n      ");
        return table(link(table, name), "", columns.append(told(name, column, false)));
    }

    private static String table(String name, String key, CharSequence columns) {
        StringBuilder json = new StringBuilder("    {");
        JsonText.pair(json, "url", name + ".csv");
        json.append(",\"tableSchema\":{\"aboutUrl\":\"{+id}\",");
        json.append(key).append("\"columns\":[").append(columns).append("\n    ]}}");
        return json.toString();
    }

    private static String told(String name, TableColumn column, boolean isList) {
        Form form = column.form();
        StringBuilder json = named(name);
        JsonText.pair(json.append(','), "propertyUrl", form.property());
        if (form.isIri()) {
            JsonText.pair(json.append(','), "valueUrl", "{+" + name + "}");
        } else if (!form.language().isEmpty()) {
            JsonText.pair(json.append(','), "lang", form.language());
        } else if (!form.builtIn().isEmpty()) {
            JsonText.pair(json.append(','), "datatype", form.builtIn());
        } else {
            json.append(",\"datatype\":{");
            JsonText.pair(json, "@id", form.datatype());
            json.append(",\"base\":\"string\"}");
        }
        if (isList) {
            JsonText.pair(json.append(','), "separator", column.separator().orElse(" "));
        }
        return json.append('}').toString();
    }

    private static String forPeople(String table, String name, TableColumn column) {
        StringBuilder json = named(name);
        JsonText.pair(json.append(','), "separator", column.separator().orElse(" "));
        json.append(",\"suppressOutput\":true,");
        JsonText.pair(json, "dc:description", "one a row in " + link(table, name) + ".csv");
        return json.append('}').toString();
    }

    private static StringBuilder named(String name) {
        StringBuilder json = new StringBuilder("{");
        JsonText.pair(json, "name", name);
        JsonText.pair(json.append(','), "titles", name);
        return json;
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /// The names of the tables, sorted.
    List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /// The whole document.
    String json() {
        StringBuilder json = new StringBuilder();
        json.append("{\"@context\":[\"http://www.w3.org/ns/csvw\",{\"@language\":\"en\"}],\n  ");
        JsonText.pair(json, "dc:title", edition.title());
        JsonText.pair(json.append(",\n  "), "dc:identifier", edition.id());
        reference(json, "dc:isPartOf", edition.release().getURI());
        json.append(",\n  \"dc:issued\":{");
        JsonText.pair(json, "@value", edition.date().toString());
        json.append(",\"@type\":\"xsd:date\"}");
        reference(json, "dc:license", Edition.LICENCE);
        JsonText.pair(json.append(",\n  "), "dc:description", HOW);
        json.append(",\n  \"dialect\":{\"trim\":false},\n  \"tables\":[\n");
        json.append(String.join(",\n", tables.values()));
        return json.append("\n  ]}\n").toString();
    }

    private static void reference(StringBuilder json, String name, String iri) {
        JsonText.quoted(json.append(",\n  "), name);
        json.append(":{");
        JsonText.pair(json, "@id", iri);
        json.append('}');
    }
}
