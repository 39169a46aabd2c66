package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseBuild.Made;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a release that is there already when the same one is built again.
class PlacementTest {
    private static final String CONTENT =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/register> { <id/state/russia> a chy:State . <id/agreement/t> a chy:Agreement }
            GRAPH <graph/best> { <id/agreement/t> chy:party <id/state/russia> . }
            """;
    private static final long GONE = 999_999_999_999L;

    @TempDir private Path releases;

    private Made make() throws Exception {
        ReleaseBuild build = new ReleaseBuild(releases, Base.DEFAULT, LocalDate.of(2026, 1, 31));
        RDFParser.fromString(CONTENT, Lang.TRIG).parse(build.sink());
        return build.finish();
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.list(releases)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void aReleaseOfAnOlderProgramIsReplacedAndKeepsItsEvidence() throws Exception {
        Path release = make().folder();
        ReleaseFiles.writeEvidence(release, "# what was verified\n");
        for (String lacking : List.of("SHA256SUMS", "text", "dumps/links.sssom.tsv")) {
            LinkedCopy.delete(release.resolve(lacking));
        }
        Made again = make();
        assertEquals(release, again.folder());
        assertEquals(List.of(), Verification.of(release).broken());
        assertTrue(Files.exists(release.resolve("text")));
        assertEquals("# what was verified\n", Files.readString(release.resolve("evidence.ttl")));
        assertEquals(Set.of("current", again.id()), names());
    }

    @Test
    void aDamagedReleaseIsReplacedByBuildingItAgain() throws Exception {
        Path release = make().folder();
        Files.writeString(release.resolve("dumps/chancery.ttl"), "damaged");
        assertNotEquals(List.of(), ReleaseFiles.broken(release));
        make();
        assertEquals(List.of(), ReleaseFiles.broken(release));
    }

    @Test
    void aWholeReleaseIsNotTouched() throws Exception {
        Path release = make().folder();
        Object before = Files.readAttributes(release, "unix:ino").get("ino");
        make();
        assertEquals(before, Files.readAttributes(release, "unix:ino").get("ino"));
    }

    @Test
    void whoReadsTheReplacedReleaseReadsOn() throws Exception {
        Path release = make().folder();
        try (Release open = Release.open(release)) {
            Files.delete(release.resolve("SHA256SUMS"));
            make();
            assertTrue(open.read(data -> data.getDefaultGraph().size()) > 2);
        }
    }

    @Test
    void aReleaseThatACrashLeftWithoutItsNameGetsItBack() throws Exception {
        Made made = make();
        Files.move(made.folder(), releases.resolve(".replaced-" + GONE + "-" + made.id()));
        ReleaseStore.Choice current = new ReleaseStore(releases).current().orElseThrow();
        assertEquals(made.id(), current.id());
        assertEquals("", current.note());
        assertEquals(List.of(), ReleaseFiles.broken(made.folder()));
    }

    @Test
    void whatIsReplacedIsDeletedWhenTheNewOneIsThere() throws Exception {
        Made made = make();
        Path aside = releases.resolve(".replaced-" + GONE + "-" + made.id());
        Files.createDirectories(aside.resolve("tdb2"));
        Files.createDirectories(releases.resolve(".building-" + GONE + "/tdb2"));
        Files.writeString(releases.resolve(".current-" + GONE), "x\n");
        new ReleaseStore(releases).sweep();
        assertFalse(Files.exists(aside));
        assertEquals(Set.of("current", made.id()), names());
    }

    @Test
    void copiesInTheTemporaryFolderThatDeadServersLeftAreSwept() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path dead = Files.createDirectories(temporary.resolve("chancery-serving-" + GONE + "-1"));
        Path mine =
                Files.createDirectories(
                        temporary.resolve(
                                "chancery-serving-" + ProcessHandle.current().pid() + "-1"));
        new ReleaseStore(releases).sweep();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(mine));
        Files.delete(mine);
    }
}
