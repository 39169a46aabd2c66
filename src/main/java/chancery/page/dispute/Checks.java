package chancery.page.dispute;

import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.vocab.Chy;
import org.apache.jena.graph.Node;

/// What the checks of all claims look for, in words for readers.
final class Checks {
    private static final Node CONSTRAINT = Chy.term("Constraint");

    private Checks() {}

    /// What a check looks for, as the release says it; `""` if it does not.
    static String noticed(GraphView graph, String constraint) {
        return constraint.isEmpty()
                ? ""
                : graph.subjects(Terms.NOTATION, graph.string(constraint)).stream()
                        .filter(it -> graph.isA(it, CONSTRAINT))
                        .map(it -> graph.text(it, Terms.LABEL))
                        .findFirst()
                        .orElse("");
    }
}
