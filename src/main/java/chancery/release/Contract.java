package chancery.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;

/// The contract of a release: its default graph conforms to the shapes (SHACL).
public final class Contract {
    private final Shapes shapes;

    /// @param shapes the shapes graph, `ontology/shapes.ttl`
    public Contract(Graph shapes) {
        this.shapes = Shapes.parse(shapes);
    }

    /// @param defaultGraph what the release will hold
    /// @return every violation, sorted; empty when it conforms
    public List<Violation> check(Collection<Triple> defaultGraph) {
        Graph data = GraphFactory.createGraphMem();
        defaultGraph.forEach(data::add);
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .map(Violation::of)
                .sorted(
                        Comparator.comparing((Violation v) -> v.focus().toString())
                                .thenComparing(Violation::message))
                .toList();
    }

    /// One thing that does not conform.
    ///
    /// @param focus the thing
    /// @param path property path; `""` for the thing itself
    /// @param found the value, or `""`
    /// @param message what the shape expects
    public record Violation(Node focus, String path, String found, String message) {
        static Violation of(ReportEntry entry) {
            String path = entry.resultPath() == null ? "" : entry.resultPath().toString();
            String found = entry.value() == null ? "" : entry.value().toString();
            return new Violation(entry.focusNode(), path, found, entry.message());
        }
    }
}
