package chancery.page;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import chancery.vocab.Prefixes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The terms of the ontology: classes, properties, and the named individuals of its own classes.
public record OntologyPage(List<Section> sections) {
    /// How a term can lie beside one of another vocabulary, as it is said on the page.
    private static final Map<Node, String> ALIGNMENTS =
            new TreeMap<>(Comparator.comparing(Node::getURI));

    static {
        ALIGNMENTS.put(Chy.term("nearestTerm"), "nearest term elsewhere");
        ALIGNMENTS.put(Terms.SUBCLASS_OF, "a kind of");
        ALIGNMENTS.put(Terms.SUBPROPERTY_OF, "implies");
        ALIGNMENTS.put(OWL2.equivalentClass.asNode(), "the same as");
        ALIGNMENTS.put(OWL2.equivalentProperty.asNode(), "the same as");
        ALIGNMENTS.put(OWL2.inverseOf.asNode(), "the reverse of");
        ALIGNMENTS.put(SKOS.exactMatch.asNode(), "the same as");
        ALIGNMENTS.put(SKOS.closeMatch.asNode(), "close to");
        ALIGNMENTS.put(SKOS.broadMatch.asNode(), "narrower than");
        ALIGNMENTS.put(SKOS.narrowMatch.asNode(), "wider than");
        ALIGNMENTS.put(SKOS.relatedMatch.asNode(), "related to");
    }

    private static final Map<String, String> MORE_PREFIXES =
            Map.of(
                    "http://www.cidoc-crm.org/cidoc-crm/", "crm",
                    "http://data.europa.eu/eli/ontology#", "eli",
                    "http://id.loc.gov/datatypes/edtf/", "edtf",
                    "http://purl.org/linked-data/cube#", "qb",
                    "http://qudt.org/schema/qudt/", "qudt",
                    "http://semanticweb.cs.vu.nl/2009/11/sem/", "sem",
                    "http://www.w3.org/2006/time#", "time",
                    "http://www.w3.org/ns/org#", "org");

    /// Terms of one sort.
    ///
    /// @param id anchor on the page
    public record Section(String id, String title, List<Term> terms) {}

    /// @param name       local name, the anchor on the page
    /// @param alignments other terms, of here and elsewhere, under how they lie beside this one
    /// @param usedBy     the example question that uses it, if it is among those of this server
    /// @param instances  the page that lists what is of this class; no link if it is no class
    public record Term(
            String name,
            Link label,
            List<Link> definitions,
            List<Link> examples,
            Map<String, List<Link>> alignments,
            Optional<Example> usedBy,
            Link instances) {}

    /// @param base     the release's base IRI
    /// @param examples the questions of this server
    public static OntologyPage of(GraphView graph, String base, List<Example> examples) {
        return new Reading(graph, base, examples).page();
    }

    private record Reading(GraphView graph, String base, List<Example> examples) {
        OntologyPage page() {
            List<Section> sections = new ArrayList<>();
            sections.add(section("classes", "Classes", OWL.Class.asNode(), RDFS.Class.asNode()));
            sections.add(
                    section(
                            "properties",
                            "Properties",
                            OWL.ObjectProperty.asNode(),
                            OWL.DatatypeProperty.asNode(),
                            OWL.AnnotationProperty.asNode(),
                            RDF.Property.asNode()));
            sections.add(
                    section(
                            "values",
                            "Values",
                            sections.getFirst().terms().stream()
                                    .map(term -> Chy.term(term.name()))
                                    .toArray(Node[]::new)));
            return new OntologyPage(sections);
        }

        private Section section(String id, String title, Node... types) {
            return new Section(
                    id,
                    title,
                    Stream.of(types)
                            .flatMap(type -> graph.subjects(Terms.TYPE, type).stream())
                            .distinct()
                            .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
                            .sorted(Comparator.comparing(Node::getURI))
                            .map(this::term)
                            .toList());
        }

        private Term term(Node node) {
            String name = node.getURI().substring(Chy.NS.length());
            boolean hasThings =
                    graph.isA(node, OWL.Class.asNode()) && graph.typed(node).findAny().isPresent();
            return new Term(
                    name,
                    graph.link(node),
                    graph.links(node, Terms.DEFINITION),
                    graph.links(node, SKOS.example.asNode()),
                    alignments(node),
                    usedBy(node),
                    hasThings ? Link.to("all of them", "/class/" + name) : Link.to("", ""));
        }

        private Map<String, List<Link>> alignments(Node term) {
            Map<String, List<Link>> found = new TreeMap<>();
            ALIGNMENTS.forEach(
                    (property, words) ->
                            graph.objects(term, property).stream()
                                    .filter(Node::isURI)
                                    .map(this::named)
                                    .forEach(
                                            link ->
                                                    found.computeIfAbsent(
                                                                    words, k -> new ArrayList<>())
                                                            .add(link)));
            return found;
        }

        /// By prefix and name, as people who know vocabularies call it.
        private Link named(Node node) {
            String iri = node.getURI();
            Map<String, String> prefixes = new TreeMap<>(MORE_PREFIXES);
            Prefixes.of(new Base(base)).forEach((prefix, space) -> prefixes.put(space, prefix));
            return prefixes.entrySet().stream()
                    .filter(entry -> iri.startsWith(entry.getKey()))
                    .findFirst()
                    .map(entry -> entry.getValue() + ":" + iri.substring(entry.getKey().length()))
                    .map(text -> Link.to(text, graph.path(iri)))
                    .orElseGet(() -> Link.to(iri, graph.path(iri)));
        }

        private Optional<Example> usedBy(Node term) {
            return graph.objects(term, Chy.term("usedBy")).stream()
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .flatMap(
                            file ->
                                    examples.stream()
                                            .filter(each -> file.equals(each.name() + ".rq")))
                    .findFirst();
        }
    }
}
