package chancery.release.dump;

import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// The named graphs in TriG, RDF 1.2: with the triple terms.
final class TrigFile implements QuadSink {
    private final OutputStream out;
    private final StreamRDF writer;

    TrigFile(OutputStream out, Base base) {
        this.out = out;
        this.writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS);
        writer.start();
        Prefixes.of(base).forEach(writer::prefix);
    }

    @Override
    public void quad(Quad quad) {
        writer.quad(quad);
    }

    @Override
    public void close() throws IOException {
        writer.finish();
        out.close();
    }
}
