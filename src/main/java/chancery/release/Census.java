package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// What a release holds, counted while it is built, and again when it is verified.
///
/// @param triples triples of the default graph
/// @param quads quads of all named graphs
/// @param byClass class IRI → things typed so in the default graph
/// @param byProperty property IRI → triples of the default graph with it
/// @param byGraph graph IRI → its triples
/// @param byVerdict verdict IRI → claims
public record Census(
        long triples,
        long quads,
        Map<String, Long> byClass,
        Map<String, Long> byProperty,
        Map<String, Long> byGraph,
        Map<String, Long> byVerdict) {

    public Census {
        byClass = Map.copyOf(byClass);
        byProperty = Map.copyOf(byProperty);
        byGraph = Map.copyOf(byGraph);
        byVerdict = Map.copyOf(byVerdict);
    }

    /// Counts as it goes; keeps nothing.
    static Census of(Iterable<Quad> defaultGraph, Iterable<Quad> named) {
        Map<String, Long> classes = new TreeMap<>();
        Map<String, Long> properties = new TreeMap<>();
        Map<String, Long> verdicts = new TreeMap<>();
        long triples = 0;
        for (Quad quad : defaultGraph) {
            triples++;
            Node predicate = quad.getPredicate();
            properties.merge(predicate.getURI(), 1L, Long::sum);
            if (predicate.equals(RDF.Nodes.type)) {
                classes.merge(quad.getObject().getURI(), 1L, Long::sum);
            } else if (predicate.equals(Chy.term("verdict"))) {
                verdicts.merge(quad.getObject().getURI(), 1L, Long::sum);
            }
        }
        Map<String, Long> graphs = new TreeMap<>();
        named.forEach(quad -> graphs.merge(quad.getGraph().getURI(), 1L, Long::sum));
        long quads = graphs.values().stream().mapToLong(Long::longValue).sum();
        return new Census(triples, quads, classes, properties, graphs, verdicts);
    }

    /// What two parts hold together that have no triple in common.
    Census plus(Census other) {
        return new Census(
                triples + other.triples,
                quads + other.quads,
                sum(byClass, other.byClass),
                sum(byProperty, other.byProperty),
                sum(byGraph, other.byGraph),
                sum(byVerdict, other.byVerdict));
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

    /// Triples in a named graph.
    public long graph(Base base, String name) {
        return byGraph.getOrDefault(base.graph(name).getURI(), 0L);
    }
}
