package chancery.serve;

import chancery.vocab.Chy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/// Writes graphs in the forms we offer; the same graph gives the same bytes (Turtle, N-Triples).
final class RdfText {
    private static final Map<String, String> PREFIXES =
            new TreeMap<>(
                    Map.of(
                            "chy", Chy.NS,
                            "dcterms", DCTerms.getURI(),
                            "rdf", RDF.getURI(),
                            "rdfs", RDFS.getURI(),
                            "skos", SKOS.getURI(),
                            "wd", "http://www.wikidata.org/entity/",
                            "xsd", XSD.getURI()));

    private RdfText() {}

    /// @param offer one of [Offer#GRAPHS]
    static String of(Graph graph, Offer offer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (offer.ending()) {
            case "ttl", "trig" -> {
                StreamRDF out = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TURTLE_BLOCKS);
                PREFIXES.forEach(out::prefix);
                stream(graph, out);
            }
            case "nt", "nq" ->
                    stream(graph, StreamRDFWriter.getWriterStream(bytes, RDFFormat.NTRIPLES_UTF8));
            case "jsonld" -> write(graph, RDFFormat.JSONLD11_PRETTY, bytes);
            case "rdf" -> write(graph, RDFFormat.RDFXML_PLAIN, bytes);
            default -> throw new IllegalArgumentException("no graph as " + offer.type());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Keeps the order of the triples where the form has one (Turtle, N-Triples, N-Quads).
    ///
    /// @param prefixes besides the usual ones
    static String inOrder(List<Triple> triples, Map<String, String> prefixes, Offer offer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (offer.ending()) {
            case "ttl", "trig" -> {
                StreamRDF out = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TURTLE_BLOCKS);
                PREFIXES.forEach(out::prefix);
                prefixes.forEach(out::prefix);
                send(triples, out);
            }
            // a graph in N-Quads is the same lines
            case "nt", "nq" ->
                    send(triples, StreamRDFWriter.getWriterStream(bytes, RDFFormat.NTRIPLES_UTF8));
            default -> {
                Graph graph = GraphFactory.createDefaultGraph();
                triples.forEach(graph::add);
                graph.getPrefixMapping().setNsPrefixes(prefixes);
                return of(graph, offer);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// A graph without triples.
    ///
    /// @param comment why there are none, where the form has comments; one line
    static String empty(String comment, Offer offer) {
        return switch (offer.ending()) {
            case "jsonld" -> "{\"@graph\": []}\n";
            case "rdf" -> "<rdf:RDF xmlns:rdf=\"" + RDF.getURI() + "\"/>\n";
            default -> "# " + comment.replaceAll("[^ -~]", "?") + "\n";
        };
    }

    /// Whether a form can carry triple terms at all.
    static boolean canTripleTerms(Offer offer) {
        return offer.equals(Offer.TURTLE)
                || offer.equals(Offer.NTRIPLES)
                || offer.equals(Offer.TRIG)
                || offer.equals(Offer.NQUADS);
    }

    private static void write(Graph graph, RDFFormat format, ByteArrayOutputStream bytes) {
        graph.getPrefixMapping().setNsPrefixes(PREFIXES);
        RDFWriter.source(graph).format(format).output(bytes);
    }

    private static void stream(Graph graph, StreamRDF out) {
        List<Triple> triples = new ArrayList<>(graph.find().toList());
        triples.sort(
                Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
                        .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
                        .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms));
        send(triples, out);
    }

    private static void send(List<Triple> triples, StreamRDF out) {
        out.start();
        triples.forEach(out::triple);
        out.finish();
    }
}
