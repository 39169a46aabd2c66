package chancery.judge;

import chancery.vocab.Chy;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/// What the ontology says of its properties and classes, as far as judging and writing out need it.
public final class OntologyMarks {
    private final Graph ontology;
    private final Set<Node> singleValued;
    private final Set<Node> evaluative;

    /// @param ontology all files of `ontology/`
    public OntologyMarks(Graph ontology) {
        this.ontology = ontology;
        this.singleValued = marked("singleValued");
        this.evaluative = marked("evaluative");
    }

    /// At most one value of this property can be true of a thing.
    public boolean isSingleValued(Node property) {
        return singleValued.contains(property);
    }

    /// Values of this property are opinions; they are never accepted as they stand.
    public boolean isEvaluative(Node property) {
        return evaluative.contains(property);
    }

    /// @return all superproperties in our ontology, without the property itself
    public Set<Node> superProperties(Node property) {
        return above(property, RDFS.subPropertyOf.asNode());
    }

    /// @return all superclasses in our ontology, without the class itself
    public Set<Node> superClasses(Node type) {
        return above(type, RDFS.subClassOf.asNode());
    }

    private Set<Node> above(Node start, Node link) {
        Set<Node> found = new LinkedHashSet<>();
        collectAbove(start, link, found);
        found.remove(start);
        return found;
    }

    private void collectAbove(Node start, Node link, Set<Node> found) {
        ontology.find(start, link, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList()
                .forEach(
                        above -> {
                            boolean ours = above.isURI() && above.getURI().startsWith(Chy.NS);
                            if (ours && found.add(above)) {
                                collectAbove(above, link, found);
                            }
                        });
    }

    private Set<Node> marked(String mark) {
        Set<Node> properties = new HashSet<>();
        ontology.find(Node.ANY, Chy.term(mark), Node.ANY)
                .filterKeep(triple -> "true".equals(triple.getObject().getLiteralLexicalForm()))
                .forEach(triple -> properties.add(triple.getSubject()));
        return Set.copyOf(properties);
    }
}
