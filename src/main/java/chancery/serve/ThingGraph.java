package chancery.serve;

import chancery.vocab.Chy;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// What data about a thing says: its triples, the claims about it, and the labels of all it names.
final class ThingGraph {
    private final DatasetGraph dataset;
    private final Node reifiers;

    ThingGraph(DatasetGraph dataset, String base) {
        this.dataset = dataset;
        this.reifiers = NodeFactory.createURI(base + "graph/reifiers");
    }

    /// @param tripleTerms whether to say of each claim which triple it reifies (RDF 1.2)
    Graph of(Node thing, boolean tripleTerms) {
        Graph all = dataset.getDefaultGraph();
        Graph result = GraphFactory.createDefaultGraph();
        all.find(thing, Node.ANY, Node.ANY).forEach(result::add);
        List<Node> claims =
                all.find(Node.ANY, RDF.Nodes.subject, thing).mapWith(Triple::getSubject).toList();
        for (Node claim : claims) {
            all.find(claim, Node.ANY, Node.ANY).forEach(result::add);
        }
        if (tripleTerms) {
            Stream<Node> reifying =
                    all.contains(thing, RDF.Nodes.type, Chy.CLAIM)
                            ? Stream.concat(claims.stream(), Stream.of(thing))
                            : claims.stream();
            reifying.forEach(
                    claim ->
                            dataset.find(reifiers, claim, Node.ANY, Node.ANY)
                                    .forEachRemaining(quad -> result.add(quad.asTriple())));
        }
        addLabels(all, result);
        return result;
    }

    private static void addLabels(Graph all, Graph result) {
        List<Node> named =
                result.find().mapWith(Triple::getObject).filterKeep(Node::isURI).toList().stream()
                        .distinct()
                        .toList();
        for (Node node : named) {
            all.find(node, RDFS.Nodes.label, Node.ANY).forEach(result::add);
            all.find(node, SKOS.prefLabel.asNode(), Node.ANY).forEach(result::add);
        }
    }
}
