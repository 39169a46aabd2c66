package chancery.follow;

import chancery.release.ReleaseFixture;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A folder that follows a published one, looking all the time.
public final class Replica implements AutoCloseable {
    private final Path releases;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Follower follower;

    public Replica(String origin, Path releases) throws CannotFollow {
        this(origin, releases, Duration.ofSeconds(30));
    }

    Replica(String origin, Path releases, Duration patience) throws CannotFollow {
        this.releases = releases;
        this.follower =
                Follower.start(
                        new FollowRules(
                                Origin.parse(origin), releases, Duration.ofMillis(20), 2, patience),
                        told::add);
    }

    /// A release that is published as the current one. It has the form of one, with a database that
    /// cannot be opened, so that it is quickly made and fetched.
    public static Path publish(Path releases, String id) throws IOException {
        Path made = releases.resolve(id);
        for (String folder : List.of("tdb2/Data-0001", "dumps/sources", "text")) {
            Files.createDirectories(made.resolve(folder));
        }
        Files.writeString(made.resolve("tdb2/Data-0001/nodes-data.obj"), "nodes of " + id);
        Files.write(made.resolve("tdb2/Data-0001/GSPO.dat"), new byte[100_000]);
        Files.writeString(made.resolve("tdb2/Data-0001/GSPO.idn"), "the same in all");
        Files.writeString(made.resolve("text/segments_1"), "texts of " + id);
        Files.writeString(made.resolve("dumps/chancery.ttl"), "# nothing in it\n");
        Files.writeString(made.resolve("dumps/sources/gazette.ttl"), "# nothing either\n");
        Files.writeString(
                made.resolve("release.ttl"),
                """
                BASE <https://w3id.org/chancery/>
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                <release/%1$s> a dcat:Dataset , void:Dataset ;
                    dcterms:issued "2026-01-31"^^xsd:date ;
                    void:triples 123 .
                """
                        .formatted(id));
        Checksums.write(made.resolve("text"), List.of("segments_1"));
        Checksums.write(made.resolve("dumps"), List.of("chancery.ttl", "sources/gazette.ttl"));
        ReleaseFixture.list(made);
        ReleaseFixture.makeCurrent(releases, id);
        return made;
    }

    Follower follower() {
        return follower;
    }

    Tally tally() {
        return follower.tally();
    }

    public List<String> told() {
        return told;
    }

    /// The release that is current here; `""` if there is none.
    public String current() {
        try {
            return Files.readString(releases.resolve("current")).strip();
        } catch (IOException none) {
            return "";
        }
    }

    List<String> releases() throws IOException {
        try (Stream<Path> all = Files.list(releases)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("current"))
                    .sorted()
                    .toList();
        }
    }

    public void awaitCurrent(String id) {
        await(() -> current().equals(id));
        awaitSuccess();
    }

    public void awaitTold(String part) {
        await(() -> told.stream().anyMatch(line -> line.contains(part)));
    }

    /// Two more looks, of which the second began after this was called.
    void awaitLooks() {
        long before = tally().looks();
        await(() -> tally().looks() > before + 1);
    }

    private void awaitSuccess() {
        awaitLooks();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("told: " + told + ", current: " + current());
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
