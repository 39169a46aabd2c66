package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.follow.Replica;
import chancery.follow.StaticFolder;
import chancery.release.ReleaseFixture;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReplicaDiskTest {
    @TempDir Path folder;

    @Test
    void releaseThatFindsNoRoomLeavesTheFormerAndTheRoomThatThereWas() throws Exception {
        Path published = Files.createDirectories(folder.resolve("published"));
        Replica.publish(published, "r1");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 2);
                StaticFolder server = new StaticFolder(published);
                Replica replica = new Replica(server.address(), disk.folder())) {
            replica.awaitCurrent("r1");
            publishLarge(published);
            replica.awaitTold("found it not writable");
            String told = replica.told().getFirst();
            assertTrue(told.startsWith(disk.folder().toString()), told);
            assertTrue(told.contains("No space left on device"), told);
            assertTrue(told.endsWith("; release r1 stays"), told);
            assertEquals("r1", replica.current());
            disk.resize(32 << 20);
            replica.awaitCurrent("r2");
        }
    }

    @Test
    void zerosOfADatabaseTakeNoRoom() throws Exception {
        Path published = Files.createDirectories(folder.resolve("published"));
        Path release = Replica.publish(published, "r1");
        Files.write(release.resolve("tdb2/Data-0001/GSPO.dat"), new byte[8 << 20]);
        ReleaseFixture.list(release);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 2);
                StaticFolder server = new StaticFolder(published);
                Replica replica = new Replica(server.address(), disk.folder())) {
            replica.awaitCurrent("r1");
            assertFalse(disk.usedBytes() > 1 << 20);
            assertEquals(8 << 20, Files.size(disk.folder().resolve("r1/tdb2/Data-0001/GSPO.dat")));
        }
    }

    private void publishLarge(Path published) throws IOException {
        Path release = Replica.publish(Files.createDirectories(folder.resolve("made")), "r2");
        Files.writeString(release.resolve("dumps/chancery.ttl"), "# a line\n".repeat(500_000));
        Checksums.write(release.resolve("dumps"), List.of("chancery.ttl", "sources/gazette.ttl"));
        ReleaseFixture.list(release);
        Files.move(release, published.resolve("r2"));
        ReleaseFixture.makeCurrent(published, "r2");
    }
}
