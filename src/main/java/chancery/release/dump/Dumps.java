package chancery.release.dump;

import chancery.release.CanonicalQuads;
import chancery.release.dump.archive.DatabaseArchive;
import chancery.release.dump.table.Tables;
import chancery.vocab.Base;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;

/// Writes the dumps of a release: sorted, so that the same graph gives the same bytes and `diff`
/// shows what changed; each file also compressed; `SHA256SUMS` over all of them. Each says of which
/// release it is.
///
/// Each sink is given all that it wants and closed, then comes [#finish], and [#close] in any case.
/// Sinks may be used by several threads, each by one. Whoever gives up before deletes the folder.
public final class Dumps implements Closeable {
    private static final String TURTLE = "text/turtle";
    private static final String WHOLE = "The default graph, which a query sees";

    private static final Map<String, String> PARTS =
            Map.of(
                    "best", "The graph of accepted claims alone",
                    "disagreements", "What the sources disagree about",
                    "sources/", "What one source says",
                    "states/", "What there is about one state",
                    "classes/", "The things of one class");

    private final DumpFolder folder;
    private final Edition edition;
    private final CanonicalQuads canonical;

    /// @param folder made when it is not there
    public Dumps(Path folder, Edition edition, CanonicalQuads canonical) {
        this(new DumpFolder(folder), edition, canonical);
    }

    /// @param log knows what an earlier build has written
    public Dumps(Path folder, Edition edition, CanonicalQuads canonical, DumpLog log) {
        this(new DumpFolder(folder, log), edition, canonical);
    }

    private Dumps(DumpFolder folder, Edition edition, CanonicalQuads canonical) {
        this.folder = folder;
        this.edition = edition;
        this.canonical = canonical;
    }

    /// Writes a part, unless an earlier build has.
    ///
    /// @param name of the part, for the log
    public void once(String name, Writing writing) throws IOException {
        DumpFolder part = folder.part(name);
        if (!part.isDone()) {
            writing.write(new Dumps(part, edition, canonical));
            part.done();
        }
    }

    /// Writes some files, and closes them.
    @FunctionalInterface
    public interface Writing {
        /// @param into neither finished nor closed
        void write(Dumps into) throws IOException;
    }

    /// Writes the default graph.
    public SubjectSink defaultGraph() throws IOException {
        return turtle("chancery", WHOLE, List.of());
    }

    /// Writes the other forms of the default graph: of what the named graphs hold, for whoever has
    /// a large table needs it neither as JSON nor as a table again.
    public SubjectSink things() throws IOException {
        return Together.of(
                List.of(
                        new JsonLdFile(
                                folder.open("chancery.jsonld", "application/ld+json"),
                                edition.base()),
                        new SssomFile(
                                folder.open(SssomFile.NAME, "text/tab-separated-values"), edition),
                        new Tables(folder, edition),
                        new ByClass(name -> slice("classes/" + name))));
    }

    /// Writes all forms of the named graphs.
    public QuadSink namedGraphs() throws IOException {
        Base base = edition.base();
        return Together.ofQuads(
                List.of(
                        new QuadLines(
                                commented(
                                        "chancery.nq",
                                        "application/n-quads",
                                        "All named graphs but that of the triple terms"),
                                canonical,
                                base.graph("reifiers")),
                        new TrigFile(
                                commented(
                                        "chancery.trig",
                                        "application/trig",
                                        "All named graphs, RDF 1.2"),
                                base),
                        new OneGraph(base.graph("best"), slice("best"))));
    }

    /// Writes a part of the default graph, and what file it is in.
    ///
    /// @param name path below the folder, without ending, such as `states/russia`
    public SubjectSink slice(String name) throws IOException {
        String kind = name.substring(0, name.lastIndexOf('/') + 1);
        String what = PARTS.getOrDefault(kind.isEmpty() ? name : kind, "A part of the graph");
        return turtle(name, what, edition.about(name + ".ttl"));
    }

    /// Packs the finished database, which nobody may have open, for other servers.
    ///
    /// @param database folder of the TDB2 database
    public void database(Path database) throws IOException {
        DatabaseArchive.write(database, edition, folder);
    }

    private SubjectSink turtle(String name, String what, List<Triple> about) throws IOException {
        return new TurtleFile(commented(name + ".ttl", TURTLE, what), edition.base(), about);
    }

    private OutputStream commented(String name, String mediaType, String what) throws IOException {
        OutputStream file = folder.open(name, mediaType);
        file.write(edition.comment(what, Edition.source(name)).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /// Ends the work, when all sinks are closed.
    ///
    /// @return all files, sorted by name
    public List<DumpedFile> finish() throws IOException {
        return folder.finish();
    }

    /// When this returns nothing is written any more.
    @Override
    public void close() {
        folder.close();
    }
}
