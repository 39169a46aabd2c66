package chancery.release.dump;

import chancery.release.CanonicalQuads;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Writes dumps of small graphs for tests, and reads them.
final class Dumped {
    static final Edition EDITION =
            new Edition(
                    Base.DEFAULT,
                    "0123456789abcdef",
                    LocalDate.of(2026, 1, 31),
                    12_345,
                    678,
                    Map.of("free", "https://example.org/free"));

    private static final String PREFIXES =
            """
            BASE <https://w3id.org/chancery/>
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX state: <https://w3id.org/chancery/id/state/>
            PREFIX agreement: <https://w3id.org/chancery/id/agreement/>
            """;

    private Dumped() {}

    /// @param turtle its prefixes need not be given
    static Graph graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    static Graph read(Path file) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(file).parse(graph);
        return graph;
    }

    /// Writes all forms of a default graph, and of the same as the graph `best`.
    static List<DumpedFile> write(Path folder, Graph graph) throws IOException {
        return write(folder, graph, EDITION);
    }

    static List<DumpedFile> write(Path folder, Graph graph, Edition edition) throws IOException {
        CanonicalQuads canonical = new CanonicalQuads();
        List<Triple> sorted = new ArrayList<>(graph.find().toList());
        sorted.sort(canonical.tripleOrder());
        try (Dumps dumps = new Dumps(folder, edition, canonical)) {
            for (SubjectSink forms : List.of(dumps.defaultGraph(), dumps.things())) {
                try (SubjectSink sink = forms) {
                    SubjectSink.each(sorted.iterator(), sink);
                }
            }
            try (QuadSink sink = dumps.namedGraphs()) {
                for (Triple triple : sorted) {
                    sink.quad(Quad.create(edition.base().graph("best"), triple));
                }
            }
            return dumps.finish();
        }
    }
}
