package chancery.reconcile;

import chancery.reconcile.Candidate.Kind;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The things of a release, as a reconciliation service sees them.
///
/// Lives inside one read transaction.
final class Entities {
    static final String WIKIDATA = "http://www.wikidata.org/entity/";

    private static final Node EDTF = Chy.term("edtf");
    private static final Node NOT_SAME_AS = Chy.term("notSameAs");

    private final Graph graph;
    private final String space;
    private final String language;

    /// @param base     the release's base IRI, ends in `/`
    /// @param language in which names are wanted, if there are any
    Entities(Graph graph, String base, String language) {
        this.graph = graph;
        this.space = base + "id/";
        this.language = language;
    }

    boolean isOurs(String iri) {
        return iri.startsWith(space);
    }

    String id(Node thing) {
        return thing.getURI().substring(space.length());
    }

    /// By its id, or by its IRI.
    Optional<Node> thing(String id) {
        String iri = id.startsWith(space) ? id : space + id;
        if (!iri.substring(space.length()).matches("[a-z]+/[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        Node node = NodeFactory.createURI(iri);
        return graph.contains(node, Node.ANY, Node.ANY) ? Optional.of(node) : Optional.empty();
    }

    /// The label in the language that is wanted, else in English, else any; else the end of the
    /// IRI.
    String name(Node thing) {
        return labels(thing)
                .min(Comparator.comparingInt(this::rank).thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> localName(thing));
    }

    private int rank(Node label) {
        String lang = label.getLiteralLanguage();
        if (lang.equalsIgnoreCase(language)) {
            return 0;
        }
        return lang.equals("en") ? 1 : 2;
    }

    Stream<Node> labels(Node thing) {
        return values(thing, RDFS.Nodes.label).filter(Node::isLiteral);
    }

    private static String localName(Node node) {
        String text = node.isURI() ? node.getURI() : node.toString();
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }

    /// Classes of our ontology, those without a subclass among them first.
    List<Kind> types(Node thing) {
        List<Node> types =
                values(thing, RDF.Nodes.type)
                        .filter(Node::isURI)
                        .filter(type -> type.getURI().startsWith(Chy.NS))
                        .toList();
        return types.stream()
                .sorted(
                        Comparator.comparing((Node type) -> isBroader(type, types))
                                .thenComparing(Node::getURI))
                .map(this::kind)
                .toList();
    }

    private boolean isBroader(Node type, List<Node> types) {
        return types.stream()
                .anyMatch(
                        other ->
                                !other.equals(type)
                                        && graph.contains(other, RDFS.Nodes.subClassOf, type));
    }

    Kind kind(Node term) {
        return new Kind(localName(term), name(term));
    }

    /// A class by its local name, its IRI or with the prefix `chy:`.
    Optional<Node> type(String id) {
        return term(id).filter(node -> graph.contains(node, RDF.Nodes.type, OWL.Class.asNode()));
    }

    /// A property in the same way.
    Optional<Node> property(String id) {
        return term(id).filter(
                        node ->
                                graph.contains(node, RDF.Nodes.type, OWL.ObjectProperty.asNode())
                                        || graph.contains(
                                                node,
                                                RDF.Nodes.type,
                                                OWL.DatatypeProperty.asNode()));
    }

    private static Optional<Node> term(String id) {
        String name = id.startsWith(Chy.NS) ? id.substring(Chy.NS.length()) : id;
        name = name.startsWith("chy:") ? name.substring("chy:".length()) : name;
        return name.matches("[A-Za-z]+") ? Optional.of(Chy.term(name)) : Optional.empty();
    }

    /// All classes of the ontology by name.
    List<Kind> allTypes() {
        return terms(OWL.Class.asNode());
    }

    /// All properties of the ontology by name.
    List<Kind> allProperties() {
        List<Kind> all = new ArrayList<>(terms(OWL.ObjectProperty.asNode()));
        all.addAll(terms(OWL.DatatypeProperty.asNode()));
        all.sort(Comparator.comparing(Kind::name));
        return all;
    }

    private List<Kind> terms(Node type) {
        return graph
                .find(Node.ANY, RDF.Nodes.type, type)
                .mapWith(Triple::getSubject)
                .filterKeep(term -> term.isURI() && term.getURI().startsWith(Chy.NS))
                .mapWith(this::kind)
                .toList()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Kind::name))
                .toList();
    }

    Stream<Node> values(Node thing, Node property) {
        return graph.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    /// Things of a class; at most so many.
    Stream<Node> some(Node type, int most) {
        List<Node> things = new ArrayList<>();
        var found = graph.find(Node.ANY, RDF.Nodes.type, type);
        while (things.size() < most && found.hasNext()) {
            things.add(found.next().getSubject());
        }
        found.close();
        return things.stream();
    }

    Stream<Node> propertiesOf(Node thing) {
        return graph.find(thing, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toList().stream()
                .filter(property -> property.getURI().startsWith(Chy.NS))
                .distinct();
    }

    /// Its time as EDTF, of a value that is one.
    Optional<String> edtf(Node value) {
        return value.isURI()
                ? values(value, EDTF).map(Node::getLiteralLexicalForm).findFirst()
                : Optional.empty();
    }

    /// All times that stand at it, as EDTF.
    List<String> times(Node thing) {
        return graph.find(thing, Node.ANY, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .flatMap(value -> edtf(value).stream())
                .distinct()
                .toList();
    }

    /// The states that it is about in one step, and itself if it is one.
    Set<Node> states(Node thing) {
        Node state = Chy.term("State");
        Set<Node> states = new HashSet<>();
        Stream.concat(
                        Stream.of(thing),
                        graph
                                .find(thing, Node.ANY, Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList()
                                .stream())
                .filter(Node::isURI)
                .filter(node -> graph.contains(node, RDF.Nodes.type, state))
                .forEach(states::add);
        return states;
    }

    /// The items of Wikidata that it is linked to, such as `Q227`.
    List<String> wikidata(Node thing) {
        return items(thing, SKOS.exactMatch.asNode());
    }

    /// The items of Wikidata that somebody found to be something else.
    List<String> notSame(Node thing) {
        return items(thing, NOT_SAME_AS);
    }

    private List<String> items(Node thing, Node property) {
        return values(thing, property)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(WIKIDATA))
                .map(iri -> iri.substring(WIKIDATA.length()))
                .sorted()
                .toList();
    }

    /// What is linked to an item of Wikidata.
    List<Node> linkedTo(String item) {
        return graph.find(
                        Node.ANY, SKOS.exactMatch.asNode(), NodeFactory.createURI(WIKIDATA + item))
                .mapWith(Triple::getSubject)
                .filterKeep(node -> node.isURI() && isOurs(node.getURI()))
                .toList();
    }

    /// All names of a value: of a thing its labels and other names, of a text itself.
    Stream<String> names(Node value) {
        if (value.isLiteral()) {
            return Stream.of(value.getLiteralLexicalForm());
        }
        return Stream.concat(labels(value), values(value, SKOS.altLabel.asNode()))
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }

    List<String> otherNames(Node thing) {
        return values(thing, SKOS.altLabel.asNode())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }
}
