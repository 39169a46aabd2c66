package chancery.map;

import chancery.check.CheckedRow;
import chancery.check.Value;
import chancery.describe.TableDescription;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// The titles of a row (Generating RDF from Tabular Data, section 4.2, step 5.4.6): the values of
/// the columns that the schema names.
final class RowTitles {
    private static final Node TITLE = NodeFactory.createURI("http://www.w3.org/ns/csvw#title");

    private RowTitles() {}

    static void write(TableDescription table, CheckedRow row, Node node, Consumer<Triple> into) {
        for (String column : table.rowTitles()) {
            for (Value value : row.cell(column).values()) {
                switch (value) {
                    case Value.Absent absent -> {}
                    case Value.Text text ->
                            into.accept(
                                    Triple.create(node, TITLE, literal(text.text(), text.lang())));
                    default ->
                            into.accept(Triple.create(node, TITLE, literal(value.canonical(), "")));
                }
            }
        }
    }

    private static Node literal(String text, String language) {
        return language.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language);
    }
}
