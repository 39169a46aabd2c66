package chancery.release.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.release.ReleaseBuild;
import chancery.release.ReleaseRefused;
import chancery.release.ReleaseStore;
import chancery.release.ReleaseStore.Listed;
import chancery.vocab.Base;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasePatchTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 31);

    /// Terms that are easily written or read in another way than they were meant.
    private static final List<String> TERMS =
            List.of(
                    "<id/state/iran>",
                    "<id/state/%D0%B8>",
                    "\"\"",
                    "\"a \\\"quote\\\" and a \\\\\"",
                    "\"two\\nlines, a\\ttab and a\\rreturn\"",
                    "\"ends in .\"",
                    "\" . <x> .\"",
                    "\"Договор 條約 \uD83D\uDD4A\"",
                    "\"treaty\"@en",
                    "\"treaty\"@en-GB",
                    "\"عهد\"@ar--rtl",
                    "\"01\"^^xsd:integer",
                    "\"1.50\"^^xsd:decimal",
                    "\"# no comment\"^^<ontology#odd>");

    @TempDir private Path folder;

    private Listed release(String content) throws ReleaseRefused {
        ReleaseBuild build = new ReleaseBuild(folder, Base.DEFAULT, DATE);
        RDFParser.fromString(
                        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
                                + "BASE <https://w3id.org/chancery/>\n"
                                + content,
                        Lang.TRIG)
                .parse(build.sink());
        return new ReleaseStore(folder).find(build.finish().id()).orElseThrow();
    }

    private static byte[] patch(Listed former, Listed later) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReleasePatch.write(former, later, out);
        return out.toByteArray();
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        return Txn.calculateRead(dataset, () -> Iter.toSet(dataset.find()));
    }

    private static DatasetGraph dump(Listed release) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(
                dataset,
                () -> RDFParser.source(release.dumps().resolve("chancery.nq")).parse(dataset));
        return dataset;
    }

    /// By Jena's own reader, to Jena's own dataset.
    private static void assertTurns(Listed former, Listed later) throws IOException {
        DatasetGraph dataset = dump(former);
        Set<Quad> expected = quads(dump(later));
        assertNotEquals(expected, quads(dataset));
        RDFPatchOps.applyChange(dataset, new ByteArrayInputStream(patch(former, later)));
        assertEquals(expected, quads(dataset));
    }

    private static String graph(List<String> objects) {
        StringBuilder text = new StringBuilder("GRAPH <graph/register> {\n");
        for (String object : objects) {
            text.append("  <id/agreement/t> <ontology#p> ").append(object).append(" .\n");
        }
        return text.append("}\n").toString();
    }

    @Test
    void aPatchTurnsOneReleaseIntoTheOtherAndBack() throws Exception {
        Listed former = release(graph(TERMS.subList(0, 7)));
        Listed later = release(graph(TERMS.subList(5, TERMS.size())));
        assertTurns(former, later);
        assertTurns(later, former);
    }

    @Test
    void aPatchTurnsAnyReleaseIntoAnyOther() throws Exception {
        long seed = 20261128;
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            Listed former = release(some(random) + "# " + seed);
            Listed later =
                    release(some(random) + "GRAPH <graph/best> { <id/a> a <id/b" + i + "> }");
            assertTurns(former, later);
            assertTurns(later, former);
        }
    }

    private static String some(Random random) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("register", "rows", "source/s")) {
            List<String> objects = new ArrayList<>(TERMS);
            objects.removeIf(term -> random.nextBoolean());
            text.append(graph(objects).replace("register", name));
        }
        return text.toString();
    }

    @Test
    void thePatchIsOneTransactionBetweenTwoNamedReleases() throws Exception {
        Listed former = release("GRAPH <graph/register> { <id/a> a <id/b> }");
        Listed later = release("GRAPH <graph/register> { <id/a> a <id/c> }");
        String base = "https://w3id.org/chancery/";
        List<String> lines =
                new String(patch(former, later), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.length() < 9 || !line.contains("graph/release>"))
                        .toList();
        String type = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
        String at = " <" + base + "graph/register> .";
        assertEquals(
                List.of(
                        "H id <" + base + "release/" + later.id() + "> .",
                        "H prev <" + base + "release/" + former.id() + "> .",
                        "H issued \"2026-01-31\"^^<http://www.w3.org/2001/XMLSchema#date> .",
                        "H license <https://creativecommons.org/publicdomain/zero/1.0/> .",
                        "TX .",
                        "D <" + base + "id/a>" + type + "<" + base + "id/b>" + at,
                        "A <" + base + "id/a>" + type + "<" + base + "id/c>" + at,
                        "TC ."),
                lines);
        RDFPatch read = RDFPatchOps.read(new ByteArrayInputStream(patch(former, later)));
        assertEquals(NodeFactory.createURI(base + "release/" + later.id()), read.getId());
        assertEquals(NodeFactory.createURI(base + "release/" + former.id()), read.getPrevious());
    }

    @Test
    void theSizeIsThatOfWhatDiffers() throws Exception {
        Listed former = release(graph(TERMS));
        assertEquals(
                new ReleasePatch.Size(0, 0),
                ReleasePatch.write(former, former, new ByteArrayOutputStream()));
        Listed later = release("");
        ReleasePatch.Size size = ReleasePatch.write(former, later, new ByteArrayOutputStream());
        assertEquals(quads(dump(former)).size() - unchanged(former, later), size.deleted());
        assertEquals(quads(dump(later)).size() - unchanged(former, later), size.added());
    }

    private static int unchanged(Listed former, Listed later) {
        Set<Quad> both = quads(dump(former));
        both.retainAll(quads(dump(later)));
        return both.size();
    }

    @Test
    void aDumpThatIsNotSortedIsRefusedByFileAndLine() throws Exception {
        Listed former = release(graph(TERMS));
        Listed later = release("");
        Path dump = former.dumps().resolve("chancery.nq");
        List<String> lines = new ArrayList<>(Files.readAllLines(dump));
        int first = (int) lines.stream().takeWhile(line -> line.startsWith("#")).count();
        lines.add(first + 2, lines.get(first));
        Files.write(dump, lines);
        IOException refused = assertThrows(IOException.class, () -> patch(former, later));
        assertEquals(
                dump + ":" + (first + 3) + ": found a quad before its place, expected them sorted",
                refused.getMessage());
    }

    @Test
    void aDumpThatIsNoTextIsRefused() throws Exception {
        Listed former = release(graph(TERMS));
        Listed later = release("");
        Path dump = later.dumps().resolve("chancery.nq");
        Files.write(dump, new byte[] {(byte) 0xc3, '(', '\n'});
        UnreadableDump refused = assertThrows(UnreadableDump.class, () -> patch(former, later));
        assertEquals(
                dump
                        + ": found no way to read on after line 0"
                        + " (java.nio.charset.MalformedInputException: Input length = 1), expected"
                        + " UTF-8",
                refused.getMessage());
    }
}
