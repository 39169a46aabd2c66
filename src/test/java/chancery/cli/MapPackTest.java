package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chancery map --pack`: what `pack add` puts into a release, as lines.
class MapPackTest {
    private static final int COLUMNS = 61;
    private static final String BASE = "https://w3id.org/chancery/";
    private static final String ONE = "20180101000000.export.CSV";
    private static final String OTHER = "20180102000000.export.CSV";

    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void write() throws IOException {
        seeds = Files.createDirectories(folder.resolve("seeds"));
        for (String table :
                List.of(
                        "changes",
                        "concepts",
                        "schemes",
                        "states",
                        "state-codes",
                        "region-codes")) {
            for (String end : List.of(".csv", ".csv-metadata.json")) {
                Files.copy(Path.of("seeds", table + end), seeds.resolve(table + end));
            }
        }
        Folders.copy(
                Path.of("seeds/packs/gdelt"),
                Files.createDirectories(seeds.resolve("packs")).resolve("gdelt"));
        Files.writeString(
                folder.resolve(ONE),
                event("1", "20171202", "USA", "RUS", "043", "MX")
                        + event("2", "20171231", "AFR", "", "---", "")
                        + event("3", "20171231", "XQZ", "AZE", "1823", "AJ"));
        Files.writeString(folder.resolve(OTHER), event("4", "20180101", "", "GEO", "010", "GG"));
    }

    private static String event(
            String number, String day, String actor, String target, String kind, String place) {
        String[] cells = new String[COLUMNS];
        Arrays.fill(cells, "");
        cells[0] = number;
        cells[1] = day;
        cells[7] = actor;
        cells[17] = target;
        cells[26] = kind;
        cells[53] = place;
        return String.join("\t", cells) + "\n";
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Result map(String... arguments) {
        List<String> all = new ArrayList<>(List.of("map", "--pack", "gdelt", "--seeds"));
        all.add(seeds.toString());
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit =
                Cli.run(
                        InputStream.nullInputStream(),
                        out,
                        new PrintWriter(out, true, StandardCharsets.UTF_8),
                        new PrintWriter(err, true),
                        Map.of(),
                        all.toArray(String[]::new));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private Set<Triple> released(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        Path releases = folder.resolve("releases");
        all.addAll(
                List.of(
                        "--seeds", seeds.toString(),
                        "--packs", path("packs"),
                        "--releases", releases.toString()));
        Result made = Result.of(all.toArray(String[]::new));
        assertEquals(0, made.exit(), made.out() + made.err());
        String current = Files.readString(releases.resolve("current")).strip();
        try (Release release = Release.open(releases.resolve(current))) {
            return Txn.calculateRead(
                    release.dataset(),
                    () -> new HashSet<>(release.dataset().getDefaultGraph().find().toList()));
        }
    }

    private static Set<String> texts(Set<Triple> triples) {
        return triples.stream()
                .map(Triple::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All that a pack adds to a release comes out of the command, and nothing else; but not what
    /// is said of the dataset, its files and the release itself.
    @Test
    void writesWhatPackAddPutsIntoARelease() throws Exception {
        Set<Triple> before = released("build");
        Set<Triple> added = released("pack", "add", "gdelt", path(ONE), path(OTHER));
        added.removeAll(before);
        added.removeIf(
                triple ->
                        triple.getSubject().isBlank()
                                || triple.getSubject()
                                        .toString()
                                        .matches(
                                                BASE
                                                        + "(id/(source|file)/gdelt-2[^#]*|(graph|release)/.*)"));
        Result mapped = map(path(ONE), path(OTHER));
        assertEquals(0, mapped.exit(), mapped.err());
        Graph graph = RDFParser.fromString(mapped.out(), Lang.NTRIPLES).toGraph();
        assertEquals(texts(added), texts(new HashSet<>(graph.find().toList())));
        assertEquals(mapped.out().lines().count(), graph.size());
        assertTrue(graph.size() > 30);
    }

    @Test
    void tellsCodesThatAreUnknownAndGoesOn() {
        Result mapped = map(path(ONE));
        assertEquals(
                path(ONE)
                        + ":3: column \"agent\": found \"XQZ\", expected a code of cameo"
                        + " [unknown-code]\n",
                mapped.err());
        assertTrue(mapped.out().contains("event/gdelt-3> "));
    }

    @Test
    void writesQuadsIntoAGraphAndOtherIrisOnDemand() {
        List<String> triples = map(path(ONE)).out().lines().toList();
        assertEquals(
                triples.stream()
                        .map(line -> line.replaceAll(" \\.$", " <https://example.org/g> ."))
                        .toList(),
                map(path(ONE), "--graph", "https://example.org/g").out().lines().toList());
        assertEquals(
                triples.stream()
                        .map(line -> line.replace(BASE + "id/", "https://example.org/c/id/"))
                        .toList(),
                map(path(ONE), "--base", "https://example.org/c/").out().lines().toList());
    }

    @Test
    void refusesFilesThatThePackDoesNotStream() throws IOException {
        Files.writeString(folder.resolve("events.csv"), "a,b\n");
        Files.writeString(
                folder.resolve("CAMEO.eventcodes.txt"),
                "CAMEOEVENTCODE\tEVENTDESCRIPTION\n01\tMAKE PUBLIC STATEMENT\n");
        Files.writeString(folder.resolve("20180103000000.export.CSV"), "1\t20171202\n");
        Result otherName = map(path("events.csv"));
        assertEquals(3, otherName.exit());
        assertTrue(otherName.err().contains("found the name events.csv, expected one that the"));
        Result claims = map(path("CAMEO.eventcodes.txt"));
        assertEquals(3, claims.exit());
        assertTrue(claims.err().contains("expected one with the role light"), claims.err());
        Result columns = map(path("20180103000000.export.CSV"));
        assertEquals(3, columns.exit());
        assertTrue(columns.err().contains("[field-count]"), columns.err());
        Result gone = map(path("20180104000000.export.CSV"));
        assertEquals(3, gone.exit());
        assertTrue(gone.err().contains("found no such file"), gone.err());
        Result noPack = Result.of("map", path(ONE), "--seeds", seeds.toString());
        assertEquals(2, noPack.exit());
        Result stored = map(path(ONE), "--store", path("tdb"));
        assertEquals(2, stored.exit());
        assertFalse(Files.exists(folder.resolve("tdb")));
    }
}
