package chancery.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;

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
                .map(entry -> violation(entry, data))
                .sorted(
                        Comparator.comparing((Violation v) -> v.focus().toString())
                                .thenComparing(Violation::message)
                                .thenComparing(Violation::found))
                .toList();
    }

    private Violation violation(ReportEntry entry, Graph data) {
        Node focus = entry.focusNode();
        // a shape without a path has the thing itself for its value
        Optional<Node> value =
                Optional.ofNullable(entry.value())
                        .filter(v -> entry.resultPath() != null || !v.equals(focus));
        String found = value.map(Node::toString).orElseGet(() -> found(entry, data));
        return new Violation(focus, properties(entry, data), value, found, entry.message());
    }

    private List<Node> properties(ReportEntry entry, Graph data) {
        return entry.resultPath() instanceof P_Link link
                ? List.of(link.getNode())
                : targeted(entry, data);
    }

    /// Properties of the thing for which a shape looks at it as a whole.
    private List<Node> targeted(ReportEntry entry, Graph data) {
        Shape shape = shapes.getShape(entry.source());
        if (entry.resultPath() != null || shape == null) {
            return List.of();
        }
        return shape.getTargets().stream()
                .filter(target -> target.getTargetType() == TargetType.targetSubjectsOf)
                .map(Target::getObject)
                .filter(property -> data.contains(entry.focusNode(), property, Node.ANY))
                .toList();
    }

    private String found(ReportEntry entry, Graph data) {
        if (entry.resultPath() instanceof P_Link link) {
            int values = data.find(entry.focusNode(), link.getNode(), Node.ANY).toList().size();
            return values > 1 ? values + " values" : "";
        }
        return targeted(entry, data).stream().map(Node::toString).collect(Collectors.joining(", "));
    }

    /// One thing that does not conform.
    ///
    /// @param focus the thing
    /// @param properties the one that the shape looks at; of a shape that looks at the thing as a
    ///     whole those of the thing that make it look; empty where a longer path is followed
    /// @param value what does not conform; empty if that is the thing, or a number of values
    /// @param found the value, how many, or the properties of the thing; `""` if something is
    ///     missing
    /// @param message what the shape expects
    public record Violation(
            Node focus, List<Node> properties, Optional<Node> value, String found, String message) {
        public Violation {
            properties = List.copyOf(properties);
        }
    }
}
