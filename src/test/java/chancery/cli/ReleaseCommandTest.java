package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.ShapeCase.Row;
import chancery.cli.ShapeCase.Table;
import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The commands `release` and `diff`, with two releases of a small world: in the later one, Dora.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseCommandTest {
    private static final List<Table> DORA =
            List.of(
                    new Table(
                            "people.csv",
                            List.of("id", "label"),
                            List.of(new Row(List.of("dora", "Dora"), false))),
                    new Table(
                            "person-facts.csv",
                            List.of("id", "parent_of"),
                            List.of(new Row(List.of("dora", "person/carl"), false))));

    private Path folder = Path.of("");
    private Path built = Path.of("");
    private Path releases = Path.of("");
    private String former = "";
    private String later = "";

    @BeforeAll
    void buildTwo(@TempDir Path shared) throws IOException {
        folder = shared;
        built = folder.resolve("built");
        former = build("former", List.of(), "2026-01-31");
        later = build("later", DORA, "2026-02-28");
        assertNotEquals(former, later);
    }

    private String build(String name, List<Table> additions, String date) throws IOException {
        Path seeds = folder.resolve(name);
        SmallWorld.write(additions, seeds);
        Result made =
                Result.of(
                        "build",
                        "--seeds",
                        seeds.toString(),
                        "--releases",
                        built.toString(),
                        "--date",
                        date);
        assertEquals(0, made.exit(), made.out() + made.err());
        return Files.readString(built.resolve("current")).strip();
    }

    @BeforeEach
    void copyThem(@TempDir Path copy) {
        releases = Folders.copy(built, copy.resolve("releases"));
    }

    private Result release(String command, String... more) {
        return run(List.of("release", command), more);
    }

    private Result run(List<String> command, String... more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(more));
        words.addAll(List.of("--releases", releases.toString()));
        return Result.of(words.toArray(String[]::new));
    }

    @Test
    void listNamesTheReleasesAndMarksTheCurrentOne() {
        Result listed = release("list");
        assertEquals(0, listed.exit(), listed.err());
        Set<String> starts =
                Set.copyOf(listed.out().lines().map(line -> line.substring(0, 30)).toList());
        assertEquals(Set.of("* " + later + "  2026-02-28", "  " + former + "  2026-01-31"), starts);
        assertTrue(
                listed.out().lines().allMatch(line -> line.matches(".* \\d+ claims")),
                listed.out());
    }

    @Test
    void listSaysThatThereIsNone() {
        releases = releases.resolve("none");
        assertEquals(new Result(0, "", releases + ": found no release\n"), release("list"));
    }

    @Test
    void useSwitches() throws IOException {
        assertEquals(
                new Result(0, "release " + former + " is current\n", ""), release("use", former));
        assertEquals(former + "\n", Files.readString(releases.resolve("current")));
    }

    @Test
    @Timeout(120)
    void aServerThatRunsTakesUpWhatIsUsedAndGoesOnWhenItIsPruned() throws Exception {
        BlockingQueue<String> notices = new LinkedBlockingQueue<>();
        try (ChanceryServer server =
                ChanceryServer.start(ServerSettings.of(releases, 0), notices::add)) {
            assertEquals(later, server.releaseId());
            release("use", former);
            assertEquals("serving release " + former, notices.poll(60, TimeUnit.SECONDS));
            assertEquals(former, server.releaseId());
            assertEquals(0, release("prune", "--keep", "0").exit());
            assertEquals(0, release("verify").exit());
            assertEquals(List.of(), List.copyOf(notices));
        }
    }

    @Test
    void aBuildWritesWhatLeadsFromTheFormerReleaseToTheNewOneUntilOneOfThemGoes()
            throws IOException {
        Path pair = releases.resolve("patches").resolve(former + ".." + later);
        assertEquals(
                Set.of("SHA256SUMS", "changelog.md", "patch.rdfp.gz"),
                Set.of(pair.toFile().list()));
        assertEquals(
                run(List.of("diff", former, later, "--changelog")).out(),
                Files.readString(pair.resolve("changelog.md")));
        DatasetGraph dataset = dump(former);
        try (InputStream patch =
                new GZIPInputStream(Files.newInputStream(pair.resolve("patch.rdfp.gz")))) {
            RDFPatchOps.applyChange(dataset, patch);
        }
        assertEquals(quads(dump(later)), quads(dataset));
        assertEquals(0, release("prune", "--keep", "0").exit());
        assertFalse(Files.exists(pair));
    }

    @Test
    void aPatchNamesTheReleaseItIsForAsItsDumpDoes() throws IOException {
        Path pair = releases.resolve("patches").resolve(former + ".." + later);
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(pair.resolve("patch.rdfp.gz")))) {
            String forRelease = RDFPatchOps.read(in).getPrevious().getURI();
            Path dump = releases.resolve(former).resolve("dumps/chancery.nq");
            assertEquals("# " + forRelease, Files.readAllLines(dump).get(1));
        }
    }

    @Test
    void aReleaseOfANewerFormatIsRefusedInOneLine() throws IOException {
        Files.writeString(releases.resolve(later).resolve("format"), "2\n");
        Result refused =
                new Result(
                        3,
                        "",
                        releases.resolve(later)
                                + ": found a release of format 2, expected 1 or older: a newer"
                                + " Chancery reads it\n");
        assertEquals(refused, run(List.of("query", "ASK { ?s ?p ?o }")));
        assertEquals(refused, release("verify"));
        assertEquals(refused, run(List.of("diff", former, later)));
        assertEquals(refused, run(List.of("serve", "--no-build", "--port", "0")));
        Files.writeString(releases.resolve(later).resolve("format"), "new\n");
        assertEquals(
                releases.resolve(later).resolve("format") + ": found \"new\", expected a number\n",
                release("verify").err());
    }

    @Test
    void useOfAnUnknownOneListsThoseThereAre() throws IOException {
        Result refused = release("use", "nothing");
        assertEquals(3, refused.exit());
        String start = "no release \"nothing\" in " + releases + "; there are: ";
        assertTrue(refused.err().startsWith(start), refused.err());
        Set<String> known = Set.of(refused.err().strip().substring(start.length()).split(", "));
        assertEquals(Set.of(former, later), known);
        assertEquals(later + "\n", Files.readString(releases.resolve("current")));
    }

    @Test
    void pruneSaysWhatItRemovedAndHowMuchRoomThatMade() {
        Result pruned = release("prune", "--keep", "0");
        assertEquals(0, pruned.exit(), pruned.err());
        List<String> lines = pruned.out().lines().toList();
        assertEquals("removed " + former, lines.getFirst());
        assertTrue(
                lines.getLast().matches("1 removed, about \\d+ MB more room on the disk"),
                pruned.out());
        assertFalse(Files.exists(releases.resolve(former)));
        assertTrue(Files.exists(releases.resolve(later)));
        assertEquals(new Result(0, "nothing to remove\n", ""), release("prune"));
    }

    @Test
    void pruneToLessThanNoneIsRefused() {
        assertEquals(
                new Result(3, "", "--keep: found \"-1\", expected 0 or more\n"),
                release("prune", "--keep", "-1"));
    }

    @Test
    void verifySaysWhetherAllHolds() throws IOException {
        Result good = release("verify", former);
        assertEquals(0, good.exit(), good.err());
        assertTrue(
                good.out()
                        .matches(
                                "release "
                                        + former
                                        + ": \\d+ files and \\d+ counts looked at, all hold\\R"),
                good.out());
        Path dump = releases.resolve(later).resolve("dumps/chancery.ttl");
        Files.delete(dump);
        Result broken = release("verify");
        assertEquals(1, broken.exit());
        assertEquals(dump + ": found no such file, expected one\n", broken.err());
        assertTrue(broken.out().endsWith(" looked at, 1 do not hold\n"), broken.out());
    }

    @Test
    void verifyOfAnUnknownOneListsThoseThereAre() {
        Result refused = release("verify", "../releases");
        assertEquals(3, refused.exit());
        assertTrue(refused.err().startsWith("no release \"../releases\" in "), refused.err());
    }

    @Test
    void releaseWithoutAWordNamesTheWordsThereAre() {
        Result wrong = run(List.of("release"));
        assertEquals(2, wrong.exit());
        Result alone = Result.of("release");
        assertEquals(2, alone.exit());
        assertTrue(
                alone.err()
                        .startsWith(
                                "release: found no command, expected list, use, prune or verify"),
                alone.err());
    }

    @Test
    void aPatchInAFileTurnsTheFormerIntoTheLaterAndBack() throws IOException {
        assertTurns(former, later);
        assertTurns("current", former);
    }

    private void assertTurns(String from, String to) throws IOException {
        Path file = releases.resolve(from + ".rdfp.gz");
        Result written = run(List.of("diff", from, to), "-o", file.toString());
        assertEquals(0, written.exit(), written.err());
        assertTrue(
                written.out().matches("patch: [\\d,]+ quads deleted, [\\d,]+ added in .*\\R"),
                written.out());
        DatasetGraph dataset = dump(from.equals("current") ? later : from);
        try (InputStream patch = new GZIPInputStream(Files.newInputStream(file))) {
            RDFPatchOps.applyChange(dataset, patch);
        }
        assertEquals(quads(dump(to)), quads(dataset));
    }

    private DatasetGraph dump(String id) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Path dump = releases.resolve(id).resolve("dumps/chancery.nq");
        Txn.executeWrite(dataset, () -> RDFParser.source(dump).parse(dataset));
        return dataset;
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        return Txn.calculateRead(dataset, () -> Iter.toSet(dataset.find()));
    }

    @Test
    void aPatchGoesToStandardOutput() {
        Result patch = run(List.of("diff", former, later));
        assertEquals(0, patch.exit(), patch.err());
        List<String> lines = patch.out().lines().toList();
        assertEquals("H id <https://w3id.org/chancery/release/" + later + "> .", lines.getFirst());
        assertEquals("TC .", lines.getLast());
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith("A ") && l.contains("\"Dora\"")),
                patch.out());
    }

    @Test
    void theChangelogSaysInWordsWhatChanged() {
        Result changelog = run(List.of("diff", former, later), "--changelog");
        assertEquals(0, changelog.exit(), changelog.err());
        String start =
                """
                # Release %s (2026-02-28)

                Against release %s (2026-01-31): \
                """
                        .formatted(later, former);
        assertTrue(changelog.out().startsWith(start), changelog.out());
        String end =
                """
                ## 1 claim added

                - Dora: parentOf Carl (gazette)

                ## 1 thing added

                - Dora (person/dora)
                """;
        assertTrue(changelog.out().endsWith(end), changelog.out());
    }

    @Test
    void theChangelogOfAReleaseAgainstItself() {
        Result changelog = run(List.of("diff", later, "current"), "--changelog");
        assertTrue(changelog.out().endsWith(": nothing changed.\n"), changelog.out());
    }

    @Test
    void aDumpThatIsGoneIsNamedAndNothingIsWritten() throws IOException {
        Path dump = releases.resolve(former).resolve("dumps/chancery.nq");
        Files.delete(dump);
        Path file = releases.resolve("patch");
        assertEquals(
                new Result(3, "", dump + ": found no readable file, expected a dump\n"),
                run(List.of("diff", former, later), "-o", file.toString()));
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(releases.resolve("patch.part")));
    }

    @Test
    void diffWithAnUnknownOneListsThoseThereAre() {
        Result refused = run(List.of("diff", former, "nothing"));
        assertEquals(3, refused.exit());
        assertTrue(refused.err().startsWith("no release \"nothing\" in "), refused.err());
    }
}
