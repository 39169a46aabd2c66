package chancery.view;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.evidence.ValueNodes;
import chancery.measure.Bound;
import chancery.measure.Quantity;
import chancery.measure.Unit;
import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/// Reads back from a release what the judge needs: claims, times and figures.
final class Released {
    private final DatasetGraph dataset;
    private final Base base;

    /// @param dataset of a release, inside a read transaction
    Released(DatasetGraph dataset, Base base) {
        this.dataset = dataset;
        this.base = base;
    }

    /// @return triples of a named graph such as `register`
    List<Triple> graph(String name) {
        return dataset.getGraph(base.graph(name)).find().toList();
    }

    /// @return claim → its node, as a source makes them
    Map<ClaimKey, Node> claims(String source) {
        Graph graph = dataset.getGraph(base.graph("source/" + source));
        Map<ClaimKey, Node> claims = new LinkedHashMap<>();
        graph.find(Node.ANY, RDF.Nodes.type, Chy.CLAIM)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(node -> claims.put(key(graph, node, source), node));
        return claims;
    }

    private static ClaimKey key(Graph graph, Node node, String source) {
        Triple said =
                Triple.create(
                        one(graph, node, RDF.Nodes.subject),
                        one(graph, node, RDF.Nodes.predicate),
                        one(graph, node, RDF.Nodes.object));
        String stance = one(graph, node, Chy.term("stance")).getURI().substring(Chy.NS.length());
        String saidIn = maybe(graph, node, Chy.term("saidIn")).map(Released::lastPart).orElse("");
        return new ClaimKey(said, source, Stance.of(stance), saidIn);
    }

    /// @param register triples of the register, in which times and figures are described
    ValueNodes values(List<Triple> register) {
        ValueNodes values = new ValueNodes(base);
        Map<Node, List<Triple>> figures = new LinkedHashMap<>();
        for (Triple triple : register) {
            Node node = triple.getSubject();
            if (triple.getPredicate().equals(Chy.term("edtf"))) {
                time(triple.getObject().getLiteralLexicalForm())
                        .ifPresent(time -> values.add(node, time));
            } else if (node.isURI() && node.getURI().startsWith(base.iri() + "id/quantity/")) {
                figures.computeIfAbsent(node, n -> new ArrayList<>()).add(triple);
            }
        }
        figures.forEach(
                (node, triples) -> figure(triples).ifPresent(figure -> values.add(node, figure)));
        return values;
    }

    private static Optional<Edtf> time(String edtf) {
        try {
            return Optional.of(Edtf.parse(edtf));
        } catch (BadTime e) {
            throw new IllegalStateException("a release has times that can be read", e);
        }
    }

    private static Optional<Quantity> figure(List<Triple> triples) {
        Map<String, Node> parts = new LinkedHashMap<>();
        triples.stream()
                .filter(triple -> triple.getPredicate().getURI().startsWith(Chy.NS))
                .forEach(
                        t ->
                                parts.put(
                                        t.getPredicate().getURI().substring(Chy.NS.length()),
                                        t.getObject()));
        Node value = parts.get("value");
        Node unit = parts.get("unit");
        Node bound = parts.get("bound");
        Node resolution = parts.get("resolution");
        if (value == null || unit == null || bound == null || resolution == null) {
            return Optional.empty();
        }
        Node upper = parts.get("upperValue");
        Optional<Unit> known =
                Arrays.stream(Unit.values()).filter(u -> u.iri().equals(unit.getURI())).findFirst();
        return known.map(
                u ->
                        new Quantity(
                                Bound.valueOf(
                                        lastPart(bound).replace('-', '_').toUpperCase(Locale.ROOT)),
                                number(value),
                                upper == null ? null : number(upper),
                                u,
                                number(resolution)));
    }

    /// As the tables write it: whole numbers without a point.
    private static BigDecimal number(Node literal) {
        BigDecimal plain = new BigDecimal(literal.getLiteralLexicalForm()).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Node one(Graph graph, Node node, Node property) {
        return maybe(graph, node, property)
                .orElseThrow(() -> new IllegalStateException(node + " without " + property));
    }

    private static Optional<Node> maybe(Graph graph, Node node, Node property) {
        return graph.find(node, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .findFirst();
    }

    static String lastPart(Node node) {
        String iri = node.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
