package chancery.release;

import chancery.release.dump.Dumps;
import chancery.release.dump.Edition;
import chancery.release.dump.QuadSink;
import chancery.release.dump.SubjectSink;
import chancery.release.graph.EntryReading;
import chancery.release.graph.QuadEntries;
import chancery.release.graph.SortedGraph;
import chancery.release.slice.Slices;
import chancery.release.sort.EntrySort;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// Makes a release, all or nothing: everything is written into a fresh folder beside the releases,
/// checked, moved to its name and only then made `current` in one atomic step.
public final class ReleaseBuild implements AutoCloseable {
    private static final int UNTOLD = 1 << 14;

    private final BuildFolder folder;
    private final Path releases;
    private final Base base;
    private final Node anyGraph;
    private final LocalDate date;
    private final BuildProgress progress;
    private final Workroom room;
    private final MappedRuns mapped;
    private final QuadEntries entries = new QuadEntries();
    private final EntrySort collected;
    private final EntrySort light;
    private long count;
    private @Nullable SortedGraph sorted;

    /// @param releases folder of all releases; made when it is not there
    /// @param date the release's date; an input, never the clock
    public ReleaseBuild(Path releases, Base base, LocalDate date) {
        this(releases, base, date, Workroom.bytesByHeap(), BuildProgress.NONE);
    }

    /// @param sortBytes memory of each sort, about; what is more goes to files beside the releases
    ///     as long as the release is made. The release does not depend on it
    /// @param progress told by [#sink] too
    public ReleaseBuild(
            Path releases, Base base, LocalDate date, long sortBytes, BuildProgress progress) {
        this.releases = releases;
        this.folder = new BuildFolder(releases);
        this.base = base;
        this.anyGraph = base.graph("tables");
        this.date = date;
        this.progress = progress;
        this.room = new Workroom(folder::sorting, sortBytes);
        this.mapped = new MappedRuns(releases);
        this.collected = room.sort();
        this.light = room.sort();
    }

    /// Where the quads of the release go; they may come in any order and more than once, but not
    /// after [#defaultGraph] or [#finish].
    ///
    /// It throws [UncheckedIOException] when there is no room for them on the disk, say; see
    /// [#refusal].
    public StreamRDF sink() {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                collect(quad);
            }

            @Override
            public void triple(Triple triple) {
                throw new IllegalArgumentException("a release takes quads: " + triple);
            }
        };
    }

    /// Where triples go that are to stand in the default graph alone, for there are too many to
    /// keep them twice; else as [#sink].
    public StreamRDF lightSink() {
        return new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                put(triple, light);
            }

            @Override
            public void quad(Quad quad) {
                throw new IllegalArgumentException("triples only: " + quad);
            }
        };
    }

    /// A large table whose triples are to be as those of [#lightSink], and to be kept for later
    /// builds.
    public TableRun table() {
        return new TableRun(
                room.sort(),
                this::put,
                (triples, key, notes) -> {
                    Path run = room.fresh();
                    if (key.isEmpty()) {
                        triples.write(run);
                    } else {
                        mapped.keep(key, triples, notes, run);
                    }
                    light.addRun(run);
                });
    }

    /// Takes the triples of a table from an earlier build that kept them, if one did.
    ///
    /// @param key as [TableRun#keep] was given it
    /// @return the notes; empty if the table has to be mapped
    public Optional<byte[]> mappedBefore(String key) throws IOException {
        Path run = room.fresh();
        Optional<byte[]> notes = mapped.take(key, run);
        if (notes.isPresent()) {
            light.addRun(run);
        }
        return notes;
    }

    private void put(Triple triple, EntrySort into) {
        put(Quad.create(anyGraph, triple), into, QuadEntries::triple);
    }

    private void collect(Quad quad) {
        put(quad, collected, entry -> entry);
    }

    private void put(Quad quad, EntrySort into, UnaryOperator<byte[]> part) {
        if (sorted != null) {
            throw new IllegalStateException("the quads of the release have been read: " + quad);
        }
        if (Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject())
                .anyMatch(ReleaseBuild::hasBlank)) {
            throw new IllegalArgumentException("a release has no blank nodes: " + quad);
        }
        try {
            into.add(part.apply(entries.of(StoredForm.of(quad))));
            count++;
            if (count % UNTOLD == 0) {
                progress.at("collecting quads", count, -1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasBlank(Node node) {
        if (!node.isTripleTerm()) {
            return node.isBlank();
        }
        Triple triple = node.getTriple();
        return hasBlank(triple.getSubject()) || hasBlank(triple.getObject());
    }

    /// What to say when the sink or anything else cannot write.
    public ReleaseRefused refusal(Exception e) {
        IOException cause = NotWritten.of(e);
        String message = cause.getMessage();
        return new ReleaseRefused(
                "%s: found it not writable (%s), the former release stays"
                        .formatted(
                                releases,
                                message == null ? cause.getClass().getSimpleName() : message),
                cause);
    }

    /// The triples that the default graph will hold, without the release's description and what
    /// came by [#lightSink]; all of them are in memory.
    ///
    /// @throws ReleaseRefused when they cannot be sorted for want of room on the disk
    public List<Triple> defaultGraph() throws ReleaseRefused {
        List<Triple> all = new ArrayList<>();
        try (EntryReading<Triple> triples = sorted().ofNamed().triples()) {
            triples.forEachRemaining(all::add);
        } catch (IOException | UncheckedIOException e) {
            throw refusal(e);
        }
        return all;
    }

    private SortedGraph sorted() throws IOException {
        if (sorted == null) {
            progress.at("sorting", count, count);
            sorted = SortedGraph.of(base, collected, light.sorted(), room);
        }
        return sorted;
    }

    /// Writes the release and makes it current.
    ///
    /// @throws ReleaseRefused when it cannot be written; nothing is left behind and the former
    ///     release stays current
    public Made finish() throws ReleaseRefused {
        if (Files.exists(releases) && !Files.isDirectory(releases)) {
            throw new ReleaseRefused(releases + ": found a file, expected the folder of releases");
        }
        try {
            SortedGraph graph = sorted();
            progress.at("counting", 0, -1);
            String id = graph.id(date.toString());
            BuildJournal journal = folder.begin(made(graph, id), progress);
            Census census = write(graph, folder.fresh(), id, journal);
            room.close();
            ReleaseFiles.write(folder.fresh());
            OnDisk.forceAll(folder.fresh());
            journal.delete();
            folder.placeAndSwitch(id);
            forgetMapped();
            return new Made(id, releases.resolve(id), census);
        } catch (IOException | UncheckedIOException e) {
            throw refusal(e);
        } finally {
            close();
        }
    }

    /// Digest of all that the files depend on.
    private String made(SortedGraph graph, String id) throws IOException {
        MessageDigest sha = CanonicalQuads.sha256();
        for (String part : List.of(id, base.iri(), ProgramDigest.hex(), graph.rest())) {
            sha.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void forgetMapped() {
        try {
            mapped.forgetOthers();
        } catch (IOException e) {
            // the next build deletes what this one could not
        }
    }

    /// Gives back what the disk holds of it; of no use after [#finish].
    @Override
    public void close() {
        folder.deleteQuietly();
    }

    private Census write(SortedGraph graph, Path fresh, String id, BuildJournal journal)
            throws IOException, ReleaseRefused {
        ReleaseDescription description = new ReleaseDescription(base, id, date);
        Census census = description.counting(Census.of(graph));
        SortedGraph whole = graph.with(description.quads(census), room);
        ReleaseFormat.write(fresh);
        Edition edition = description.edition(census);
        Path database = fresh.resolve(Release.DATABASE);
        try (Dumps dumps =
                new Dumps(fresh.resolve(Release.DUMPS), edition, new CanonicalQuads(), journal)) {
            atOnce(
                    () -> {
                        journal.folder(
                                "database",
                                Release.DATABASE,
                                () -> Store.write(database, whole, census, progress));
                        dumps.once("archive", into -> into.database(database));
                    },
                    () -> dump(whole, census, dumps));
            journal.folder(
                    "text index",
                    Release.TEXT,
                    () -> {
                        progress.at("text index", 0, -1);
                        TextFiles.write(fresh);
                    });
            progress.at("compressing", 0, -1);
            Files.writeString(
                    fresh.resolve(Release.DESCRIPTION), description.turtle(census, dumps.finish()));
        }
        return census;
    }

    private void dump(SortedGraph graph, Census census, Dumps dumps) throws IOException {
        dumps.once(
                "default graph",
                into -> {
                    try (EntryReading<Triple> triples = graph.triples();
                            SubjectSink sink = into.defaultGraph()) {
                        SubjectSink.each(
                                progress.over(triples, "default graph", census.triples()), sink);
                    }
                });
        dumps.once(
                "things",
                into -> {
                    try (EntryReading<Triple> triples = graph.ofNamed().triples();
                            SubjectSink sink = into.things()) {
                        SubjectSink.each(progress.over(triples, "things", -1), sink);
                    }
                });
        dumps.once(
                "named graphs",
                into -> {
                    try (EntryReading<Quad> quads = graph.quads();
                            QuadSink sink = into.namedGraphs()) {
                        Iterator<Quad> all = progress.over(quads, "named graphs", census.quads());
                        while (all.hasNext()) {
                            sink.quad(all.next());
                        }
                    }
                });
        dumps.once(
                "slices",
                into -> {
                    progress.at("slices", 0, -1);
                    Slices.write(
                            base,
                            graph.ofNamed(),
                            room,
                            name -> {
                                progress.at("writing slices", 0, -1);
                                return into.slice(name);
                            });
                });
    }

    /// Database and dumps are made from the same graph and know nothing of each other: two
    /// processors make them in less time than one. Both have ended when this returns or throws.
    private static void atOnce(Writing one, Writing other) throws IOException, ReleaseRefused {
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<?> running =
                    second.submit(
                            () -> {
                                other.run();
                                return true;
                            });
            one.run();
            running.get();
        } catch (ExecutionException e) {
            throw NotWritten.of(e);
        } catch (RuntimeException | InternalError e) {
            throw NotWritten.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private interface Writing {
        void run() throws IOException, ReleaseRefused;
    }

    /// A release that has been made and is current.
    ///
    /// @param id hash of its date and content
    /// @param folder `releases/<id>`
    /// @param census what it holds
    public record Made(String id, Path folder, Census census) {}
}
