package chancery.map.compiled;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.KeyChecker;
import chancery.check.RowCells;
import chancery.describe.Directive;
import chancery.describe.Key;
import chancery.describe.TableDescription;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import chancery.map.RowTriples;
import chancery.table.Dialect;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// One table that is to be mapped.
///
/// @param table with a column for every field of header and first row
/// @param dialect the file's own
/// @param scope of the labels of blank nodes
/// @param end what stands behind every object
/// @param program empty if the table is not compiled
/// @param keys whether primary keys are looked at
/// @param directives empty if ours are off
record TableJob(
        TableDescription table,
        Dialect dialect,
        Mode mode,
        String scope,
        Node tableNode,
        String end,
        Optional<RowProgram> program,
        boolean keys,
        Optional<Directives> directives,
        LineSink sink) {
    /// Reads cells by the reference path; used by one thread.
    RowCells cells(Findings into) {
        return new RowCells(table, false, directives.map(Directives::codes), into);
    }

    /// Makes triples by the reference path; used by one thread.
    RowTriples triples(Findings into) {
        String base = directives.map(Directives::base).orElse(Directive.BASE);
        return new RowTriples(table, base, mode, names(), tableNode, into);
    }

    /// New ones, for another thread.
    BlankNodes names() {
        return new BlankNodes(scope);
    }

    /// The primary key of a row as one text; `""` if none of its cells has a value.
    String key(CheckedRow row) {
        List<String> columns = table.primaryKey().map(Key::columns).orElse(List.of());
        return columns.isEmpty() ? "" : KeyChecker.value(row, columns);
    }
}
