package chancery.evidence;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Writes a claim as RDF: one IRI that is `rdf:Statement` for RDF 1.1 and a reifier for RDF 1.2.
///
/// The claim stands in the graph of its source, its triple term in `graph/reifiers` alone (tools of
/// RDF 1.1 break on triple terms), its CSV row in `graph/rows`, which no hash covers.
public final class ClaimWriter {
    private static final Node REIFIES =
            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");
    private static final Node DERIVED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private final Base base;
    private final String folder;
    private final Map<String, List<Node>> speakers;
    private final Consumer<Quad> out;

    /// @param folder of the tables as positions name it; left out of the IRIs of rows
    /// @param speakers id of a statement → who speaks in it
    public ClaimWriter(
            Base base, String folder, Map<String, List<Node>> speakers, Consumer<Quad> out) {
        this.base = base;
        this.folder = folder;
        this.speakers = speakers;
        this.out = out;
    }

    public void write(Claim claim) {
        ClaimKey key = claim.key();
        Node node = key.node(base);
        Node graph = base.graph("source/" + key.source());
        Triple said = key.triple();
        put(graph, node, RDF.Nodes.type, Chy.CLAIM);
        put(graph, node, RDF.Nodes.type, RDF.Nodes.Statement);
        put(graph, node, RDF.Nodes.subject, said.getSubject());
        put(graph, node, RDF.Nodes.predicate, said.getPredicate());
        put(graph, node, RDF.Nodes.object, said.getObject());
        put(graph, node, Chy.term("statedIn"), base.id("source", key.source()));
        put(graph, node, Chy.term("stance"), key.stance().node());
        if (!key.saidIn().isEmpty()) {
            put(graph, node, Chy.term("saidIn"), base.id("statement", key.saidIn()));
            for (Node speaker : speakers.getOrDefault(key.saidIn(), List.of())) {
                put(graph, node, Chy.term("saidBy"), speaker);
            }
        }
        claim.supports().forEach(support -> write(graph, node, support));
        put(base.graph("reifiers"), node, REIFIES, NodeFactory.createTripleTerm(said));
    }

    private void write(Node graph, Node node, Support support) {
        for (Passage passage : support.passages()) {
            put(graph, node, Chy.term("passage"), passage.node(base));
        }
        support.row().ifPresent(row -> write(graph, node, row));
        if (!support.gist().isEmpty()) {
            put(graph, node, Chy.term("gist"), NodeFactory.createLiteralLang(support.gist(), "en"));
        }
        if (!support.asWritten().isEmpty()) {
            Node words = NodeFactory.createLiteralString(support.asWritten());
            put(graph, node, Chy.term("asWritten"), words);
        }
        for (String excuse : support.excuses()) {
            put(graph, node, Chy.term("excuse"), NodeFactory.createLiteralString(excuse));
        }
        if (support.row().isPresent()) {
            return;
        }
        Node row =
                NodeFactory.createURI(
                        base.iri()
                                + "seeds/"
                                + support.position().file().substring(folder.length())
                                + "#row="
                                + support.position().record());
        put(base.graph("rows"), node, DERIVED, row);
    }

    private void write(Node graph, Node node, TableRow row) {
        Node passage = row.node(base);
        put(graph, node, Chy.term("passage"), passage);
        put(graph, passage, RDF.Nodes.type, Chy.term("TableRow"));
        put(graph, passage, Chy.term("source"), base.id("source", row.source()));
    }

    private void put(Node graph, Node s, Node p, Node o) {
        out.accept(Quad.create(graph, s, p, o));
    }
}
