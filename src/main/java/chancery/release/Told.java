package chancery.release;

import chancery.vocab.Chy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/// What `release.ttl` says of the files and of the database of its release.
///
/// @param files by their path below `dumps/`
/// @param counts by what is counted, such as `triples` or `class <…>`
record Told(Map<String, File> files, Map<String, Long> counts) {
    static final String TRIPLES = "triples";
    static final String CLAIMS = "claims";
    static final String CLASS = "class ";
    static final String PROPERTY = "property ";
    static final String GRAPH = "graph ";
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /// @param sha256 64 hexadecimal digits
    record File(String sha256, String sizeBytes) {}

    static Told by(Description description, Graph graph) {
        Node release = NodeFactory.createURI(description.base() + "release/" + description.id());
        Reading reading = new Reading(graph);
        reading.count(TRIPLES, release, VOID.triples.asNode());
        reading.count(CLAIMS, release, Chy.term("claims"));
        reading.parts(
                release,
                CLASS,
                VOID.classPartition.asNode(),
                VOID._class.asNode(),
                VOID.entities.asNode());
        reading.properties(release, PROPERTY);
        for (Node part : reading.of(release, VOID.classPartition.asNode())) {
            String type = CLASS + "<" + reading.text(part, VOID._class.asNode()) + "> ";
            reading.properties(part, type + PROPERTY);
        }
        for (Node named : reading.of(release, VOID.subset.asNode())) {
            reading.count(GRAPH + "<" + named.getURI() + ">", named, VOID.triples.asNode());
        }
        for (Node file : reading.of(release, DCAT.distribution.asNode())) {
            reading.file(file);
        }
        return new Told(reading.files, reading.counts);
    }

    private static final class Reading {
        private final Graph graph;
        private final Map<String, File> files = new TreeMap<>();
        private final Map<String, Long> counts = new TreeMap<>();

        Reading(Graph graph) {
            this.graph = graph;
        }

        List<Node> of(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList();
        }

        private String text(Node subject, Node property) {
            return of(subject, property).stream()
                    .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                    .findFirst()
                    .orElse("");
        }

        /// What is no number is left out, and so found missing.
        void count(String name, Node subject, Node property) {
            String text = text(subject, property);
            if (text.matches("\\d{1,18}")) {
                counts.put(name, Long.parseLong(text));
            }
        }

        void properties(Node dataset, String kind) {
            parts(
                    dataset,
                    kind,
                    VOID.propertyPartition.asNode(),
                    VOID.property.asNode(),
                    VOID.triples.asNode());
        }

        void parts(Node dataset, String kind, Node partition, Node of, Node counted) {
            for (Node part : of(dataset, partition)) {
                count(kind + "<" + text(part, of) + ">", part, counted);
            }
        }

        void file(Node file) {
            String sha =
                    of(file, NodeFactory.createURI(SPDX + "checksum")).stream()
                            .map(sum -> text(sum, NodeFactory.createURI(SPDX + "checksumValue")))
                            .findFirst()
                            .orElse("");
            files.put(
                    text(file, DCTerms.title.asNode()),
                    new File(sha, text(file, DCAT.byteSize.asNode())));
        }
    }
}
