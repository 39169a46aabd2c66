package chancery.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;

/// `RunCarml MAPPING FOLDER OUT`: the mapping over the tables of a folder, statement by
/// statement to a file.
public final class RunCarml {
    private RunCarml() {}

    public static void main(String[] args) throws IOException {
        RdfRmlMapper mapper =
                RdfRmlMapper.builder()
                        .triplesMaps(
                                RmlMappingLoader.build().load(RDFFormat.TURTLE, Path.of(args[0])))
                        .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
                        .fileResolver(Path.of(args[1]))
                        .build();
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])), 1 << 16)) {
            RDFHandler writer = new NTriplesWriter(out);
            writer.startRDF();
            mapper.map().doOnNext(writer::handleStatement).blockLast();
            writer.endRDF();
        }
    }
}
