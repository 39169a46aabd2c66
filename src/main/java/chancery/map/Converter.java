package chancery.map;

import chancery.check.AnnotatedTable;
import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.Groups;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.table.Library;
import chancery.table.MalformedTable;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Converts tables of anybody to RDF (Generating RDF from Tabular Data on the Web), a row at a
/// time.
///
/// What is wrong in a cell is a finding, and the cell's text goes on as a string; keys are not
/// looked at, see [chancery.check.Validator].
public final class Converter {
    private final Library library;
    private final boolean standard;
    private final Mode mode;
    private final Findings findings;
    private final BlankNodes blankNodes;

    /// @param mode [Mode#STANDARD] or [Mode#MINIMAL]
    public Converter(Library library, Mode mode, Findings findings) {
        this(library, mode, BlankNodes.unique(), findings);
    }

    /// As above.
    ///
    /// @param blankNodes names of what has none
    public Converter(Library library, Mode mode, BlankNodes blankNodes, Findings findings) {
        this.blankNodes = blankNodes;
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
        Node groupNode = node(group.id(), blankNodes.group());
        if (standard) {
            TableTriples.writeGroup(group, groupNode, blankNodes, into);
        }
        boolean whole = true;
        int number = 0;
        for (TableDescription table : group.tables()) {
            number++;
            if (!table.suppressOutput()) {
                whole &= convert(table, blankNodes.ofTable(number), groupNode, into);
            }
        }
        return whole;
    }

    private boolean convert(
            TableDescription described, BlankNodes names, Node group, Consumer<Triple> into) {
        Node tableNode = node(described.id(), names.table());
        if (standard) {
            TableTriples.write(described, group, tableNode, names, into);
        }
        Consumer<String> comments = standard ? TableTriples.comments(tableNode, into) : c -> {};
        try (AnnotatedTable table =
                AnnotatedTable.open(described, library, false, comments, findings)) {
            RowTriples rows = new RowTriples(table.description(), mode, names, tableNode, findings);
            for (Optional<CheckedRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.write(row.get(), into);
            }
            return true;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private static Node node(Optional<String> id, Node otherwise) {
        return id.map(NodeFactory::createURI).orElse(otherwise);
    }
}
