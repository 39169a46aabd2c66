package chancery.release;

import chancery.release.graph.EntryReading;
import chancery.release.graph.SortedGraph;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// What a release holds, counted while it is built, and again when it is verified.
///
/// @param triples triples of the default graph
/// @param quads quads of all named graphs
/// @param byClass class IRI → things typed so in the default graph
/// @param byProperty property IRI → triples of the default graph with it
/// @param byClassProperty IRI of a class of ours → property IRI → triples of the default graph
///     with it and a subject of that class
/// @param byGraph graph IRI → its triples
/// @param byVerdict verdict IRI → claims
/// @param licences source IRI → licence of its text, as far as it is known
public record Census(
        long triples,
        long quads,
        Map<String, Long> byClass,
        Map<String, Long> byProperty,
        Map<String, Map<String, Long>> byClassProperty,
        Map<String, Long> byGraph,
        Map<String, Long> byVerdict,
        Map<String, String> licences) {

    public Census {
        byClass = Map.copyOf(byClass);
        byProperty = Map.copyOf(byProperty);
        byClassProperty = Map.copyOf(byClassProperty);
        byGraph = Map.copyOf(byGraph);
        byVerdict = Map.copyOf(byVerdict);
        licences = Map.copyOf(licences);
    }

    /// Counts as it goes; keeps nothing.
    ///
    /// @param defaultGraph the triples of one subject come one after another
    static Census of(Iterable<Quad> defaultGraph, Iterable<Quad> named) {
        Count count = new Count();
        defaultGraph.forEach(quad -> count.triple(quad.asTriple()));
        named.forEach(quad -> count.quadOf(quad.getGraph()));
        return count.census();
    }

    static Census of(SortedGraph graph) throws IOException {
        Count count = new Count();
        try (EntryReading<Triple> triples = graph.triples();
                EntryReading<Quad> quads = graph.quads()) {
            triples.forEachRemaining(count::triple);
            quads.forEachRemaining(quad -> count.quadOf(quad.getGraph()));
        }
        return count.census();
    }

    /// What has been counted so far; keeps nothing else but one subject's classes and properties.
    private static final class Count {
        private static final Node VERDICT = Chy.term("verdict");
        private static final Node LICENCE = Chy.term("licence");

        private final Map<String, Long> classes = new TreeMap<>();
        private final Map<Node, Long> properties = new HashMap<>();
        private final Map<Node, Long> graphs = new HashMap<>();
        private final Map<String, Long> verdicts = new TreeMap<>();
        private final Map<String, String> licences = new TreeMap<>();
        private final Map<Node, Map<Node, Long>> classProperties = new HashMap<>();
        private final List<Node> ofSubjectClasses = new ArrayList<>();
        private final Map<Node, Long> ofSubject = new HashMap<>();
        private Node subject = Node.ANY;
        private long triples;

        /// One more triple of the default graph.
        void triple(Triple triple) {
            triples++;
            Node predicate = triple.getPredicate();
            properties.merge(predicate, 1L, Long::sum);
            if (!triple.getSubject().equals(subject)) {
                endSubject();
                subject = triple.getSubject();
            }
            ofSubject.merge(predicate, 1L, Long::sum);
            if (predicate.equals(RDF.Nodes.type)) {
                classes.merge(triple.getObject().getURI(), 1L, Long::sum);
                if (triple.getObject().getURI().startsWith(Chy.NS)) {
                    ofSubjectClasses.add(triple.getObject());
                }
            } else if (predicate.equals(VERDICT)) {
                verdicts.merge(triple.getObject().getURI(), 1L, Long::sum);
            } else if (predicate.equals(LICENCE) && triple.getObject().isURI()) {
                String licence = triple.getObject().getURI();
                licences.merge(triple.getSubject().getURI(), licence, Count::least);
            }
        }

        private void endSubject() {
            for (Node type : ofSubjectClasses) {
                Map<Node, Long> counts =
                        classProperties.computeIfAbsent(type, k -> new HashMap<>());
                ofSubject.forEach((property, count) -> counts.merge(property, count, Long::sum));
            }
            ofSubjectClasses.clear();
            ofSubject.clear();
        }

        /// Of several the same one each time.
        private static String least(String one, String other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        /// One more quad of a named graph.
        void quadOf(Node graph) {
            graphs.merge(graph, 1L, Long::sum);
        }

        Census census() {
            endSubject();
            Map<String, Map<String, Long>> byClassProperty = new TreeMap<>();
            classProperties.forEach(
                    (type, counts) -> byClassProperty.put(type.getURI(), byIri(counts)));
            Map<String, Long> byGraph = byIri(graphs);
            long quads = byGraph.values().stream().mapToLong(Long::longValue).sum();
            return new Census(
                    triples,
                    quads,
                    classes,
                    byIri(properties),
                    byClassProperty,
                    byGraph,
                    verdicts,
                    licences);
        }

        private static Map<String, Long> byIri(Map<Node, Long> counts) {
            Map<String, Long> named = new TreeMap<>();
            counts.forEach((node, count) -> named.put(node.getURI(), count));
            return named;
        }
    }

    /// What two parts hold together that have no triple in common, and of which the other has
    /// nothing that is of a class of ours.
    Census plus(Census other) {
        return new Census(
                triples + other.triples,
                quads + other.quads,
                sum(byClass, other.byClass),
                sum(byProperty, other.byProperty),
                byClassProperty,
                sum(byGraph, other.byGraph),
                sum(byVerdict, other.byVerdict),
                licences.isEmpty() ? other.licences : licences);
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    /// @param localName of a class of our ontology, such as `Claim`
    public long of(String localName) {
        return byClass.getOrDefault(Chy.NS + localName, 0L);
    }

    /// The licences by the id of the source instead of its IRI.
    Map<String, String> licencesById() {
        Map<String, String> byId = new TreeMap<>();
        licences.forEach(
                (iri, licence) -> byId.put(iri.substring(iri.lastIndexOf('/') + 1), licence));
        return byId;
    }

    /// Triples in a named graph.
    public long graph(Base base, String name) {
        return byGraph.getOrDefault(base.graph(name).getURI(), 0L);
    }
}
