package chancery.map;

import chancery.check.AnnotatedTable;
import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.Groups;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.table.Library;
import chancery.table.MalformedTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/// Converts tables of anybody to RDF (Generating RDF from Tabular Data on the Web), a row at a
/// time.
///
/// What is wrong in a cell is a finding, and the cell's text goes on as a string; keys are not
/// looked at, see [chancery.check.Validator].
public final class Converter {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";

    private final Library library;
    private final boolean standard;
    private final Mode mode;
    private final Findings findings;

    /// @param mode [Mode#STANDARD] or [Mode#MINIMAL]
    public Converter(Library library, Mode mode, Findings findings) {
        if (mode == Mode.EVIDENCE) {
            throw new IllegalArgumentException("evidence is no mode of the standard");
        }
        this.library = library;
        this.mode = mode;
        this.standard = mode == Mode.STANDARD;
        this.findings = findings;
    }

    /// Writes the triples of all tables whose output is not suppressed.
    ///
    /// @return false if a table could not be read to its end; a finding says why
    public boolean convert(TableGroup group, Consumer<Triple> into) {
        // 4.2 (1) to (4)
        Node groupNode = node(group.id());
        if (standard) {
            into.accept(Triple.create(groupNode, RDF.type.asNode(), term("TableGroup")));
            new AnnotationTriples(group.annotations(), into).write(groupNode);
        }
        boolean whole = true;
        for (TableDescription table : group.tables()) {
            if (!table.suppressOutput()) {
                whole &= convert(table, groupNode, into);
            }
        }
        return whole;
    }

    private boolean convert(TableDescription described, Node group, Consumer<Triple> into) {
        // 4.2 (5)
        Node tableNode = node(described.id());
        if (standard) {
            into.accept(Triple.create(group, term("table"), tableNode));
            into.accept(Triple.create(tableNode, RDF.type.asNode(), term("Table")));
            into.accept(Triple.create(tableNode, term("url"), iri(described.iri())));
            new AnnotationTriples(described.annotations(), into).write(tableNode);
        }
        Consumer<String> comments =
                comment -> {
                    if (standard) {
                        Node text = NodeFactory.createLiteralString(comment);
                        into.accept(Triple.create(tableNode, RDFS.comment.asNode(), text));
                    }
                };
        try (AnnotatedTable table =
                AnnotatedTable.open(described, library, false, comments, findings)) {
            Mapper mapper = new Mapper(table.description(), Directive.BASE, mode, findings);
            for (Optional<CheckedRow> row = table.next(); row.isPresent(); row = table.next()) {
                row(table.description(), row.get(), mapper, tableNode, into);
            }
            return true;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private void row(
            TableDescription table,
            CheckedRow row,
            Mapper mapper,
            Node tableNode,
            Consumer<Triple> into) {
        if (!standard) {
            mapper.map(row, statement -> into.accept(statement.triple()));
            return;
        }
        // 4.2 (5.4)
        Node rowNode = NodeFactory.createBlankNode();
        into.accept(Triple.create(tableNode, term("row"), rowNode));
        into.accept(Triple.create(rowNode, RDF.type.asNode(), term("Row")));
        Node number =
                NodeFactory.createLiteralDT(
                        Long.toString(row.position().row()),
                        NodeFactory.getType(XSD.integer.getURI()));
        into.accept(Triple.create(rowNode, term("rownum"), number));
        String url = table.iri() + "#row=" + row.position().record();
        into.accept(Triple.create(rowNode, term("url"), iri(url)));
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

    private static Node node(Optional<String> id) {
        return id.map(NodeFactory::createURI).orElseGet(NodeFactory::createBlankNode);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node term(String name) {
        return iri(CSVW + name);
    }
}
