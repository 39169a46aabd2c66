package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseBuild.Made;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseBuildTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 31);
    private static final String CONTENT =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/register> {
              <id/state/russia> a chy:State . <id/source/s> a chy:Source .
              <id/agreement/t> a chy:Agreement .
            }
            GRAPH <graph/best> { <id/agreement/t> chy:party <id/state/russia> . }
            GRAPH <graph/source/s> {
              <id/claim/c> a chy:Claim ; rdf:subject <id/agreement/t> ; chy:statedIn <id/source/s> ;
                chy:verdict chy:Accepted .
            }
            GRAPH <graph/reifiers> {
              <id/claim/c> rdf:reifies <<( <id/agreement/t> chy:party <id/state/russia> )>> .
            }
            GRAPH <graph/rows> { <id/claim/c> chy:row <seeds/t.csv#row=2> . }
            """;
    private static final String CHANGED = CONTENT.replace("id/state/russia", "id/state/iran");

    /// No file system takes a name as long as the one that this source's dump would have.
    private static final String THAT_CANNOT_BE_WRITTEN =
            CONTENT + "GRAPH <graph/register> { <id/source/" + "s".repeat(300) + "> a chy:Source }";

    /// Triples in which a slice says of which release it is.
    private static final int ABOUT_ITSELF = 4;

    private static final String TRIG = "dumps/chancery.trig";

    @TempDir private Path folder;
    private Path releases = Path.of("");

    @BeforeEach
    void nameReleases() {
        releases = folder.resolve("releases");
    }

    private static List<Quad> quads(String trig) {
        List<Quad> quads = new ArrayList<>();
        RDFParser.fromString(trig, Lang.TRIG)
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void quad(Quad quad) {
                                quads.add(quad);
                            }
                        });
        return quads;
    }

    private static ReleaseBuild build(Path releases, LocalDate date, List<Quad> quads) {
        ReleaseBuild build = new ReleaseBuild(releases, Base.DEFAULT, date);
        StreamRDF sink = build.sink();
        sink.start();
        quads.forEach(sink::quad);
        sink.finish();
        return build;
    }

    private Made make(String trig) throws ReleaseRefused {
        return build(releases, DATE, quads(trig)).finish();
    }

    private String current() throws IOException {
        return Files.readString(releases.resolve("current"));
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(releases)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Map<String, String> digests(Path release) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(release.relativize(file).toString(), HexFormat.of().formatHex(sha));
            }
        }
        return digests;
    }

    @Test
    void aReleaseIsAFolderThatCurrentNames() throws Exception {
        Made made = make(CONTENT);
        assertTrue(made.id().matches("[0-9a-f]{16}"), made.id());
        assertEquals(made.id() + "\n", current());
        assertEquals(Set.of("current", made.id()), names());
        assertEquals(releases.resolve(made.id()), made.folder());
        Set<String> files = digests(made.folder()).keySet();
        assertTrue(
                files.containsAll(
                        Set.of(
                                "release.ttl",
                                "dumps/chancery.ttl",
                                "dumps/chancery.nq.gz",
                                TRIG,
                                "dumps/disagreements.ttl",
                                "dumps/disagreements.ttl.gz",
                                "dumps/sources/s.ttl",
                                "dumps/states/russia.ttl.gz",
                                "dumps/SHA256SUMS")),
                files.toString());
        assertTrue(files.stream().noneMatch(name -> name.endsWith(".lock")), files.toString());
        assertEquals(1, made.census().of("Claim"));
        assertEquals(1, made.census().graph(Base.DEFAULT, "reifiers"));
    }

    @Test
    void theDumpOfDisagreementsIsThereListedAndDescribedAlsoWhenThereAreNone() throws Exception {
        Path without = make(CONTENT).folder();
        assertEquals(ABOUT_ITSELF, triplesOf(without.resolve("dumps/disagreements.ttl")).size());
        Path with =
                make(CONTENT
                                + "GRAPH <graph/disagreements> { <id/disagreement/d> a chy:Disagreement }")
                        .folder();
        assertEquals(ABOUT_ITSELF + 1, triplesOf(with.resolve("dumps/disagreements.ttl")).size());
        for (Path release : List.of(without, with)) {
            String sums = Files.readString(release.resolve("dumps/SHA256SUMS"));
            assertTrue(sums.contains("  disagreements.ttl\n"), sums);
            assertTrue(sums.contains("  disagreements.ttl.gz\n"), sums);
            String description = Files.readString(release.resolve("release.ttl"));
            assertTrue(description.contains("\"disagreements.ttl\""), description);
            assertTrue(description.contains("\"disagreements.ttl.gz\""), description);
        }
    }

    private static List<Triple> triplesOf(Path turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(turtle).parse(graph);
        return graph.find().toList();
    }

    @Test
    void theDefaultGraphLeavesOutTripleTermsAndRows() throws Exception {
        List<Triple> plain = build(releases, DATE, quads(CONTENT)).defaultGraph();
        assertEquals(8, plain.size());
        assertTrue(plain.stream().noneMatch(triple -> triple.getObject().isTripleTerm()));
    }

    @Test
    void whatIsStoredIsWhatIsDumped() throws Exception {
        String values =
                """
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX chy: <https://w3id.org/chancery/ontology#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                BASE <https://w3id.org/chancery/>
                GRAPH <graph/best> {
                  <id/x> chy:value 7, 7.50, "07"^^xsd:decimal, "007"^^xsd:integer, 1e1, "1"^^xsd:boolean,
                    "2026-01-31"^^xsd:date, "2026-01-31Z"^^xsd:date, "P1Y"^^xsd:duration, "7",
                    "7"@en, "+7"^^xsd:int, "1066"^^xsd:gYear,
                    123456789012345678901234567890.10 .
                }
                GRAPH <graph/reifiers> { <id/c> rdf:reifies <<( <id/x> chy:value "7"^^xsd:decimal )>> . }
                """;
        Made made = make(values);
        Set<Quad> dumped = new HashSet<>(quads(Files.readString(made.folder().resolve(TRIG))));
        try (Release release = Release.open(made.folder())) {
            DatasetGraph dataset = release.dataset();
            Set<Quad> stored =
                    Txn.calculateRead(
                            dataset,
                            () -> {
                                Set<Quad> all = new HashSet<>();
                                dataset.findNG(null, null, null, null).forEachRemaining(all::add);
                                return all;
                            });
            assertEquals(dumped, stored);
        }
        assertEquals(made.id(), make(values.replace("7.50", "7.5")).id());
    }

    @Test
    void theSameInputInAnyOrderAndTwiceGivesTheSameBytes() throws Exception {
        Made first = make(CONTENT);
        List<Quad> shuffled = new ArrayList<>(quads(CONTENT));
        shuffled.addAll(quads(CONTENT));
        Collections.shuffle(shuffled, new Random(7));
        Made second = build(folder.resolve("others"), DATE, shuffled).finish();
        assertEquals(first.id(), second.id());
        assertEquals(reproducible(first.folder()), reproducible(second.folder()));
    }

    /// Of all files but those of the text index, which has the time and a number by chance in it.
    private static Map<String, String> reproducible(Path release) throws Exception {
        Map<String, String> digests = digests(release);
        assertTrue(digests.keySet().removeIf(name -> name.startsWith("text/")));
        return digests;
    }

    @Test
    void aReleaseThatHadToBeSortedOnTheDiskHasTheSameBytes() throws Exception {
        List<Quad> many = new ArrayList<>(quads(CONTENT + SyntheticGraph.events(400)));
        Made first = build(releases, DATE, many).finish();
        Collections.shuffle(many, new Random(11));
        for (long bytes : List.of(1_000L, 20_000L, 200_000L)) {
            Path others = folder.resolve("sorted-" + bytes);
            ReleaseBuild build =
                    new ReleaseBuild(others, Base.DEFAULT, DATE, bytes, BuildProgress.NONE);
            many.forEach(build.sink()::quad);
            assertTrue(Files.exists(sorting(others)), "nothing on the disk");
            Made second = build.finish();
            assertEquals(first.id(), second.id());
            assertEquals(first.census(), second.census());
            assertEquals(Set.of(), differing(first.folder(), second.folder()));
            assertFalse(Files.exists(building(others)));
            assertFalse(Files.exists(sorting(others)));
        }
    }

    /// Names of files that are not the same in both, but for those of the text index.
    private static Set<String> differing(Path one, Path other) throws Exception {
        Map<String, String> left = digests(one);
        Map<String, String> right = digests(other);
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        names.removeIf(name -> name.startsWith("text/"));
        names.removeIf(name -> Objects.equals(left.get(name), right.get(name)));
        return names;
    }

    private static Path building(Path releases) {
        return releases.resolve(".building-" + ProcessHandle.current().pid());
    }

    private static Path sorting(Path releases) {
        return releases.resolve(".sorting-" + ProcessHandle.current().pid());
    }

    @Test
    void aBuildThatIsGivenUpLeavesNothing() throws Exception {
        String before = make(CONTENT).id() + "\n";
        Set<String> names = names();
        try (ReleaseBuild build =
                new ReleaseBuild(releases, Base.DEFAULT, DATE, 100, BuildProgress.NONE)) {
            quads(CHANGED).forEach(build.sink()::quad);
            assertTrue(Files.exists(sorting(releases)));
        }
        assertEquals(names, names());
        assertEquals(before, current());
    }

    @Test
    void theSinkSaysWhenTheDiskTakesNoMore() throws Exception {
        Files.writeString(releases, "mine");
        ReleaseBuild build =
                new ReleaseBuild(releases, Base.DEFAULT, DATE, 100, BuildProgress.NONE);
        UncheckedIOException failure =
                assertThrows(
                        UncheckedIOException.class,
                        () -> quads(CONTENT).forEach(build.sink()::quad));
        String message = String.valueOf(build.refusal(failure).getMessage());
        assertTrue(message.startsWith(releases + ": found it not writable ("), message);
        assertTrue(message.endsWith("), the former release stays"), message);
    }

    @Test
    void quadsThatComeTooLateAndBlankNodesAreMistakes() throws Exception {
        ReleaseBuild build = build(releases, DATE, quads(CONTENT));
        List<Quad> blank = quads("GRAPH <https://w3id.org/chancery/graph/best> { [] a [] }");
        assertThrows(IllegalArgumentException.class, () -> blank.forEach(build.sink()::quad));
        build.defaultGraph();
        List<Quad> late = quads(CONTENT);
        assertThrows(IllegalStateException.class, () -> late.forEach(build.sink()::quad));
    }

    @Test
    void aReleaseThatIsThereIsKeptAsItIs() throws Exception {
        Made first = make(CONTENT);
        Path mark = Files.writeString(first.folder().resolve("evidence.ttl"), "");
        make(CHANGED);
        Made again = make(CONTENT);
        assertEquals(first.id(), again.id());
        assertTrue(Files.exists(mark));
        assertEquals(first.id() + "\n", current());
        assertEquals(Set.of("current", "patches", first.id(), make(CHANGED).id()), names());
    }

    @Test
    void theIdChangesWithDateAndContentButNotWithRows() throws Exception {
        String id = make(CONTENT).id();
        assertNotEquals(id, make(CHANGED).id());
        assertNotEquals(id, make(CONTENT.replace("chy:Accepted", "chy:Refined")).id());
        assertNotEquals(id, build(releases, DATE.plusDays(1), quads(CONTENT)).finish().id());
        assertEquals(id, make(CONTENT.replace("#row=2", "#row=3")).id());
    }

    @Test
    void aBuildThatIsNeverFinishedWritesNothing() throws Exception {
        String before = make(CONTENT).id() + "\n";
        Set<String> names = names();
        build(releases, DATE, quads(CHANGED)).defaultGraph();
        assertEquals(before, current());
        assertEquals(names, names());
    }

    @Test
    void aBuildThatFailsWhileItWritesLeavesTheFormerReleaseAsItWas() throws Exception {
        Made former = make(CONTENT);
        Map<String, String> bytes = digests(former.folder());

        ReleaseRefused refusal =
                assertThrows(ReleaseRefused.class, () -> make(THAT_CANNOT_BE_WRITTEN));

        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(releases + ": found it not writable ("), message);
        assertTrue(message.endsWith("), the former release stays"), message);
        assertEquals(former.id() + "\n", current());
        assertEquals(Set.of("current", former.id()), names());
        assertEquals(bytes, digests(former.folder()));
    }

    @Test
    void aBuildThatCannotSwitchLeavesNothingBehind() throws Exception {
        Files.createDirectories(releases.resolve("current/occupied"));
        assertThrows(ReleaseRefused.class, () -> make(CONTENT));
        assertEquals(Set.of("current"), names());
    }

    @Test
    void aBuildThatCannotSwitchKeepsAReleaseThatWasThere() throws Exception {
        Made former = make(CONTENT);
        Files.delete(releases.resolve("current"));
        Files.createDirectories(releases.resolve("current/occupied"));
        assertThrows(ReleaseRefused.class, () -> make(CONTENT));
        assertEquals(Set.of("current", former.id()), names());
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
        Files.writeString(releases, "mine");
        ReleaseRefused refusal = assertThrows(ReleaseRefused.class, () -> make(CONTENT));
        assertEquals(
                releases + ": found a file, expected the folder of releases", refusal.getMessage());
        assertEquals("mine", Files.readString(releases));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        releases = Files.writeString(folder.resolve("file"), "mine").resolve("releases");
        ReleaseRefused refusal = assertThrows(ReleaseRefused.class, () -> make(CONTENT));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(releases + ": found it not writable ("), message);
    }

    @Test
    void whatACrashLeftIsCleanedUpButNotWhatIsStillBeingBuilt() throws Exception {
        long gone = Integer.MAX_VALUE;
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        long own = ProcessHandle.current().pid();
        Files.createDirectories(releases.resolve(".building-" + gone + "/tdb2/Data-0001"));
        Files.writeString(releases.resolve(".current-" + gone), "x");
        Files.createDirectories(releases.resolve(".building-" + own + "/dumps"));
        Files.createDirectories(releases.resolve(".building-" + alive));
        Files.createDirectories(releases.resolve(".building-mine"));

        Made made = make(CONTENT);

        assertEquals(Set.of("current", made.id(), ".building-" + alive, ".building-mine"), names());
    }

    @Test
    void aFolderThatIsNoWholeReleaseIsReplaced() throws Exception {
        String id = make(CONTENT).id();
        Files.delete(releases.resolve(id).resolve("release.ttl"));
        Files.writeString(releases.resolve(id).resolve("rubbish"), "");
        Made made = make(CONTENT);
        assertEquals(id, made.id());
        assertTrue(Files.exists(made.folder().resolve("release.ttl")));
        assertFalse(Files.exists(made.folder().resolve("rubbish")));
    }

    @Test
    void aTripleOutsideAllGraphsIsAMistake() {
        Triple triple = quads(CONTENT).getFirst().asTriple();
        StreamRDF sink = new ReleaseBuild(releases, Base.DEFAULT, DATE).sink();
        assertThrows(IllegalArgumentException.class, () -> sink.triple(triple));
    }

    @Test
    void aBlankNodeInsideATripleTermIsRefusedToo() {
        String inside =
                CONTENT.replace(
                        "<<( <id/agreement/t> chy:party <id/state/russia> )>>",
                        "<<( _:b chy:party <id/state/russia> )>>");
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> build(releases, DATE, quads(inside)).close());
        String reason = String.valueOf(refused.getMessage());
        assertTrue(reason.startsWith("a release has no blank nodes: "), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "1912-06-23", "1980-01-01", "2200-01-01"})
    void dateThatArchivesHaveNoPlaceForGivesTheSameBytesInEveryTimeZone(String date)
            throws Exception {
        TimeZone before = TimeZone.getDefault();
        List<Map<String, String>> made = new ArrayList<>();
        try {
            for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Path at = folder.resolve(zone.replace('/', '-'));
                Map<String, String> digests =
                        digests(build(at, LocalDate.parse(date), quads(CONTENT)).finish().folder());
                digests.keySet().removeIf(name -> name.startsWith("text/"));
                made.add(digests);
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertTrue(made.getFirst().containsKey("dumps/tables.zip"), made.toString());
        assertTrue(made.getFirst().containsKey("dumps/chancery-tdb2.tar.gz"), made.toString());
        assertEquals(made.getFirst(), made.getLast());
    }
}
