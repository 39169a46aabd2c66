package chancery.release;

import chancery.release.sort.Workroom;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether a release on disk still is what it says it is: each file of its dumps against
/// `SHA256SUMS` and against `release.ttl`, each file of its text index against the list beside it,
/// each count of `release.ttl` against the database, and the id against its quads.
public final class Verification {
    private static final String SUMS = "SHA256SUMS";
    private static final String SUM_LINE = "[0-9a-f]{64}  .+";
    private static final int HEX = 64;

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
            database(told, description);
        } catch (BrokenRelease e) {
            broken.add(e.getMessage());
        }
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
            String sha = sha256(file);
            expect(file, sha, sums.get(name), SUMS);
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
        Map<String, String> sums = new TreeMap<>();
        Path file = dumps.resolve(SUMS);
        if (!Files.isRegularFile(file)) {
            broken(file, "no such file", "one");
            return sums;
        }
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.matches(SUM_LINE)) {
                sums.put(line.substring(HEX + 2), line.substring(0, HEX));
            } else {
                broken.add("%s:%d: found no checksum, expected one a line".formatted(file, number));
            }
        }
        return sums;
    }

    private List<String> there() throws IOException {
        if (!Files.isDirectory(dumps)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(dumps)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> dumps.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(SUMS))
                    .toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest sha = CanonicalQuads.sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream digest =
                        new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            in.transferTo(digest);
        }
        return HexFormat.of().formatHex(sha.digest());
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
