package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What large tables make is kept for the next build, as long as it is whole and of the same file.
class MappedBeforeTest {
    private static final int ROWS = 400;
    private static final String FIRST = "pack gdelt: 20180101000000.export.CSV: 400 rows";

    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void copyWhatTheyNeed() throws IOException {
        seeds = EventTables.seeds(folder);
    }

    private List<String> run(Path releases, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--seeds", seeds.toString()));
        args.addAll(List.of("--packs", folder.resolve("packs").toString()));
        args.addAll(List.of("--releases", releases.toString()));
        Result result = Result.of(args.toArray(String[]::new));
        assertEquals(0, result.exit(), result.out() + result.err());
        return result.err().lines().toList();
    }

    private List<String> add(String day, long seed) throws IOException {
        Path file = EventTables.write(folder.resolve("files"), day, ROWS, seed);
        return run(folder.resolve("releases"), "pack", "add", "gdelt", file.toString());
    }

    private List<Path> kept() throws IOException {
        Path mapped = folder.resolve("releases/.mapped");
        if (!Files.exists(mapped)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(mapped)) {
            return all.sorted().toList();
        }
    }

    /// All files but those of the text index, which differ from build to build.
    static Map<String, String> files(Path releases) throws IOException {
        Path release = releases.resolve(Files.readString(releases.resolve("current")).strip());
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(release)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = release.relativize(file).toString();
                if (!name.startsWith("text/")) {
                    files.put(release.getFileName() + "/" + name, Checksums.sha256(file));
                }
            }
        }
        return files;
    }

    /// The release is that of a build which keeps nothing yet.
    private void isAsIfMappedNow(List<String> before) throws IOException {
        Path others = folder.resolve("others-" + System.nanoTime());
        List<String> told = run(others, "build");
        assertTrue(told.stream().noneMatch(line -> line.contains("before")), told.toString());
        assertEquals(findings(before), findings(told));
        assertEquals(files(others), files(folder.resolve("releases")));
    }

    @Test
    void aTableOfBeforeIsNotMappedAgain() throws IOException {
        List<String> first = add("20180101", 1);
        assertTrue(first.contains(FIRST), first.toString());
        assertEquals(1, kept().size());
        List<String> second = add("20180102", 2);
        assertTrue(second.contains(FIRST + ", mapped before"), second.toString());
        assertTrue(
                second.contains("pack gdelt: 20180102000000.export.CSV: 400 rows"),
                second.toString());
        assertEquals(2, kept().size());
        isAsIfMappedNow(second);
    }

    private static List<String> findings(List<String> told) {
        List<String> findings = told.stream().filter(line -> line.contains("[")).toList();
        assertFalse(findings.isEmpty());
        return findings;
    }

    @Test
    void oneThatIsDamagedOrOfAnotherFileOrOfOtherCodesIsMappedAgain() throws IOException {
        add("20180101", 1);
        Path run = kept().getFirst().resolve("triples.run");
        byte[] bytes = Files.readAllBytes(run);
        bytes[bytes.length / 2] ^= 1;
        Files.write(run, bytes);
        List<String> told = run(folder.resolve("releases"), "build");
        assertTrue(told.contains(FIRST), told.toString());

        Path before = kept().getFirst();
        Path other = EventTables.write(folder.resolve("files"), "20180101", ROWS, 3);
        Files.copy(
                other,
                folder.resolve("packs/gdelt").resolve(other.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
        told = run(folder.resolve("releases"), "build");
        assertTrue(told.contains(FIRST), told.toString());
        assertEquals(1, kept().size());
        assertFalse(Files.exists(before), "what nobody needs was left");

        Path codes = seeds.resolve("state-codes.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(codes));
        assertTrue(lines.removeIf(line -> line.contains("azerbaijan") && line.contains("cameo")));
        Files.write(codes, lines);
        told = run(folder.resolve("releases"), "build");
        assertTrue(told.contains(FIRST), told.toString());
        isAsIfMappedNow(told);

        run(folder.resolve("releases"), "pack", "remove", "gdelt");
        assertEquals(List.of(), kept());
    }
}
