package chancery.serve;

import chancery.page.ClassCount;
import chancery.page.GraphView;
import chancery.page.SitePaths;
import chancery.release.BrokenRelease;
import chancery.release.Release;
import chancery.release.ReleaseFiles;
import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/// An open release with what is counted once for all its pages.
///
/// @param sitePaths counted when they are asked for, then kept
/// @param described what it says of itself, the same way
record Served(
        Release release,
        List<ClassCount> counts,
        Viewpoints viewpoints,
        Supplier<List<String>> sitePaths,
        Supplier<Described> described) {
    /// Of each of these classes one thing is worth a first look.
    private static final List<String> SHOWN =
            List.of("State", "Agreement", "Event", "Claim", "Disagreement");

    /// @param description `release.ttl`
    /// @param examples    things worth a first look
    record Described(Graph description, List<Node> examples) {
        Described {
            examples = List.copyOf(examples);
        }

        private static Described of(Release release) {
            Graph description = GraphFactory.createDefaultGraph();
            RDFParser.fromString(release.description().turtle(), Lang.TURTLE).parse(description);
            List<Node> examples =
                    release.read(
                            dataset ->
                                    SHOWN.stream()
                                            .map(name -> first(dataset, name))
                                            .flatMap(Optional::stream)
                                            .toList());
            return new Described(description, examples);
        }

        private static Optional<Node> first(DatasetGraph dataset, String name) {
            return dataset.getDefaultGraph()
                    .find(Node.ANY, RDF.Nodes.type, Chy.term(name))
                    .mapWith(Triple::getSubject)
                    .nextOptional();
        }
    }

    /// Opens a release whose files are those that were written; each is read for that.
    ///
    /// @param folder of a release
    /// @throws BrokenRelease when one is not, too; it is named
    static Served open(Path folder) throws BrokenRelease, IOException {
        ReleaseFiles.require(folder);
        Release release = Release.open(folder);
        String base = release.description().base();
        try {
            return new Served(
                    release,
                    release.read(
                            dataset ->
                                    ClassCount.of(dataset, base, release.description().entities())),
                    new Viewpoints(release),
                    new Lazy<>(
                            () ->
                                    release.read(
                                            dataset -> SitePaths.of(new GraphView(dataset, base)))),
                    new Lazy<>(() -> Described.of(release)));
        } catch (RuntimeException e) {
            // the first long read of the database: where a damaged one shows
            release.close();
            throw new BrokenRelease(folder + ": found no readable database", e);
        }
    }

    String id() {
        return release.description().id();
    }

    /// What to tell the operator of it; `""` if all is as it should be.
    String note() {
        if (release.text().isEmpty()) {
            return "release %s has no text index, so that nothing can be searched: build makes one"
                    .formatted(id());
        }
        return ReleaseFiles.areListed(release.folder())
                ? ""
                : "release %s has no list of checksums, so that damage goes unseen: build makes one"
                        .formatted(id());
    }

    /// Reads inside one transaction.
    <T> T read(Function<GraphView, T> reader) {
        return release.read(
                dataset -> reader.apply(new GraphView(dataset, release.description().base())));
    }
}
