package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/// Reads `release.ttl`. The release is the one `dcat:Dataset` whose IRI ends in `release/<id>`.
final class DescriptionFile {
    private static final String PATH = "release/";

    private DescriptionFile() {}

    static Description read(Path file) throws BrokenRelease {
        Path release = file.getParent();
        if (release != null) {
            ReleaseFormat.require(release);
        }
        try {
            String turtle = Files.readString(file);
            return describe(file, graph(file, turtle), turtle);
        } catch (IOException e) {
            throw new BrokenRelease(file + ": found no readable file", e);
        }
    }

    /// @param turtle its text
    static Graph graph(Path file, String turtle) throws BrokenRelease {
        try {
            return RDFParser.fromString(turtle, Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .toGraph();
        } catch (RiotException e) {
            throw new BrokenRelease(file + ": found no Turtle: " + e.getMessage(), e);
        }
    }

    private static Description describe(Path file, Graph graph, String turtle)
            throws BrokenRelease {
        List<Node> found = new ArrayList<>();
        graph.find(Node.ANY, NodeConst.nodeRDFType, DCAT.Dataset.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(node -> node.isURI() && indexOfPath(node.getURI()) > 0)
                .forEach(found::add);
        if (found.size() != 1) {
            throw new BrokenRelease(
                    file
                            + ": found "
                            + found.size()
                            + " releases, expected one dcat:Dataset named <base>release/<id>");
        }
        Node release = found.get(0);
        int at = indexOfPath(release.getURI());
        return new Description(
                release.getURI().substring(0, at),
                release.getURI().substring(at + PATH.length()),
                text(graph, release, DCTerms.issued.asNode(), ""),
                number(text(graph, release, VOID.triples.asNode(), "-1")),
                partitions(graph, release),
                turtle);
    }

    /// Where `release/<id>` starts, if the rest after it is one path segment; else -1.
    private static int indexOfPath(String iri) {
        int at = iri.lastIndexOf("/" + PATH) + 1;
        return at > 0 && iri.indexOf('/', at + PATH.length()) < 0 ? at : -1;
    }

    private static Map<String, Long> partitions(Graph graph, Node release) {
        Map<String, Long> counts = new TreeMap<>();
        graph.find(release, VOID.classPartition.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .forEach(
                        part -> {
                            String type = text(graph, part, VOID._class.asNode(), "");
                            String count = text(graph, part, VOID.entities.asNode(), "0");
                            if (!type.isEmpty()) {
                                counts.put(type, number(count));
                            }
                        });
        return counts;
    }

    private static String text(Graph graph, Node subject, Node property, String otherwise) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .mapWith(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .nextOptional()
                .orElse(otherwise);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
