package chancery.map.compiled;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.RowCells;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import chancery.map.RowTriples;
import chancery.map.compiled.StreamConverter.Settings;
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
/// @param keys what is noted of each row
/// @param directives empty if ours are off
record TableJob(
        TableDescription table,
        Dialect dialect,
        Mode mode,
        String scope,
        Node tableNode,
        String end,
        Optional<RowProgram> program,
        List<TableKey> keys,
        Optional<Directives> directives,
        LineSink sink) {
    TableJob {
        keys = List.copyOf(keys);
    }

    /// Works out what is done with the rows of a table.
    ///
    /// @param completed with a column for every field of header and first row
    static TableJob of(
            TableDescription completed,
            Dialect dialect,
            Settings settings,
            String scope,
            Node tableNode,
            String end,
            List<TableKey> keys,
            LineSink sink) {
        return new TableJob(
                completed,
                dialect,
                settings.mode(),
                scope,
                tableNode,
                end,
                RowProgram.of(
                        completed,
                        settings.mode(),
                        settings.directives(),
                        keys,
                        new BlankNodes(scope),
                        tableNode,
                        end),
                keys,
                settings.directives(),
                sink);
    }

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

    /// Notes the keys of a row that the reference path read.
    void note(CheckedRow row, RowKeys into) {
        keys.forEach(key -> key.note(row, into));
    }
}
