package chancery.page;

import chancery.vocab.Chy;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// The terms of the ontology: classes, properties, and the named individuals of its own classes.
public record OntologyPage(List<Term> classes, List<Term> properties) {
    /// @param name local name, the anchor on the page
    public record Term(String name, Link label, List<Link> definitions, List<Link> examples) {}

    public static OntologyPage of(GraphView graph) {
        return new OntologyPage(
                terms(graph, OWL.Class.asNode(), RDFS.Class.asNode()),
                terms(
                        graph,
                        OWL.ObjectProperty.asNode(),
                        OWL.DatatypeProperty.asNode(),
                        OWL.AnnotationProperty.asNode(),
                        RDF.Property.asNode()));
    }

    private static List<Term> terms(GraphView graph, Node... types) {
        return Stream.of(types)
                .flatMap(type -> graph.subjects(Terms.TYPE, type).stream())
                .distinct()
                .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .map(node -> term(graph, node))
                .toList();
    }

    private static Term term(GraphView graph, Node node) {
        return new Term(
                node.getURI().substring(Chy.NS.length()),
                graph.link(node),
                graph.links(node, Terms.DEFINITION),
                graph.links(node, org.apache.jena.vocabulary.SKOS.example.asNode()));
    }
}
