package chancery.map;

import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What the standard mode says about a table as a whole (Generating RDF from Tabular Data, section
/// 4.2, step 5).
public final class TableTriples {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";

    private TableTriples() {}

    /// What is said about a group of tables (steps 1 to 4).
    public static void writeGroup(
            TableGroup described, Node group, BlankNodes names, Consumer<Triple> into) {
        into.accept(Triple.create(group, RDF.type.asNode(), iri(CSVW + "TableGroup")));
        new AnnotationTriples(described.annotations(), names, into).write(group);
    }

    public static void write(
            TableDescription described,
            Node group,
            Node table,
            BlankNodes names,
            Consumer<Triple> into) {
        into.accept(Triple.create(group, iri(CSVW + "table"), table));
        into.accept(Triple.create(table, RDF.type.asNode(), iri(CSVW + "Table")));
        into.accept(Triple.create(table, iri(CSVW + "url"), iri(described.iri())));
        new AnnotationTriples(described.annotations(), names, into).write(table);
    }

    /// Takes the comments of a table.
    public static Consumer<String> comments(Node table, Consumer<Triple> into) {
        return comment ->
                into.accept(
                        Triple.create(
                                table,
                                RDFS.comment.asNode(),
                                NodeFactory.createLiteralString(comment)));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
