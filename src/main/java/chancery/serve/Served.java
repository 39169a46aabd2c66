package chancery.serve;

import chancery.guard.endpoint.EndpointFailure;
import chancery.guard.endpoint.StoreEndpoint;
import chancery.page.ClassCount;
import chancery.page.Frame;
import chancery.page.GraphView;
import chancery.page.Reader;
import chancery.page.SitePaths;
import chancery.page.between.PairPage.Pair;
import chancery.page.between.Things;
import chancery.page.browse.Inventory;
import chancery.release.BrokenRelease;
import chancery.release.Description;
import chancery.release.Release;
import chancery.release.ReleaseFiles;
import chancery.view.PointOfView;
import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
/// @param sources   whose points of view can be taken, the same way
/// @param reader    for whom it is read
/// @param view      from where that reader looks at it
record Served(
        Release release,
        List<ClassCount> counts,
        Viewpoints viewpoints,
        Supplier<List<String>> sitePaths,
        Supplier<Described> described,
        Supplier<List<Frame.SourceChoice>> sources,
        Reader reader,
        PointOfView view) {
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
        return of(folder, Release.open(folder));
    }

    /// The same before a store elsewhere.
    ///
    /// @throws BrokenRelease when that cannot be asked or holds another release, too
    static Served open(Path folder, StoreEndpoint endpoint) throws BrokenRelease, IOException {
        ReleaseFiles.requireBesidesDatabase(folder);
        try {
            return of(folder, Release.before(folder, release -> before(release, endpoint)));
        } catch (EndpointFailure e) {
            throw new BrokenRelease(String.valueOf(e.getMessage()), e);
        }
    }

    private static DatasetGraph before(Description release, StoreEndpoint endpoint) {
        endpoint.requireRelease(iri(release));
        endpoint.requireDefaultGraphApart(release.base());
        return endpoint.dataset(release.base());
    }

    static String iri(Description release) {
        return release.base() + "release/" + release.id();
    }

    private static Served of(Path folder, Release release) throws BrokenRelease {
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
                    new Lazy<>(() -> Described.of(release)),
                    new Lazy<>(() -> release.read(dataset -> sources(dataset, base))),
                    Reader.anybody(),
                    PointOfView.PLAIN);
        } catch (EndpointFailure e) {
            release.close();
            throw e;
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

    private static List<Frame.SourceChoice> sources(DatasetGraph dataset, String base) {
        GraphView graph = new GraphView(dataset, base);
        return graph.subjects(RDF.Nodes.type, Chy.SOURCE).stream()
                .filter(Node::isURI)
                .filter(source -> source.getURI().startsWith(base + "id/source/"))
                .map(
                        source ->
                                new Frame.SourceChoice(
                                        source.getURI().substring((base + "id/source/").length()),
                                        graph.link(source).text()))
                .toList();
    }

    /// The same release for somebody.
    ///
    /// @throws Reader.Unreadable when the point of view names what is not there
    Served readBy(Reader whoever) {
        try {
            PointOfView from =
                    PointOfView.of(
                            whoever.chosen(Reader.ACCORDING_TO),
                            whoever.chosen(Reader.AS_OF),
                            whoever.chosen(Reader.KNOWN_ON));
            if (!from.isPlain()) {
                viewpoints.of(from);
            }
            return with(whoever, from);
        } catch (IllegalArgumentException mistake) {
            throw new Reader.Unreadable(String.valueOf(mistake.getMessage()), mistake);
        }
    }

    /// The same release as it is, with its things named for somebody.
    Served named(Reader whoever) {
        return with(whoever, PointOfView.PLAIN);
    }

    private Served with(Reader whoever, PointOfView from) {
        return new Served(
                release, counts, viewpoints, sitePaths, described, sources, whoever, from);
    }

    /// What the reader has to know of the point of view besides.
    List<String> notes() {
        List<String> undated = view.isPlain() ? List.of() : viewpoints.of(view).undated();
        return undated.isEmpty()
                ? List.of()
                : List.of(
                        "left out, because nothing says when it appeared: "
                                + undated.stream()
                                        .map(this::title)
                                        .collect(Collectors.joining("; ")));
    }

    private String title(String source) {
        return sources.get().stream()
                .filter(it -> it.id().equals(source))
                .map(Frame.SourceChoice::title)
                .findFirst()
                .orElse(source);
    }

    /// How many things have names in the language that the reader chose; `""` if there is nothing
    /// to say of it.
    String named() {
        String chosen = reader.chosen(Reader.LANG);
        return chosen.isEmpty() ? "" : viewpoints.names().inWords(chosen);
    }

    /// Classes with how many things there are, as the reader sees it.
    List<ClassCount> countsSeen() {
        return view.isPlain()
                ? counts
                : release.read(
                        dataset ->
                                ClassCount.of(
                                        viewpoints.of(view).dataset(false),
                                        release.description().base(),
                                        Map.of()));
    }

    /// All things with what they can be filtered by, as the reader sees them.
    Inventory inventory() {
        return viewpoints.inventory(view);
    }

    /// All between two states, as the reader sees it.
    ///
    /// @param graph as [#read] hands it out
    Things between(GraphView graph, Pair pair) {
        return viewpoints.pairs().of(view, pair, () -> Things.between(graph, pair, view.asOf()));
    }

    /// Reads inside one transaction, as the reader sees it.
    <T> T read(Function<GraphView, T> work) {
        return readDataset(false, dataset -> work.apply(graph(dataset)));
    }

    /// The same, as triples. From a point of view there is no graph but the default graph.
    ///
    /// @param tripleTerms whether that is to have those of the claims in it
    <T> T readDataset(boolean tripleTerms, Function<DatasetGraph, T> work) {
        return release.read(
                dataset ->
                        work.apply(
                                view.isPlain()
                                        ? dataset
                                        : viewpoints.of(view).dataset(tripleTerms)));
    }

    /// A dataset with its things named for the reader.
    GraphView graph(DatasetGraph dataset) {
        return new GraphView(dataset, release.description().base(), reader);
    }
}
