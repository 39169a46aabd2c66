package chancery.release;

import chancery.release.dump.Dumps;
import chancery.release.dump.Edition;
import chancery.release.dump.QuadSink;
import chancery.release.dump.SubjectSink;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/// Makes a release, all or nothing: everything is written into a fresh folder beside the releases,
/// checked, moved to its name and only then made `current` in one atomic step.
public final class ReleaseBuild {
    /// The graphs that the default graph does not hold.
    private static final Set<String> APART = Set.of("reifiers", "rows");

    /// What depends on the id, or on line numbers, is not hashed.
    private static final Set<String> NOT_HASHED = Set.of("release", "rows");

    /// Names of what is not finished yet; the number of the process follows.
    private static final String BUILDING = ".building-";

    private final Path releases;
    private final Base base;
    private final LocalDate date;
    private final Set<Quad> collected = new LinkedHashSet<>();

    /// @param releases folder of all releases; made when it is not there
    /// @param date the release's date; an input, never the clock
    public ReleaseBuild(Path releases, Base base, LocalDate date) {
        this.releases = releases;
        this.base = base;
        this.date = date;
    }

    /// Where the quads of the release go; they may come in any order and more than once.
    public StreamRDF sink() {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                collected.add(StoredForm.of(quad));
            }

            @Override
            public void triple(Triple triple) {
                throw new IllegalArgumentException("a release takes quads: " + triple);
            }
        };
    }

    /// The triples that the default graph will hold, without the release's description.
    public List<Triple> defaultGraph() {
        return collected.stream()
                .filter(quad -> !isIn(quad, APART))
                .map(Quad::asTriple)
                .distinct()
                .toList();
    }

    /// Writes the release and makes it current.
    ///
    /// @throws ReleaseRefused when it cannot be written; nothing is left behind and the former
    ///     release stays current
    public Made finish() throws ReleaseRefused {
        CanonicalQuads canonical = new CanonicalQuads();
        List<Quad> hashed =
                canonical.sorted(
                        collected.stream().filter(quad -> !isIn(quad, NOT_HASHED)).toList());
        String id = canonical.digest(date.toString(), hashed).substring(0, 16);
        Path fresh = releases.resolve(BUILDING + ProcessHandle.current().pid());
        if (Files.exists(releases) && !Files.isDirectory(releases)) {
            throw new ReleaseRefused(releases + ": found a file, expected the folder of releases");
        }
        try {
            Files.createDirectories(releases);
            deleteLeftOver();
            Files.createDirectory(fresh);
            Census census = write(fresh, id, canonical);
            placeAndSwitch(fresh, id);
            return new Made(id, releases.resolve(id), census);
        } catch (IOException e) {
            throw new ReleaseRefused(
                    releases
                            + ": found it not writable ("
                            + reason(e)
                            + "), the former release stays",
                    e);
        } finally {
            deleteQuietly(fresh);
        }
    }

    private Census write(Path folder, String id, CanonicalQuads canonical)
            throws IOException, ReleaseRefused {
        Set<Quad> named = new LinkedHashSet<>(collected);
        ReleaseDescription description = new ReleaseDescription(base, id, date);
        Set<Quad> plain = defaultGraphOf(named);
        Census census = description.counting(Census.of(plain, named));
        List<Quad> described = description.quads(census);
        named.addAll(described);
        described.forEach(q -> plain.add(Quad.create(Quad.defaultGraphIRI, q.asTriple())));

        List<Quad> sortedNamed = canonical.sorted(named);
        List<Quad> sortedPlain = canonical.sorted(plain);
        Edition edition = new Edition(base, id, date, census.triples(), census.of("Claim"));
        try (Dumps dumps = new Dumps(folder.resolve("dumps"), edition, canonical)) {
            atOnce(
                    () -> Store.write(folder.resolve("tdb2"), sortedPlain, sortedNamed),
                    () -> dump(sortedPlain, sortedNamed, canonical, dumps));
            TextFiles.write(folder);
            Files.writeString(
                    folder.resolve("release.ttl"), description.turtle(census, dumps.finish()));
        }
        return census;
    }

    private void dump(List<Quad> plain, List<Quad> named, CanonicalQuads canonical, Dumps dumps)
            throws IOException {
        List<Triple> triples = plain.stream().map(Quad::asTriple).toList();
        write(triples, dumps.defaultGraph());
        try (QuadSink sink = dumps.namedGraphs()) {
            for (Quad quad : named) {
                sink.quad(quad);
            }
        }
        Slices slices = new Slices(base, triples, canonical);
        write(slices.disagreements(), dumps.slice("disagreements"));
        for (Map.Entry<String, List<Triple>> slice : slices.bySource().entrySet()) {
            write(slice.getValue(), dumps.slice("sources/" + slice.getKey()));
        }
        for (Map.Entry<String, List<Triple>> slice : slices.byState().entrySet()) {
            write(slice.getValue(), dumps.slice("states/" + slice.getKey()));
        }
    }

    private static void write(List<Triple> sorted, SubjectSink sink) throws IOException {
        try (sink) {
            SubjectSink.each(sorted.iterator(), sink);
        }
    }

    /// Database and dumps are made from the same lists and know nothing of each other: two
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

    private Set<Quad> defaultGraphOf(Set<Quad> named) {
        Set<Quad> plain = new LinkedHashSet<>();
        for (Quad quad : named) {
            if (!isIn(quad, APART)) {
                plain.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
            }
        }
        return plain;
    }

    private boolean isIn(Quad quad, Set<String> names) {
        String iri = quad.getGraph().getURI();
        String prefix = base.iri() + "graph/";
        return iri.startsWith(prefix) && names.contains(iri.substring(prefix.length()));
    }

    /// The same input gives the same release: one that is there already is kept as it is.
    private void placeAndSwitch(Path fresh, String id) throws IOException {
        Path target = releases.resolve(id);
        try (CurrentSwitch current = CurrentSwitch.to(releases, id)) {
            boolean isNew = !isWhole(target);
            if (isNew) {
                place(fresh, target);
            }
            try {
                current.done();
            } catch (IOException e) {
                if (isNew) {
                    deleteQuietly(target);
                }
                throw e;
            }
        }
    }

    private static boolean isWhole(Path release) {
        return Files.exists(release.resolve("release.ttl"));
    }

    private static void place(Path fresh, Path target) throws IOException {
        deleteAll(target);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!isWhole(target)) {
                throw e;
            }
        }
    }

    /// Deletes what builds of this process and of processes that are gone have not finished.
    private void deleteLeftOver() throws IOException {
        try (Stream<Path> all = Files.list(releases)) {
            for (Path path : all.filter(ReleaseBuild::isLeftOver).toList()) {
                deleteAll(path);
            }
        }
    }

    private static boolean isLeftOver(Path path) {
        String name = path.getFileName().toString();
        for (String unfinished : List.of(BUILDING, CurrentSwitch.PREFIX, Pruning.PREFIX)) {
            if (name.matches(Pattern.quote(unfinished) + "[0-9]{1,18}")) {
                long pid = Long.parseLong(name.substring(unfinished.length()));
                boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
                return !alive || pid == ProcessHandle.current().pid();
            }
        }
        return false;
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void deleteQuietly(Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException e) {
            // the next build deletes what this one could not
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /// A release that has been made and is current.
    ///
    /// @param id hash of its date and content
    /// @param folder `releases/<id>`
    /// @param census what it holds
    public record Made(String id, Path folder, Census census) {}
}
