package chancery.map.compiled;

import chancery.check.Cell;
import chancery.check.CellParser;
import chancery.check.Findings;
import chancery.check.Value;
import chancery.describe.Column;
import chancery.table.Position;
import java.nio.charset.StandardCharsets;

/// Cells of every other datatype, through the reference reader.
final class ReferenceCells implements CellReader {
    private static final Position NOWHERE = Position.of("");

    private final Column column;
    private Findings findings = new Findings();
    private CellParser parser;

    ReferenceCells(Column column) {
        this.column = column;
        this.parser = CellParser.standard(column, findings);
    }

    @Override
    public boolean read(CellText cell) {
        String text = new String(cell.bytes, cell.from, cell.length(), StandardCharsets.UTF_8);
        Cell read = parser.parse(text, NOWHERE);
        if (!findings.isEmpty()) {
            // the row is read again, by the reference path, which tells them
            findings = new Findings();
            parser = CellParser.standard(column, findings);
            return false;
        }
        Value value = read.values().getFirst();
        String lexical =
                switch (value) {
                    case Value.Text string -> string.text();
                    case Value.Number number -> number.lexical();
                    case Value.Bool bool -> bool.lexical();
                    case Value.Typed typed -> typed.lexical();
                    case Value.Absent absent -> "";
                    case Value.Misfit misfit -> "";
                    case Value.Iri iri -> "";
                    case Value.Time time -> "";
                    case Value.Quantity quantity -> "";
                };
        if (value instanceof Value.Absent) {
            cell.setAbsent();
            return true;
        }
        byte[] bytes = Bytes.of(lexical);
        cell.set(bytes, 0, bytes.length);
        cell.canonical = Bytes.of(value.canonical());
        cell.canonicalFrom = 0;
        cell.canonicalTo = cell.canonical.length;
        return value.isUsable();
    }
}
