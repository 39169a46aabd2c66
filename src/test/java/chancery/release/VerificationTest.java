package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    private static final String CONTENT =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/register> { <id/state/russia> a chy:State . <id/agreement/t> a chy:Agreement }
            GRAPH <graph/best> { <id/agreement/t> chy:party <id/state/russia> . }
            """;
    private static final String NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir private Path releases;
    private Path release = Path.of("");

    @BeforeEach
    void make() throws Exception {
        ReleaseBuild build = new ReleaseBuild(releases, Base.DEFAULT, LocalDate.of(2026, 1, 31));
        RDFParser.fromString(CONTENT, Lang.TRIG).parse(build.sink());
        release = build.finish().folder();
    }

    /// As if whoever changed something had changed the list of all files as well; what that list
    /// finds is shown by [DamageFaults].
    private List<String> broken() throws IOException {
        ReleaseFiles.write(release);
        return Verification.of(release).broken();
    }

    private String sum(String name) throws IOException {
        return Files.readAllLines(release.resolve("dumps/SHA256SUMS")).stream()
                .filter(line -> line.endsWith("  " + name))
                .map(line -> line.substring(0, 64))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReleaseThatWasJustMadeHolds() throws IOException {
        Verification.Result result = Verification.of(release);
        assertEquals(List.of(), result.broken());
        try (Stream<String> sums = Files.lines(release.resolve("dumps/SHA256SUMS"))) {
            assertEquals(sums.count(), result.files());
        }
        assertTrue(result.counts() > 20, result.toString());
        try (Stream<Path> left = Files.list(releases)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void aDumpThatChangedIsNamedWithItsChecksumsAndSize() throws IOException {
        Path dump = release.resolve("dumps/states/russia.ttl");
        String was = sum("states/russia.ttl");
        long size = Files.size(dump);
        Files.writeString(dump, "");
        assertEquals(
                List.of(
                        dump + ": found " + NOTHING + ", expected " + was + " as SHA256SUMS says",
                        dump + ": found " + NOTHING + ", expected " + was + " as release.ttl says",
                        dump + ": found 0 bytes, expected " + size + " bytes as release.ttl says"),
                broken());
    }

    @Test
    void aChecksumThatChangedTogetherWithItsFileIsFoundByTheDescription() throws IOException {
        Path dump = release.resolve("dumps/chancery.nq.gz");
        String was = sum("chancery.nq.gz");
        long size = Files.size(dump);
        Files.write(dump, new byte[0]);
        Path sums = release.resolve("dumps/SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replace(was, NOTHING));
        assertEquals(
                List.of(
                        dump + ": found " + NOTHING + ", expected " + was + " as release.ttl says",
                        dump + ": found 0 bytes, expected " + size + " bytes as release.ttl says"),
                broken());
    }

    @Test
    void aFileThatIsGoneAndOneThatNobodyListsAreNamed() throws IOException {
        Path gone = release.resolve("dumps/chancery.trig");
        Files.delete(gone);
        Path more = Files.writeString(release.resolve("dumps/more.ttl"), "");
        assertEquals(
                List.of(
                        gone + ": found no such file, expected one",
                        more + ": found a file, expected none, for SHA256SUMS does not list it",
                        more + ": found a file, expected none, for release.ttl does not list it"),
                broken());
    }

    @Test
    void aLineThatIsNoChecksumIsNamed() throws IOException {
        Path sums = release.resolve("dumps/SHA256SUMS");
        Files.writeString(sums, "nothing\n" + Files.readString(sums));
        assertEquals(List.of(sums + ":1: found no checksum, expected one a line"), broken());
    }

    @Test
    void aChecksumOfAFileOutsideOfTheDumpsIsNotFollowed() throws IOException {
        Path sums = release.resolve("dumps/SHA256SUMS");
        Files.writeString(sums, Files.readString(sums) + NOTHING + "  ../release.ttl\n");
        assertEquals(
                List.of(release.resolve("release.ttl") + ": found no such file, expected one"),
                broken());
    }

    @Test
    void aQuadMoreInTheDatabaseIsFoundByEveryCountItChanges() throws IOException {
        Path database = release.resolve("tdb2");
        Node state = NodeFactory.createURI("https://w3id.org/chancery/ontology#State");
        Node iran = NodeFactory.createURI("https://w3id.org/chancery/id/state/iran");
        add(database, Quad.create(Quad.defaultGraphIRI, iran, RDF.Nodes.type, state));
        long triples = count("triples");
        String where = database + ": ";
        List<String> broken = broken();
        assertEquals(5, broken.size(), broken.toString());
        assertEquals(
                where
                        + "found 1 triples in the default graph that are in no named graph and 0"
                        + " missing, expected what the named graphs hold",
                broken.get(4));
        assertEquals(
                where
                        + "class <https://w3id.org/chancery/ontology#State>: found 2, expected 1 as"
                        + " release.ttl says",
                broken.get(0));
        assertEquals(
                where
                        + "class <https://w3id.org/chancery/ontology#State> property <"
                        + RDF.type.getURI()
                        + ">: found 2, expected 1 as release.ttl says",
                broken.get(1));
        assertTrue(broken.get(2).startsWith(where + "property <" + RDF.type.getURI() + ">: "));
        assertEquals(
                where
                        + "triples: found %d, expected %d as release.ttl says"
                                .formatted(triples + 1, triples),
                broken.get(3));
    }

    @Test
    void aGraphThatTheDescriptionDoesNotNameIsFound() throws IOException {
        Node odd = NodeFactory.createURI("https://w3id.org/chancery/graph/odd");
        add(release.resolve("tdb2"), Quad.create(odd, odd, odd, odd));
        List<String> broken = broken();
        String where = release.resolve("tdb2") + ": ";
        assertEquals(3, broken.size(), broken.toString());
        assertEquals(
                where
                        + "graph <https://w3id.org/chancery/graph/odd>: found 1, expected none as"
                        + " release.ttl says",
                broken.get(0));
        assertTrue(broken.get(1).startsWith(where + "found quads that make release "));
        assertEquals(
                where
                        + "found 0 triples in the default graph that are in no named graph and 1"
                        + " missing, expected what the named graphs hold",
                broken.get(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000})
    void aValueThatChangedWithoutAnyCountIsFoundByTheId(long sortBytes) throws IOException {
        assertEquals(List.of(), Verification.of(release, sortBytes).broken());
        Node best = NodeFactory.createURI("https://w3id.org/chancery/graph/best");
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(release.resolve("tdb2").toString());
        Txn.executeWrite(
                dataset,
                () -> {
                    Quad was = dataset.find(best, Node.ANY, Node.ANY, Node.ANY).next();
                    for (Node graph : List.of(best, Quad.defaultGraphIRI)) {
                        dataset.delete(Quad.create(graph, was.asTriple()));
                        dataset.add(graph, was.getSubject(), was.getPredicate(), was.getSubject());
                    }
                });
        TDBInternal.expel(dataset, true);
        ReleaseFiles.write(release);
        List<String> broken = Verification.of(release, sortBytes).broken();
        assertEquals(1, broken.size(), broken.toString());
        String id = release.getFileName().toString();
        assertTrue(
                broken.getFirst()
                        .matches(
                                ".*tdb2: found quads that make release [0-9a-f]{16}, expected those"
                                        + " of "
                                        + id),
                broken.toString());
        try (Stream<Path> left = Files.list(releases)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void aDefaultGraphThatIsNotWhatTheNamedGraphsHoldIsFound() throws IOException {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(release.resolve("tdb2").toString());
        Node party = NodeFactory.createURI("https://w3id.org/chancery/ontology#party");
        Txn.executeWrite(
                dataset,
                () -> {
                    Quad was = dataset.find(Quad.defaultGraphIRI, Node.ANY, party, Node.ANY).next();
                    dataset.delete(was);
                    dataset.add(Quad.defaultGraphIRI, was.getSubject(), party, was.getSubject());
                });
        TDBInternal.expel(dataset, true);
        assertEquals(
                List.of(
                        release.resolve("tdb2")
                                + ": found 1 triples in the default graph that are in no named graph"
                                + " and 1 missing, expected what the named graphs hold"),
                broken());
    }

    private static void add(Path database, Quad quad) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
        Txn.executeWrite(dataset, () -> dataset.add(quad));
        TDBInternal.expel(dataset, true);
    }

    private long count(String name) throws IOException {
        assertEquals("triples", name);
        return new ReleaseStore(releases)
                .find(release.getFileName().toString())
                .orElseThrow()
                .description()
                .triples();
    }

    @Test
    void aCountThatWasWrittenByHandIsFound() throws IOException {
        Path file = release.resolve("release.ttl");
        String turtle = Files.readString(file);
        String claims = "chy:claims";
        assertTrue(turtle.contains(claims), turtle);
        Files.writeString(file, turtle.replaceFirst("(chy:claims +)\\d+", "$1 7"));
        assertEquals(
                List.of(
                        release.resolve("tdb2")
                                + ": claims: found 0, expected 7 as release.ttl says"),
                broken());
    }

    @Test
    void aReleaseUnderAnotherNameIsFound() throws IOException {
        Path moved = Files.move(release, release.resolveSibling("other"));
        String id = release.getFileName().toString();
        release = moved;
        assertEquals(
                List.of(
                        moved.resolve("release.ttl")
                                + ": found release "
                                + id
                                + ", expected other, as its folder is named"),
                broken());
    }

    @Test
    void aPartThatIsMissingIsNamed() throws IOException {
        LinkedCopy.delete(release.resolve("tdb2"));
        assertEquals(List.of(release + ": found no tdb2, expected all parts"), broken());
        Files.delete(release.resolve("release.ttl"));
        assertEquals(
                List.of(release.resolve("release.ttl") + ": found no readable file"), broken());
    }

    @Test
    void aDatabaseThatIsSpoiltIsNamed() throws IOException {
        try (Stream<Path> files = Files.walk(release.resolve("tdb2"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dat")).toList()) {
                Files.write(file, "spoilt".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        List<String> broken = broken();
        assertEquals(1, broken.size(), broken.toString());
        assertTrue(broken.getFirst().endsWith("found no readable database"), broken.toString());
    }

    @Test
    void aFileOfTheTextIndexThatChangedOrIsGoneOrNewIsNamed() throws IOException {
        Path text = release.resolve("text");
        Path segments = text.resolve("segments_1");
        String was =
                Files.readAllLines(text.resolve("SHA256SUMS")).stream()
                        .filter(line -> line.endsWith("  segments_1"))
                        .map(line -> line.substring(0, 64))
                        .findFirst()
                        .orElseThrow();
        Files.delete(segments);
        Files.writeString(text.resolve("other"), "");
        List<String> broken = TextFiles.broken(text);
        assertEquals(
                List.of(
                        text.resolve("other")
                                + ": found "
                                + NOTHING
                                + ", expected none as SHA256SUMS says",
                        segments + ": found no such file, expected " + was + " as SHA256SUMS says"),
                broken);
        assertTrue(broken().containsAll(broken), broken().toString());
    }

    @Test
    void aReleaseMadeBeforeThereWasATextIndexHolds() throws IOException {
        try (Stream<Path> files = Files.list(release.resolve("text"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(release.resolve("text"));
        assertEquals(List.of(), broken());
    }
}
