package chancery.bench;

import be.ugent.idlab.knows.functions.agent.Agent;
import be.ugent.idlab.knows.functions.agent.Arguments;
import be.ugent.rml.Executor;
import be.ugent.rml.StrictMode;
import be.ugent.rml.records.RecordsFactory;
import be.ugent.rml.store.QuadStore;
import be.ugent.rml.store.RDF4JStore;
import be.ugent.rml.store.SimpleQuadStore;
import be.ugent.rml.term.NamedNode;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.slf4j.LoggerFactory;

/// `RunRmlMapper MAPPING FOLDER OUT`: what RMLMapper's own command does, level of its log
/// included; that command itself asks for functions that are not on Maven Central. Quads
/// without a graph are N-Triples.
public final class RunRmlMapper {
    private RunRmlMapper() {}

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        QuadStore mapping = new RDF4JStore();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            mapping.read(in, "", RDFFormat.TURTLE);
        }
        QuadStore triples = new SimpleQuadStore();
        Executor executor =
                new Executor(
                        mapping,
                        new RecordsFactory(args[1]),
                        triples,
                        "https://b.example/",
                        StrictMode.BEST_EFFORT,
                        new NoFunctions());
        QuadStore result =
                executor.execute(List.of(), false, null)
                        .get(new NamedNode("rmlmapper://default.store"));
        try (BufferedWriter out =
                Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8)) {
            result.write(out, "nquads");
        }
    }

    private static final class NoFunctions implements Agent {
        @Override
        public Object execute(String function, Arguments arguments) {
            throw new UnsupportedOperationException(function);
        }

        @Override
        public Object execute(String function, Arguments arguments, boolean debug) {
            throw new UnsupportedOperationException(function);
        }

        @Override
        public void close() throws IOException {
            // holds nothing
        }
    }
}
