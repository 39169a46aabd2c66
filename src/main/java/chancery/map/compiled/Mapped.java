package chancery.map.compiled;

import chancery.check.Findings;
import chancery.table.MalformedTable;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/// What came of a chunk.
///
/// @param lines whole lines, in the order of the rows
/// @param triples what the sink made of the lines
/// @param keys of its rows, in their order
/// @param rows how many it has
/// @param end why the table cannot be read on; what was before it is here
record Mapped(
        Bytes lines,
        List<Triple> triples,
        RowKeys keys,
        Findings findings,
        long rows,
        Optional<MalformedTable> end) {}
