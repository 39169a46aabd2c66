package chancery.evidence;

import chancery.map.Statement;
import java.util.List;
import org.apache.jena.graph.Triple;

/// Rows and statements with one thing about them changed.
final class Altered {
    private Altered() {}

    static Triple object(Statement of, Statement from) {
        return Triple.create(
                of.triple().getSubject(), of.triple().getPredicate(), from.triple().getObject());
    }

    static Statement with(Statement of, Triple triple) {
        return new Statement(triple, of.column(), of.value(), of.position());
    }

    static EvidencedRow with(EvidencedRow row, List<Statement> values, List<String> words) {
        return new EvidencedRow(
                row.row(),
                row.source(),
                row.passages(),
                values,
                words,
                row.stance(),
                row.saidIn(),
                row.excuses(),
                row.gist());
    }
}
