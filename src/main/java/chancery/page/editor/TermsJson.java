package chancery.page.editor;

import chancery.page.GraphView;
import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/// The words of which a query is made, as JSON: prefixes, and the classes, properties and values of
/// the ontology with those of other vocabularies that the release uses.
///
/// @param prefixes   namespaces by prefix
/// @param classes    how many things the release has of each class, by IRI
/// @param properties how many triples it has with each property, likewise
public record TermsJson(
        Map<String, String> prefixes, Map<String, Long> classes, Map<String, Long> properties) {
    private static final int LONGEST_DEFINITION = 200;

    /// Those used most come first; among them by name.
    public String of(GraphView graph) {
        JsonObject all = new JsonObject();
        JsonObject spaces = new JsonObject();
        prefixes.forEach(spaces::put);
        all.put("prefixes", spaces);
        JsonArray terms = new JsonArray();
        Set<String> known = new LinkedHashSet<>();
        add("class", iris(graph, classes, OWL.Class.asNode()), classes, known, graph, terms);
        add(
                "property",
                iris(
                        graph,
                        properties,
                        OWL.ObjectProperty.asNode(),
                        OWL.DatatypeProperty.asNode(),
                        OWL.AnnotationProperty.asNode()),
                properties,
                known,
                graph,
                terms);
        List<String> values =
                known.stream()
                        .filter(iri -> iri.startsWith(Chy.NS))
                        .flatMap(
                                iri ->
                                        graph
                                                .subjects(
                                                        RDF.Nodes.type, NodeFactory.createURI(iri))
                                                .stream())
                        .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
                        .map(Node::getURI)
                        .toList();
        add("value", values, Map.of(), known, graph, terms);
        all.put("terms", terms);
        return JSON.toStringFlat(all) + "\n";
    }

    private static List<String> iris(GraphView graph, Map<String, Long> used, Node... types) {
        Stream<String> ours =
                Stream.of(types)
                        .flatMap(type -> graph.subjects(RDF.Nodes.type, type).stream())
                        .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
                        .map(Node::getURI);
        return Stream.concat(ours, used.keySet().stream())
                .distinct()
                .sorted(
                        Comparator.comparingLong((String iri) -> -used.getOrDefault(iri, 0L))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private void add(
            String kind,
            List<String> iris,
            Map<String, Long> used,
            Set<String> known,
            GraphView graph,
            JsonArray terms) {
        for (String iri : iris) {
            Optional<String> name = name(iri);
            if (name.isPresent() && known.add(iri)) {
                Node node = NodeFactory.createURI(iri);
                JsonObject term = new JsonObject();
                term.put("name", name.get());
                term.put("kind", kind);
                term.put("label", graph.link(node).text());
                String definition = graph.text(node, SKOS.definition.asNode());
                if (!definition.isEmpty()) {
                    term.put("definition", cut(definition));
                }
                if (used.getOrDefault(iri, 0L) > 0) {
                    term.put("uses", used.getOrDefault(iri, 0L));
                }
                terms.add(term);
            }
        }
    }

    /// With the longest namespace that fits; only what can be written without a percent sign.
    private Optional<String> name(String iri) {
        return prefixes.entrySet().stream()
                .filter(each -> iri.startsWith(each.getValue()))
                .max(Comparator.comparingInt(each -> each.getValue().length()))
                .map(each -> each.getKey() + ":" + iri.substring(each.getValue().length()))
                .filter(name -> name.matches("\\w+:[A-Za-z_][\\w-]*"));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_DEFINITION
                ? text.substring(0, LONGEST_DEFINITION - 1) + "…"
                : text;
    }
}
