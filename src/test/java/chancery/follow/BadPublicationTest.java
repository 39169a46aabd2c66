package chancery.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BadPublicationTest {
    @TempDir Path published;
    @TempDir Path mine;
    private StaticFolder server;

    @BeforeEach
    void publish() throws IOException {
        server = new StaticFolder(published);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// What a replica that has no release says of what is published.
    private String told() throws Exception {
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitTold("; there is no release here yet");
            assertEquals(List.of(), replica.releases());
            assertEquals("", replica.current());
            return replica.told()
                    .getFirst()
                    .replace(server.address(), "URL/")
                    .replace("; there is no release here yet", "");
        }
    }

    private void let(String path, String body) {
        server.let(path, new StaticFolder.Mishap.Other(body));
    }

    @Test
    void folderWithoutReleasesIsRefusedWithWhatWasExpected() throws Exception {
        assertEquals(
                "URL/current: found status 404, expected the name of a release: a folder of releases"
                        + " has the file current, and Chancery publishes its own at /releases/",
                told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../r1", "r1/../../x", "/etc/passwd", "patches", ".hidden", "a b", "x\ny"})
    void currentThatIsNoNameOfAReleaseIsRefused(String name) throws Exception {
        let("current", name);
        assertEquals(
                "URL/current: found \"%s\", expected the name of a release"
                        .formatted(name.replace('\n', ' ')),
                told());
    }

    @Test
    void pageInsteadOfCurrentIsShownInShort() throws Exception {
        let("current", "<!DOCTYPE html>\n" + "<p>Welcome ".repeat(20));
        assertTrue(told().startsWith("URL/current: found \"<!DOCTYPE html> <p>Welcome"), told());
    }

    @Test
    void endlessCurrentIsNotReadToItsEnd() throws Exception {
        let("current", "r".repeat(5_000));
        assertEquals("URL/current: found no whole answer (more than 1,000 bytes)", told());
    }

    @Test
    void releaseWithoutListIsRefused() throws Exception {
        let("current", "r1\n");
        assertEquals(
                "URL/r1/SHA256SUMS: found no such file, expected a list of all files of the release:"
                        + " build makes one",
                told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/x", "a//b", "a/../b", "a\\b", "C:x", ".bashrc", "a/"})
    void listThatLeadsOutOfItsFolderIsRefused(String name) throws Exception {
        let("current", "r1\n");
        let("r1/SHA256SUMS", "0".repeat(64) + "  " + name + "\n");
        assertEquals(
                "URL/r1/SHA256SUMS:1: found \"%s  %s\", expected a checksum and the path of a file in the folder"
                        .formatted("0".repeat(64), name)
                        .replaceFirst("(found \".{80}).*\", exp", "$1…\", exp"),
                told());
    }

    @Test
    void fileThatIsListedButNotThereIsNamed() throws Exception {
        Replica.publish(published, "r1");
        Files.delete(published.resolve("r1/dumps/chancery.ttl"));
        assertEquals(
                "URL/r1/dumps/chancery.ttl: found status 404, expected a file that SHA256SUMS lists",
                told());
    }

    @Test
    void releaseOfANewerFormatIsRefused() throws Exception {
        Path release = Replica.publish(published, "r1");
        Files.writeString(release.resolve("format"), "99\n");
        ReleaseFixture.list(release);
        String told = told();
        assertTrue(told.contains("found a release of format 99"), told);
    }

    @Test
    void releaseUnderANameNotItsOwnIsRefused() throws Exception {
        Path release = Replica.publish(published, "r1");
        Files.move(release, published.resolve("r9"));
        ReleaseFixture.makeCurrent(published, "r9");
        assertEquals(
                "URL/: release.ttl: found the description of release r1, expected that of r9",
                told());
    }

    @Test
    void redirectToAnotherServerIsRefusedAndOnTheSameFollowed() throws Exception {
        Replica.publish(published, "r1");
        server.let("current", new StaticFolder.Mishap.Redirect("http://127.0.0.1:9/current"));
        assertEquals(
                "URL/current: found a redirect to http://127.0.0.1:9/current, expected none that"
                        + " leads to another server",
                told());
        server.let("current", new StaticFolder.Mishap.Redirect("/elsewhere"));
        let("elsewhere", "r1");
        try (Replica replica = new Replica(server.address(), mine)) {
            replica.awaitCurrent("r1");
        }
    }

    @Test
    void serverThatFailsIsNamedWithItsStatus() throws Exception {
        server.let("current", new StaticFolder.Mishap.Status(500));
        assertTrue(told().startsWith("URL/current: found status 500"), told());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ftp://example.org/ | --follow: found "ftp://example.org/", expected http or https
                    releases | --follow: found "releases", expected http or https
                    http:///x | --follow: found "http:///x", expected an address with a host
                    http://example.org/?a=b | --follow: found "http://example.org/?a=b", expected the address of a folder, without ? and #
                    http://a b/ | --follow: found "http://a b/", expected an address such as https://example.org/releases/
                    http://ann:secret@example.org/ | --follow: found an address with a user or password in it, expected one without
                    """)
    void addressThatCannotBeFollowedIsRefused(String address, String message) {
        assertEquals(
                message,
                assertThrows(CannotFollow.class, () -> Origin.parse(address)).getMessage());
    }

    @Test
    void twoServersCannotFollowIntoOneFolder() throws Exception {
        try (Replica first = new Replica(server.address(), mine)) {
            assertEquals(
                    mine
                            + ": found that another server follows into it, expected a folder for each",
                    assertThrows(CannotFollow.class, () -> new Replica(server.address(), mine))
                            .getMessage());
            first.awaitLooks();
        }
    }

    @Test
    void pausesGrowWithFailuresAndDiffer() throws Exception {
        FollowRules rules = FollowRules.of(Origin.parse("http://localhost:1/"), mine);
        assertEquals(27, rules.pause(0, 0).toSeconds());
        assertEquals(33, rules.pause(0, 1).toSeconds());
        assertEquals(120, rules.pause(2, 0.5).toSeconds());
        assertEquals(600, rules.pause(1_000, 0.5).toSeconds());
    }
}
