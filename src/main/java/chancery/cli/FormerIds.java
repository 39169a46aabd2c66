package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Severity;
import chancery.vocab.Base;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Which ids are no longer used, and what took the place of the things that had them. An id is
/// never used again, and one leads straight to the thing of today, not to another former id.
final class FormerIds {
    private final Base base;
    private final Map<Node, CheckedRow> rows = new LinkedHashMap<>();

    FormerIds(Base base) {
        this.base = base;
    }

    void add(CheckedRow row) {
        rows.putIfAbsent(node(row.text("id")), row);
    }

    /// @param registered the things that registers have today
    void check(Set<Node> registered, Consumer<Finding> findings) {
        rows.forEach(
                (node, row) -> {
                    if (registered.contains(node)) {
                        findings.accept(
                                finding(
                                        row,
                                        Code.DUPLICATE_KEY,
                                        row.text("id"),
                                        "an id that no register has any more"));
                    }
                    String now = row.text("now");
                    if (!now.isEmpty() && !registered.contains(node(now))) {
                        findings.accept(
                                finding(
                                        row,
                                        Code.DANGLING_REFERENCE,
                                        now,
                                        "the id of a row in a register" + hint(node(now))));
                    }
                });
    }

    /// What to say besides to whoever names a former id; `""` for any other.
    String hint(Node node) {
        CheckedRow row = rows.get(node);
        if (row == null) {
            return "";
        }
        return row.text("now").isEmpty()
                ? "; this one was withdrawn"
                : "; this one is now " + row.text("now");
    }

    private Node node(String id) {
        return NodeFactory.createURI(base.iri() + "id/" + id);
    }

    private static Finding finding(CheckedRow row, Code code, String found, String expected) {
        return new Finding(code, Severity.ERROR, row.position(), 0, "", found, expected);
    }
}
