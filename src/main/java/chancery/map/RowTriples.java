package chancery.map;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/// The triples of one row after another, in either mode of the standard (Generating RDF from
/// Tabular Data, section 4.2, step 5.4). Used by one thread.
public final class RowTriples {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";

    private final TableDescription table;
    private final boolean standard;
    private final BlankNodes names;
    private final Node tableNode;
    private final Mapper mapper;

    /// @param table with a column for every field of header and first row
    /// @param mode of the standard
    public RowTriples(
            TableDescription table,
            Mode mode,
            BlankNodes names,
            Node tableNode,
            Findings findings) {
        this(table, Directive.BASE, mode, names, tableNode, findings);
    }

    /// As above.
    ///
    /// @param base as [Mapper] has it
    public RowTriples(
            TableDescription table,
            String base,
            Mode mode,
            BlankNodes names,
            Node tableNode,
            Findings findings) {
        this.table = table;
        this.standard = mode == Mode.STANDARD;
        this.names = names;
        this.tableNode = tableNode;
        this.mapper = new Mapper(table, base, mode, names, findings);
    }

    public void write(CheckedRow row, Consumer<Triple> into) {
        if (!standard) {
            mapper.map(row, statement -> into.accept(statement.triple()));
            return;
        }
        Node rowNode = names.row(row.position().row());
        into.accept(Triple.create(tableNode, term("row"), rowNode));
        into.accept(Triple.create(rowNode, RDF.type.asNode(), term("Row")));
        Node number =
                NodeFactory.createLiteralDT(
                        Long.toString(row.position().row()),
                        NodeFactory.getType(XSD.integer.getURI()));
        into.accept(Triple.create(rowNode, term("rownum"), number));
        String url = table.iri() + "#row=" + row.position().record();
        into.accept(Triple.create(rowNode, term("url"), NodeFactory.createURI(url)));
        RowTitles.write(table, row, rowNode, into);
        Set<Node> described = new HashSet<>();
        mapper.map(
                row,
                subject -> {
                    if (described.add(subject)) {
                        into.accept(Triple.create(rowNode, term("describes"), subject));
                    }
                },
                statement -> into.accept(statement.triple()));
    }

    private static Node term(String name) {
        return NodeFactory.createURI(CSVW + name);
    }
}
