package chancery.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFiles;
import chancery.release.ReleaseFixture;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FollowerTest {
    @TempDir Path published;
    @TempDir Path mine;
    private StaticFolder server;

    @BeforeEach
    void publish() throws IOException {
        Replica.publish(published, "r1");
        server = new StaticFolder(published);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesWhatIsPublishedAndEveryFileHolds() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            assertEquals(List.of(), replica.told());
        }
        Path release = mine.resolve("r1");
        assertTrue(ReleaseFiles.areListed(release));
        assertEquals(List.of(), ReleaseFiles.broken(release));
        assertEquals(
                Folder.files(published.resolve("r1")).keySet().stream()
                        .filter(name -> !name.endsWith(".lock"))
                        .toList(),
                List.copyOf(Folder.files(release).keySet()));
    }

    @Test
    void lookThatFindsNothingNewAsksForOneFileAndGetsNoByte() throws Exception {
        // as it is when it was not published just now
        Files.setLastModifiedTime(
                published.resolve("current"), java.nio.file.attribute.FileTime.fromMillis(0));
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            replica.awaitLooks();
            server.forgetAsked();
            long before = server.bytes();
            replica.awaitLooks();
            assertEquals(List.of("current 304"), server.asked().stream().distinct().toList());
            assertEquals(before, server.bytes());
        }
    }

    @Test
    void filesThatAreHereAlreadyAreLinkedAndNotFetched() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            server.forgetAsked();
            Replica.publish(published, "r2");
            replica.awaitCurrent("r2");
            assertTrue(replica.tally().linkedFiles() >= 4, server.asked().toString());
            assertFalse(server.asked().contains("r2/dumps/chancery.ttl 200"));
        }
        assertEquals(
                key(mine.resolve("r1/dumps/chancery.ttl")),
                key(mine.resolve("r2/dumps/chancery.ttl")));
    }

    @Test
    void formerReleaseStaysForGoingBackAndOlderOnesGo() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            for (String id : List.of("r2", "r3")) {
                Replica.publish(published, id);
                replica.awaitCurrent(id);
            }
            assertEquals(List.of("r2", "r3"), replica.releases());
            server.forgetAsked();
            ReleaseFixture.makeCurrent(published, "r2");
            replica.awaitCurrent("r2");
            assertTrue(server.asked().stream().noneMatch(line -> line.contains("tdb2")));
        }
    }

    @Test
    void releaseWhoseChecksumsDoNotHoldIsRefusedByFileAndTheFormerStays() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            Path second = Replica.publish(published, "r2");
            String right = Checksums.sha256(second.resolve("release.ttl"));
            server.let("r2/release.ttl", new StaticFolder.Mishap.Other("x"));
            replica.awaitTold("r2/release.ttl");
            assertEquals(
                    ("%sr2/release.ttl: found %s, expected %s as SHA256SUMS says;"
                                    + " release r1 stays")
                            .formatted(server.address(), Contents.sha256(new byte[] {'x'}), right),
                    replica.told().getFirst());
            assertEquals("r1", replica.current());
            assertEquals(List.of("r1"), replica.releases());
            server.letAllBeWell();
            replica.awaitCurrent("r2");
        }
    }

    @Test
    void downloadThatBreaksOffGoesOnWhereItWas() throws Exception {
        String file = largest("r1");
        server.let("r1/" + file, new StaticFolder.Mishap.Cut(5_000));
        old(published.resolve("r1").resolve(file));
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitTold(file + ": found no whole answer");
            replica.awaitCurrent("r1");
        }
        assertTrue(
                server.asked().contains("r1/" + file + " 206 bytes=5000-"),
                server.asked().toString());
        assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
    }

    @Test
    void halfOfAnotherVersionIsThrownAway() throws Exception {
        String file = largest("r1");
        Path partly = Files.createDirectories(mine.resolve(".fetching-r1"));
        Path real = published.resolve("r1").resolve(file);
        old(real);
        for (String other : Folder.files(published.resolve("r1")).keySet()) {
            Path copy = partly.resolve("release").resolve(other);
            Files.createDirectories(copy.getParent());
            if (!other.equals(file)) {
                Files.copy(published.resolve("r1").resolve(other), copy);
            }
        }
        Files.writeString(partly.resolve("part"), "what was there before");
        String tag =
                "\"%x-%x\"".formatted(Files.getLastModifiedTime(real).toMillis(), Files.size(real));
        Files.writeString(partly.resolve("part.of"), Checksums.sha256(real) + "\n" + tag);
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            assertEquals(List.of(), replica.told());
        }
        assertTrue(server.asked().contains("r1/" + file + " 206 bytes=21-"));
        assertTrue(server.asked().contains("r1/" + file + " 200"));
        assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
    }

    @Test
    void serverThatSendsNothingMoreIsGivenUp() throws Exception {
        server.let("r1/release.ttl", new StaticFolder.Mishap.Stall(10));
        try (Replica replica = new Replica(server.address(), mine, Duration.ofSeconds(1))) {
            replica.awaitTold("r1/release.ttl: found nothing coming for 1 seconds");
            server.letAllBeWell();
            replica.awaitCurrent("r1");
        }
    }

    @Test
    void releaseServerThatIsGoneIsSaidOnceAndFollowedAgain() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            int port = server.port();
            server.close();
            replica.awaitTold("current: found nobody who answers; release r1 stays");
            replica.awaitLooks();
            assertEquals(1, replica.told().size(), replica.told().toString());
            assertEquals("r1", replica.current());
            Replica.publish(published, "r2");
            server = new StaticFolder(published, port);
            replica.awaitCurrent("r2");
            replica.awaitTold("followed again");
        }
    }

    @Test
    void emptiedFolderIsFilledAgain() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
            Folder.delete(mine.resolve("r1"));
            Files.delete(mine.resolve("current"));
            replica.awaitCurrent("r1");
            assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
            assertEquals(1, replica.tally().healedReleases());
        }
    }

    @Test
    void fileThatWasDeletedIsFetchedAgainAndNoOther() throws Exception {
        AtomicReference<String> damage = new AtomicReference<>("");
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.follower().onDamage(damage::set);
            replica.awaitCurrent("r1");
            server.forgetAsked();
            Files.delete(mine.resolve("r1/dumps/sources/gazette.ttl"));
            replica.awaitTold("fetched release r1 again");
            replica.awaitLooks();
        }
        assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
        assertEquals(
                List.of("r1/dumps/sources/gazette.ttl 200"),
                server.asked().stream()
                        .filter(line -> !line.contains("SHA256") && !line.startsWith("current"))
                        .filter(line -> !line.contains("evidence"))
                        .toList());
        assertEquals("", damage.get());
    }

    @Test
    void damagedDatabaseIsToldAndFetchedAgain() throws Exception {
        AtomicReference<String> damage = new AtomicReference<>("");
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.follower().onDamage(damage::set);
            replica.awaitCurrent("r1");
            Files.writeString(mine.resolve("r1/tdb2/Data-0001/nodes-data.obj"), "x");
            replica.awaitTold("nodes-data.obj: found ");
            replica.awaitTold("fetched release r1 again");
            replica.awaitLooks();
        }
        assertEquals("files of the release are damaged", damage.get());
        assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
    }

    @Test
    void damageThatWasThereBeforeTheStartIsFoundAlsoOfWholeFolders() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
        }
        Files.writeString(mine.resolve("r1/dumps/chancery.ttl"), "x");
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitTold("fetched release r1 again");
        }
        Folder.delete(mine.resolve("r1/text"));
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitTold("fetched release r1 again");
        }
        assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r1")));
        assertTrue(Files.exists(mine.resolve("r1/text/SHA256SUMS")));
    }

    private String largest(String id) throws IOException {
        Path dumps = published.resolve(id).resolve("dumps/chancery.ttl");
        Files.writeString(dumps, "# a line of it\n".repeat(1_000));
        Checksums.write(
                published.resolve(id).resolve("dumps"),
                List.of("chancery.ttl", "sources/gazette.ttl"));
        ReleaseFixture.list(published.resolve(id));
        return "dumps/chancery.ttl";
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }
}
