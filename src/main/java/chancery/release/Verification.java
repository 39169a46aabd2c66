package chancery.release;

import chancery.release.change.Patches;
import chancery.release.sort.Workroom;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether a release on disk still is what it says it is: each file against the `SHA256SUMS`
/// that lists it, those of its dumps against `release.ttl` as well, each count of `release.ttl`
/// against the database, and the id against its quads. So are the patches from it and to it.
public final class Verification {
    private final Path folder;
    private final Path dumps;
    private final long sortBytes;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();
    private int counts;

    /// What came of it.
    ///
    /// @param files how many were looked at
    /// @param counts how many were looked at
    /// @param broken a line for each thing that does not hold, `where: found …, expected …`; empty
    ///     when all does
    public record Result(int files, int counts, List<String> broken) {
        public Result {
            broken = List.copyOf(broken);
        }
    }

    private Verification(Path folder, long sortBytes) {
        this.folder = folder;
        this.sortBytes = sortBytes;
        this.dumps = folder.resolve(Release.DUMPS);
    }

    /// @param folder of a release; it may lack anything
    /// @throws IOException when no clone of its database can be made, or a file cannot be read
    public static Result of(Path folder) throws IOException {
        return of(folder, Workroom.bytesByHeap());
    }

    /// @param sortBytes memory of each sort of the database, about
    static Result of(Path folder, long sortBytes) throws IOException {
        Verification verification = new Verification(folder, sortBytes);
        verification.verify();
        return new Result(verification.files.size(), verification.counts, verification.broken);
    }

    private void verify() throws IOException {
        Path file = folder.resolve(Release.DESCRIPTION);
        try {
            Description description = DescriptionFile.read(file);
            String name = folder.getFileName().toString();
            if (!description.id().equals(name)) {
                broken(file, "release " + description.id(), name + ", as its folder is named");
            }
            Told told = Told.by(description, DescriptionFile.graph(file, description.turtle()));
            files(told);
            broken.addAll(TextFiles.broken(folder.resolve(Release.TEXT)));
            broken.addAll(ReleaseFiles.ownBroken(folder));
            broken.addAll(new Patches(parent()).broken(name));
            database(told, description);
        } catch (BrokenRelease e) {
            broken.add(e.getMessage());
        }
    }

    private Path parent() {
        return Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
    }

    private void broken(Path where, String found, String expected) {
        broken.add("%s: found %s, expected %s".formatted(where, found, expected));
    }

    private void files(Told told) throws IOException {
        Map<String, String> sums = sums();
        files.addAll(sums.keySet());
        files.addAll(told.files().keySet());
        files.addAll(there());
        for (String name : files) {
            Path file = dumps.resolve(name).normalize();
            if (!file.startsWith(dumps.normalize()) || !Files.isRegularFile(file)) {
                broken(file, "no such file", "one");
                continue;
            }
            String sha = Checksums.sha256(file);
            expect(file, sha, sums.get(name), Checksums.FILE);
            Told.File expected = told.files().get(name);
            if (expected == null) {
                broken(file, "a file", "none, for release.ttl does not list it");
            } else {
                expect(file, sha, expected.sha256(), Release.DESCRIPTION);
                String size = Files.size(file) + " bytes";
                expect(file, size, expected.sizeBytes() + " bytes", Release.DESCRIPTION);
            }
        }
    }

    private void expect(Path where, String found, @Nullable String expected, String by) {
        if (expected == null) {
            broken(where, "a file", "none, for " + by + " does not list it");
        } else if (!found.equals(expected)) {
            broken(where, found, expected + " as " + by + " says");
        }
    }

    private Map<String, String> sums() throws IOException {
        if (!Checksums.isIn(dumps)) {
            broken(dumps.resolve(Checksums.FILE), "no such file", "one");
            return Map.of();
        }
        Checksums sums = Checksums.read(dumps);
        broken.addAll(sums.noChecksums());
        return sums.sums();
    }

    private List<String> there() throws IOException {
        if (!Files.isDirectory(dumps)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(dumps)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> dumps.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(Checksums.FILE))
                    .toList();
        }
    }

    private void database(Told told, Description description) throws IOException, BrokenRelease {
        Path database = folder.resolve(Release.DATABASE);
        Map<String, Long> found;
        List<String> content;
        try (Release release = Release.open(folder);
                Workroom room = new Workroom(release::sorting, sortBytes)) {
            StoredGraph.Found read = release.read(new StoredGraph(description, room)::read);
            found = found(read.census());
            content = read.broken();
        } catch (UncheckedIOException e) {
            throw NotWritten.of(e);
        } catch (RuntimeException e) {
            // a damaged database fails in many ways, which have no common type
            throw new BrokenRelease(database + ": found no readable database", e);
        }
        Set<String> all = new TreeSet<>(told.counts().keySet());
        all.addAll(found.keySet());
        counts = all.size();
        for (String name : all) {
            Long is = found.get(name);
            Long expected = told.counts().get(name);
            if (is == null || !is.equals(expected)) {
                broken.add(
                        "%s: %s: found %s, expected %s as release.ttl says"
                                .formatted(database, name, shown(is), shown(expected)));
            }
        }
        content.forEach(line -> broken.add(database + ": " + line));
    }

    private static String shown(@Nullable Long count) {
        return count == null ? "none" : count.toString();
    }

    private static Map<String, Long> found(Census census) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(Told.TRIPLES, census.triples());
        counts.put(Told.CLAIMS, census.of("Claim"));
        census.byClass().forEach((iri, count) -> counts.put(Told.CLASS + local(iri), count));
        census.byProperty().forEach((iri, count) -> counts.put(Told.PROPERTY + local(iri), count));
        census.byClassProperty()
                .forEach(
                        (type, byProperty) ->
                                byProperty.forEach(
                                        (iri, count) ->
                                                counts.put(
                                                        Told.CLASS
                                                                + local(type)
                                                                + " "
                                                                + Told.PROPERTY
                                                                + local(iri),
                                                        count)));
        census.byGraph().forEach((iri, count) -> counts.put(Told.GRAPH + local(iri), count));
        return counts;
    }

    private static String local(String iri) {
        return "<" + iri + ">";
    }
}
