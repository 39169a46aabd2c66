package chancery.infer;

import chancery.describe.json.Json;
import chancery.infer.column.ColumnGuess;
import chancery.infer.column.JsonBuilder;
import chancery.infer.dialect.Layout;
import chancery.table.Dialect;
import java.util.ArrayList;
import java.util.List;

/// Writes guesses as a metadata document (Metadata Vocabulary for Tabular Data).
final class Document {
    private static final String CONTEXT = "http://www.w3.org/ns/csvw";
    private static final String DESCRIPTION = "dc:description";

    private Document() {}

    /// @return a table if there is one, else a group of them
    static Json of(List<TableGuess> tables) {
        JsonBuilder document = new JsonBuilder().put("@context", CONTEXT);
        if (tables.size() == 1) {
            return table(tables.getFirst(), document);
        }
        List<Json> all = tables.stream().map(table -> table(table, new JsonBuilder())).toList();
        return document.put("tables", JsonBuilder.array(all)).build();
    }

    private static Json table(TableGuess table, JsonBuilder json) {
        return json.put("url", table.url())
                .put(DESCRIPTION, description(table))
                .put("dialect", dialect(table))
                .put("tableSchema", schema(table))
                .build();
    }

    private static String description(TableGuess table) {
        Layout layout = table.survey().layout();
        List<String> parts = new ArrayList<>();
        parts.add("Guessed from " + table.survey().extent());
        if (!table.encodingNote().isEmpty()) {
            parts.add("encoding " + table.encodingNote());
        }
        parts.addAll(layout.notes());
        if (table.key().size() == 2) {
            parts.add(
                    String.join(" and ", table.key())
                            + " together are different in every row, and neither is alone");
        } else if (table.key().isEmpty() && table.survey().rows() > 1) {
            parts.add("no column and no two columns are fit for a key");
        }
        table.survey().faults().forEach(fault -> parts.add("fault: " + fault));
        return String.join("; ", parts);
    }

    private static Json dialect(TableGuess table) {
        Dialect dialect = table.survey().layout().dialect();
        JsonBuilder json = new JsonBuilder();
        json.put("encoding", table.encoding());
        json.put("delimiter", dialect.delimiter());
        Character quote = dialect.quoteChar();
        if (quote == null) {
            json.put("quoteChar", JsonBuilder.nothing());
        } else if (quote != '"') {
            json.put("quoteChar", String.valueOf(quote));
        }
        if (!dialect.doubleQuote()) {
            json.put("doubleQuote", JsonBuilder.truth(false));
        }
        json.put("header", JsonBuilder.truth(dialect.header()));
        if (dialect.skipRows() > 0) {
            json.put("skipRows", JsonBuilder.number(dialect.skipRows()));
        }
        if (dialect.commentPrefix() != null) {
            json.put("commentPrefix", dialect.commentPrefix());
        } else if (table.survey().isMarked()) {
            // else the usual dialect would take such a line for a comment
            json.put("commentPrefix", JsonBuilder.nothing());
        }
        if (dialect.skipInitialSpace()) {
            json.put("skipInitialSpace", JsonBuilder.truth(true));
        }
        if (dialect.skipBlankRows()) {
            json.put("skipBlankRows", JsonBuilder.truth(true));
        }
        return json.build();
    }

    private static Json schema(TableGuess table) {
        List<Json> columns = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            columns.add(
                    column(
                            table.names().get(i),
                            table.survey().layout().titles().get(i),
                            table.columns().get(i)));
        }
        JsonBuilder schema = new JsonBuilder().put("columns", JsonBuilder.array(columns));
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", JsonBuilder.texts(table.key()));
        }
        if (!table.references().isEmpty()) {
            schema.put(
                    "foreignKeys",
                    JsonBuilder.array(
                            table.references().stream().map(Document::foreignKey).toList()));
        }
        return schema.build();
    }

    private static Json column(String name, String title, ColumnGuess guess) {
        JsonBuilder column = new JsonBuilder().put("name", name);
        if (!title.isEmpty()) {
            column.put("titles", title);
        }
        column.put(DESCRIPTION, String.join("; ", guess.notes()));
        column.put("datatype", guess.datatype());
        if (guess.required()) {
            column.put("required", JsonBuilder.truth(true));
        }
        if (!guess.nulls().isEmpty()) {
            column.put("null", JsonBuilder.texts(guess.nulls()));
        }
        guess.separator().ifPresent(sign -> column.put("separator", sign));
        return column.build();
    }

    private static Json foreignKey(TableGuess.Reference reference) {
        return new JsonBuilder()
                .put("columnReference", reference.column())
                .put(
                        "reference",
                        new JsonBuilder()
                                .put("resource", reference.url())
                                .put("columnReference", reference.referenced())
                                .build())
                .build();
    }
}
