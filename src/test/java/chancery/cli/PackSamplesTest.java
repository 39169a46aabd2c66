package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.describe.TableDescription;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.release.Release;
import chancery.release.ReleaseQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One release with samples of every dataset of which there is a pack: how many rows and claims
/// each gives, what findings, and what the example queries of the packs answer.
///
/// Which file is a sample of which pack, and what comes of it, is listed in `packs/samples.tsv`.
/// The samples are not part of the project: without them the tests are skipped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackSamplesTest {
    private static final Path PACKS = Path.of("seeds/packs");
    private static final Path SAMPLES = Path.of("../shared/datasets");
    private static final Path LIST = Path.of("src/test/resources/packs/samples.tsv");
    private static final Pattern FINDING = Pattern.compile("\\[([a-z-]+)\\]$");

    @TempDir private static Path folder;
    private List<String> told = List.of();
    private Release release;

    /// @param file below the folder of samples
    /// @param rows as the build tells them
    /// @param findings such as `unknown-code 3`, by code, with commas between; may be empty
    record Sample(String pack, String file, String rows, String findings) {
        String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return pack + " " + name();
        }
    }

    @BeforeAll
    void addAllSamples() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "no samples in " + SAMPLES);
        PackStore store = new PackStore(folder.resolve("packs"));
        for (Pack pack : Pack.all(PACKS)) {
            List<PackStore.Added> files = new ArrayList<>();
            for (Sample sample : samples()) {
                if (sample.pack().equals(pack.name())) {
                    Path file = SAMPLES.resolve(sample.file());
                    TableDescription table = pack.table(sample.name()).orElseThrow();
                    files.add(new PackStore.Added(file, table.url(), sha256(file), -1, "sample"));
                }
            }
            store.with(pack, files).commit();
        }
        Path releases = folder.resolve("releases");
        Result built =
                Result.of(
                        "build",
                        "--packs",
                        folder.resolve("packs").toString(),
                        "--releases",
                        releases.toString());
        assertEquals(0, built.exit(), built.out() + built.err());
        told = built.err().lines().toList();
        release =
                Release.open(
                        releases.resolve(Files.readString(releases.resolve("current")).strip()));
    }

    @AfterAll
    void closeRelease() {
        if (release != null) {
            release.close();
        }
    }

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                samples.add(new Sample(cells[0], cells[1], cells[2], cells[3]));
            }
        }
        return samples;
    }

    static List<Path> packs() throws IOException {
        try (Stream<Path> all = Files.list(PACKS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    static List<Path> queries() throws IOException {
        try (Stream<Path> all = Files.walk(PACKS)) {
            return all.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesRowsAndClaims(Sample sample) {
        List<String> counts =
                told.stream()
                        .filter(line -> line.startsWith("pack " + sample.pack() + ": "))
                        .filter(line -> line.contains(" " + sample.name() + ": "))
                        .map(line -> line.substring(line.lastIndexOf(": ") + 2))
                        .toList();
        assertEquals(sample.rows(), String.join("; ", counts));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hasTheFindingsThatAreKnown(Sample sample) {
        Map<String, Integer> codes = new TreeMap<>();
        for (String line : told) {
            Matcher code = FINDING.matcher(line);
            if (line.contains("/" + sample.pack() + "/" + sample.name() + ":") && code.find()) {
                codes.merge(code.group(1), 1, Integer::sum);
            }
        }
        List<String> found = new ArrayList<>();
        codes.forEach((code, count) -> found.add(code + " " + count));
        assertEquals(sample.findings(), String.join(", ", found));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersAsTheSampleSays(Path query) throws IOException {
        String expected = query.getFileName().toString().replaceFirst("\\.rq$", ".csv");
        assertEquals(
                lines(Files.readString(query.resolveSibling(expected))),
                lines(answer(Files.readString(query))));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void saysWhereTheDatasetIsAndHowToCiteIt(Path pack) throws IOException {
        String readme = Files.readString(pack.resolve("README.md"));
        for (String part : List.of("## Where to get it", "## What is mapped", "## What is not")) {
            assertTrue(readme.contains(part), pack + "/README.md lacks \"" + part + "\"");
        }
        assertTrue(readme.contains("chancery pack add " + pack.getFileName()), pack + "/README.md");
        long questions = queries().stream().filter(query -> query.startsWith(pack)).count();
        assertTrue(questions >= 2, pack + " has " + questions + " example queries");
    }

    private String answer(String text) {
        ReleaseQuery query = ReleaseQuery.parse(text);
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(
                dataset,
                () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try (QueryExec exec = QueryExec.dataset(dataset).query(query.query()).build()) {
                        ResultSet rows = ResultSet.adapt(exec.select());
                        ResultSetMgr.write(out, rows, ResultSetLang.RS_CSV);
                    }
                    return out.toString(StandardCharsets.UTF_8);
                });
    }

    private static List<String> lines(String csv) {
        return csv.lines().map(String::strip).toList();
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
