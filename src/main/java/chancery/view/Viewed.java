package chancery.view;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// A graph seen from a point of view.
///
/// @param graph what takes the place of the default graph
/// @param reifiers the triple terms of its claims
public record Viewed(Graph graph, Graph reifiers) {
    /// @param withTripleTerms as a query in the syntax of SPARQL 1.2 sees it
    public DatasetGraph dataset(boolean withTripleTerms) {
        return DatasetGraphFactory.wrap(withTripleTerms ? new Union(graph, reifiers) : graph);
    }
}
