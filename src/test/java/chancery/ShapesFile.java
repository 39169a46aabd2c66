package chancery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;

/// What `ontology/shapes.ttl` says of its shapes: which there are, and the codes of their messages.
public final class ShapesFile {
    static final Graph GRAPH = RDFDataMgr.loadGraph("ontology/shapes.ttl");
    private static final String SHAPE = "https://w3id.org/chancery/shapes#";

    private ShapesFile() {}

    /// Shapes with a name that have a target or a message of their own.
    public static Set<String> namesThatConstrain() {
        return Stream.of(SHACL.message, SHACL.targetClass)
                .flatMap(p -> GRAPH.find(Node.ANY, p, Node.ANY).toList().stream())
                .map(t -> nameOf(t.getSubject()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Codes of the messages a shape can give: its own, else those of the shapes it points to.
    public static Set<String> codesOf(String name) {
        Node shape = node(name);
        if (GRAPH.contains(shape, SHACL.message, Node.ANY)) {
            return Set.of(codeFor(name));
        }
        return Stream.of(SHACL.property, SHACL.sparql)
                .flatMap(p -> objects(shape, p).stream())
                .map(pointedTo -> codeFor(nameOf(pointedTo)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The code of a shape's own message: its name with hyphens.
    public static String codeFor(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static Collection<Node> objects(Node subject, Node predicate) {
        return GRAPH.find(subject, predicate, Node.ANY).mapWith(t -> t.getObject()).toList();
    }

    static Node node(String name) {
        return NodeFactory.createURI(SHAPE + name);
    }

    static String nameOf(Node shape) {
        assertTrue(shape.isURI() && shape.getURI().startsWith(SHAPE), shape::toString);
        return shape.getURI().substring(SHAPE.length());
    }
}
