package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// Writes the dumps of a release: sorted, so that the same graph gives the same bytes and `diff`
/// shows what changed; each file also compressed; `SHA256SUMS` over all of them.
final class Dumps {
    private final Path folder;
    private final Base base;
    private final CanonicalQuads canonical;
    private final List<File> written = new ArrayList<>();

    Dumps(Path folder, Base base, CanonicalQuads canonical) {
        this.folder = folder;
        this.base = base;
        this.canonical = canonical;
    }

    /// @param plain the default graph, sorted
    /// @param named all named graphs, sorted
    void write(List<Quad> plain, List<Quad> named) throws IOException {
        List<Triple> triples = plain.stream().map(Quad::asTriple).toList();
        turtle("chancery.ttl", triples);
        nquads("chancery.nq", named);
        rdf(
                "chancery.trig",
                "application/trig",
                RDFFormat.TRIG_BLOCKS,
                out -> named.forEach(out::quad));
        Slices slices = new Slices(base, triples, canonical);
        turtle("disagreements.ttl", slices.disagreements());
        for (Map.Entry<String, List<Triple>> slice : new TreeMap<>(slices.bySource()).entrySet()) {
            turtle("sources/" + slice.getKey() + ".ttl", slice.getValue());
        }
        for (Map.Entry<String, List<Triple>> slice : new TreeMap<>(slices.byState()).entrySet()) {
            turtle("states/" + slice.getKey() + ".ttl", slice.getValue());
        }
        checksums();
    }

    List<File> written() {
        return List.copyOf(written);
    }

    private void turtle(String name, List<Triple> triples) throws IOException {
        rdf(name, "text/turtle", RDFFormat.TURTLE_BLOCKS, out -> triples.forEach(out::triple));
    }

    private void rdf(String name, String mediaType, RDFFormat format, Consumer<StreamRDF> content)
            throws IOException {
        try (OutputStream file = open(name, mediaType)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(file, format);
            writer.start();
            Prefixes.of(base).forEach(writer::prefix);
            content.accept(writer);
            writer.finish();
        }
        compress(name);
    }

    /// The very lines that the id of the release is made from, but for the triple terms: what reads
    /// RDF 1.1 stops at the first of them. Every claim says the same by `rdf:subject`,
    /// `rdf:predicate` and `rdf:object`.
    private void nquads(String name, List<Quad> quads) throws IOException {
        Node tripleTerms = base.graph("reifiers");
        try (OutputStream file = open(name, "application/n-quads")) {
            for (Quad quad : quads) {
                if (!quad.getGraph().equals(tripleTerms)) {
                    file.write((canonical.line(quad) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        compress(name);
    }

    private void compress(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name));
                OutputStream zipped =
                        new GZIPOutputStream(open(name + ".gz", "application/gzip"))) {
            in.transferTo(zipped);
        }
    }

    /// A file that adds itself to the list, with its checksum, when it is closed.
    private OutputStream open(String name, String mediaType) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        MessageDigest sha = CanonicalQuads.sha256();
        OutputStream file =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), sha);
        return new java.io.FilterOutputStream(file) {
            private boolean closed;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    super.close();
                    String hex = HexFormat.of().formatHex(sha.digest());
                    written.add(new File(name, mediaType, Files.size(path), hex));
                }
            }
        };
    }

    private void checksums() throws IOException {
        StringBuilder sums = new StringBuilder();
        written.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(f -> sums.append(f.sha256()).append("  ").append(f.name()).append('\n'));
        Files.write(folder.resolve("SHA256SUMS"), sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A dump as it lies on disk.
    ///
    /// @param name path below `dumps/`
    /// @param sha256 64 hexadecimal digits
    record File(String name, String mediaType, long sizeBytes, String sha256) {}
}
