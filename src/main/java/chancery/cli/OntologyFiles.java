package chancery.cli;

import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/// The ontology of a folder, and beside it the shapes, which say what a release must be and are no
/// part of it.
final class OntologyFiles {
    private static final String SHAPES = "shapes.ttl";

    private OntologyFiles() {}

    /// All files but the shapes, without blank nodes.
    static Graph ontology(Path folder, Base base) throws Refusal {
        Graph all = GraphFactory.createGraphMem();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList()) {
                if (!file.endsWith(SHAPES)) {
                    parse(file, new Skolem(base, file.getFileName().toString(), all));
                }
            }
        } catch (IOException e) {
            throw new Refusal(folder + ": found it not readable, expected the ontology");
        }
        return all;
    }

    static Graph shapes(Path folder) throws Refusal {
        Graph shapes = GraphFactory.createGraphMem();
        parse(folder.resolve(SHAPES), StreamRDFLib.graph(shapes));
        return shapes;
    }

    private static void parse(Path file, StreamRDF into) throws Refusal {
        try {
            RDFParser.source(file)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(into);
        } catch (RiotException e) {
            throw new Refusal(file + ": found " + e.getMessage() + ", expected Turtle");
        }
    }
}
