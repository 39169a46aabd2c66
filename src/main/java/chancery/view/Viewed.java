package chancery.view;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// A graph seen from a point of view.
///
/// @param graph what takes the place of the default graph
/// @param reifiers the triple terms of its claims
/// @param undated ids of sources that were passed over because nothing tells when they were
///     published; only from a point of view with a day of knowledge
public record Viewed(Graph graph, Graph reifiers, List<String> undated) {
    public Viewed {
        undated = List.copyOf(undated);
    }

    /// What whoever asks has to know besides; none or few.
    public List<String> notes() {
        return undated.isEmpty()
                ? List.of()
                : List.of(
                        "known-on: passed over without a date: %s; expected a date of publication,"
                                        .formatted(String.join(", ", undated))
                                + " of the data or of the edition revised");
    }

    /// @param withTripleTerms as a query in the syntax of SPARQL 1.2 sees it
    public DatasetGraph dataset(boolean withTripleTerms) {
        return DatasetGraphFactory.wrap(withTripleTerms ? new Union(graph, reifiers) : graph);
    }
}
