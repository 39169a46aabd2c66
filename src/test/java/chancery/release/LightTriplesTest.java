package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Triples of tables that are too large to be kept twice.
class LightTriplesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 29);
    private static final Node LABEL =
            NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");

    @TempDir private Path releases;

    private static Triple named(String id, String label) {
        return Triple.create(
                NodeFactory.createURI(ReleaseFixture.BASE + "id/event/" + id),
                LABEL,
                NodeFactory.createLiteralString(label));
    }

    private ReleaseBuild.Made make(List<Triple> light) throws ReleaseRefused {
        try (ReleaseBuild build = new ReleaseBuild(releases, Base.DEFAULT, DATE)) {
            build.sink().quad(Quad.create(Base.DEFAULT.graph("register"), named("a", "A")));
            light.forEach(build.lightSink()::triple);
            assertEquals(1, build.defaultGraph().size());
            return build.finish();
        }
    }

    private static long count(Path release, Node graph, Triple pattern) {
        var dataset = DatabaseMgr.connectDatasetGraph(release.resolve("tdb2").toString());
        try {
            return Txn.calculateRead(
                    dataset,
                    () -> {
                        var found = dataset.find(Quad.create(graph, pattern));
                        long all = 0;
                        while (found.hasNext()) {
                            found.next();
                            all++;
                        }
                        return all;
                    });
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    private static String dump(Path release, String name) throws IOException {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(release.resolve("dumps").resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theyStandInTheDefaultGraphAlone() throws Exception {
        ReleaseBuild.Made made = make(List.of(named("b", "B"), named("a", "A")));
        Triple event = named("b", "B");
        assertEquals(1, count(made.folder(), Quad.defaultGraphIRI, event));
        assertEquals(0, count(made.folder(), Quad.unionGraph, event));
        assertTrue(dump(made.folder(), "chancery.ttl.gz").contains("\"B\""));
        assertTrue(!dump(made.folder(), "chancery.nq.gz").contains("\"B\""));
        assertEquals(List.of(), Verification.of(made.folder()).broken());
    }

    @Test
    void ofTheDumpsTheyAreInTheWholeGraphAlone() throws Exception {
        Path dumps = make(List.of(named("b", "B"))).folder().resolve("dumps");
        try (Stream<Path> files = Files.walk(dumps)) {
            for (Path file : files.filter(LightTriplesTest::isText).toList()) {
                String text = Files.readString(file);
                assertEquals(
                        file.endsWith("chancery.ttl"), text.contains("\"B\""), file.toString());
            }
        }
        assertTrue(Files.readString(dumps.resolve("chancery.jsonld")).contains("\"A\""));
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(ttl|jsonld|csv|nq|trig|tsv)");
    }

    @Test
    void theIdDependsOnThemButNotOnThoseThatANamedGraphHasToo() throws Exception {
        String plain = make(List.of()).id();
        assertEquals(plain, make(List.of(named("a", "A"))).id());
        assertNotEquals(plain, make(List.of(named("b", "B"))).id());
    }

    @Test
    void oneThatIsMissingIsFound() throws Exception {
        ReleaseBuild.Made made = make(List.of(named("b", "B")));
        var dataset = DatabaseMgr.connectDatasetGraph(made.folder().resolve("tdb2").toString());
        Txn.executeWrite(dataset, () -> dataset.getDefaultGraph().delete(named("b", "B")));
        TDBInternal.expel(dataset);
        List<String> broken = Verification.of(made.folder()).broken();
        assertTrue(
                broken.stream().anyMatch(line -> line.contains("expected those of " + made.id())),
                broken.toString());
    }
}
