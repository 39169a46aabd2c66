package chancery.evidence;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/// What was verified of a release, as Turtle: in all, and of each source. It stands beside the
/// release's description and is no part of what the release's id is made from.
public final class EvidenceReport {
    private final Base base;
    private final Node release;
    private final Graph graph = GraphFactory.createGraphMem();

    private EvidenceReport(Base base, String id) {
        this.base = base;
        this.release = NodeFactory.createURI(base.iri() + "release/" + id);
    }

    /// @param id of the release
    /// @param tallies source → what was verified of it
    /// @return the same text for the same numbers
    public static String turtle(Base base, String id, Map<String, Tally> tallies) {
        EvidenceReport report = new EvidenceReport(base, id);
        report.graph.getPrefixMapping().setNsPrefix("chy", Chy.NS);
        report.graph.getPrefixMapping().setNsPrefix("dcterms", DCTerms.NS);
        report.count(
                report.release,
                tallies.values().stream().reduce(new Tally(0, 0, 0, 0, 0, 0), Tally::plus));
        tallies.forEach(report::source);
        return RDFWriter.source(report.graph).lang(Lang.TURTLE).asString();
    }

    private void source(String source, Tally tally) {
        Node part = NodeFactory.createURI(release.getURI() + "#evidence-" + source);
        add(part, DCTerms.isPartOf.asNode(), release);
        add(part, Chy.term("source"), base.id("source", source));
        count(part, tally);
    }

    private void count(Node of, Tally tally) {
        number(of, "passagesRegistered", tally.passages());
        number(of, "passagesChecked", tally.checked());
        number(of, "passagesSupported", tally.supported());
        number(of, "passagesExcused", tally.excused());
        number(of, "rowsChecked", tally.rows());
        number(of, "rowsExcused", tally.excusedRows());
    }

    private void number(Node of, String property, int count) {
        add(
                of,
                Chy.term(property),
                NodeFactory.createLiteralByValue(count, XSDDatatype.XSDinteger));
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
