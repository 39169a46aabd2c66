package chancery.release.dump;

import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/// A graph in Turtle, with prefixes, the triples of a subject together.
final class TurtleFile implements SubjectSink {
    private final OutputStream out;
    private final StreamRDF writer;

    /// @param about what is said of the file itself, before all else
    TurtleFile(OutputStream out, Base base, List<Triple> about) {
        this.out = out;
        this.writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        writer.start();
        Prefixes.of(base).forEach(writer::prefix);
        about.forEach(writer::triple);
    }

    @Override
    public void subject(Node subject, List<Triple> triples) {
        triples.forEach(writer::triple);
    }

    @Override
    public void close() throws IOException {
        writer.finish();
        out.close();
    }
}
