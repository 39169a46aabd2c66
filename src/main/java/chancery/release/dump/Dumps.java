package chancery.release.dump;

import chancery.release.CanonicalQuads;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/// Writes the dumps of a release: sorted, so that the same graph gives the same bytes and `diff`
/// shows what changed; each file also compressed; `SHA256SUMS` over all of them.
///
/// Each sink is given all that it wants and closed; then [#finish]. Whoever gives up before leaves
/// the folder to whoever made it.
public final class Dumps {
    private static final String TURTLE = "text/turtle";

    private final DumpFolder folder;
    private final Base base;
    private final CanonicalQuads canonical;

    /// @param folder made when it is not there
    public Dumps(Path folder, Base base, CanonicalQuads canonical) {
        this.folder = new DumpFolder(folder);
        this.base = base;
        this.canonical = canonical;
    }

    /// Writes all forms of the default graph.
    public SubjectSink defaultGraph() throws IOException {
        return slice("chancery");
    }

    /// Writes all forms of the named graphs.
    public QuadSink namedGraphs() throws IOException {
        QuadSink lines =
                new QuadLines(
                        folder.open("chancery.nq", "application/n-quads"),
                        canonical,
                        base.graph("reifiers"));
        QuadSink trig = new TrigFile(folder.open("chancery.trig", "application/trig"), base);
        return new QuadSink() {
            @Override
            public void quad(Quad quad) throws IOException {
                lines.quad(quad);
                trig.quad(quad);
            }

            @Override
            public void close() throws IOException {
                try (lines;
                        trig) {
                    // closed in any case, even when one of them cannot be
                }
            }
        };
    }

    /// Writes a part of the default graph.
    ///
    /// @param name path below the folder, without ending, such as `states/russia`
    public SubjectSink slice(String name) throws IOException {
        return new TurtleFile(folder.open(name + ".ttl", TURTLE), base);
    }

    /// Ends the work, when all sinks are closed.
    ///
    /// @return all files, sorted by name
    public List<DumpedFile> finish() throws IOException {
        folder.checksums();
        return folder.written();
    }
}
