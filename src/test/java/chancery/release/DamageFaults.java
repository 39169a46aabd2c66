package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One bit of each file of a release is turned over, one file after another.
class DamageFaults {
    private static final long SEED = 20261129;
    private static final String CONTENT =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/register> { <id/state/russia> a chy:State ; rdfs:label "Russia"@en .
                                     <id/agreement/t> a chy:Agreement }
            GRAPH <graph/best> { <id/agreement/t> chy:party <id/state/russia> . }
            """;

    @TempDir private static Path releases;
    private static Path release = Path.of("");

    @BeforeAll
    static void make() throws Exception {
        ReleaseBuild build = new ReleaseBuild(releases, Base.DEFAULT, LocalDate.of(2026, 1, 31));
        RDFParser.fromString(CONTENT, Lang.TRIG).parse(build.sink());
        release = build.finish().folder();
        ReleaseFiles.writeEvidence(release, "# nothing was verified\n");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(release)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> served() throws IOException {
        return files().stream()
                .filter(file -> !file.getFileName().toString().startsWith("evidence"))
                .toList();
    }

    /// Turns one bit over; the same one again the next time.
    private static void turn(Path file) throws IOException {
        Random random = new Random(SEED + file.getFileName().hashCode());
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long at = (long) (random.nextDouble() * bytes.length());
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ (1 << random.nextInt(8)));
        }
    }

    @Test
    void aWholeReleaseIsTakenAndVerifies() throws Exception {
        ReleaseFiles.require(release);
        assertEquals(List.of(), Verification.of(release).broken());
    }

    @Test
    void everyFileWithOneBitTurnedIsRefusedAtStartAndNamed() throws Exception {
        long begun = System.nanoTime();
        List<String> taken = new ArrayList<>();
        for (Path file : served()) {
            if (Files.size(file) > 0) {
                turn(file);
                try {
                    BrokenRelease refusal =
                            assertThrows(
                                    BrokenRelease.class,
                                    () -> ReleaseFiles.require(release),
                                    file.toString());
                    assertNames(String.valueOf(refusal.getMessage()), file);
                } finally {
                    turn(file);
                }
            } else {
                taken.add(release.relativize(file).toString());
            }
        }
        assertEquals(
                List.of("tdb2/Data-0001/journal.jrnl", "tdb2/Data-0001/prefixes-data.obj"),
                taken,
                "empty files, in which nothing can be turned over");
        int damaged = served().size() - taken.size();
        assertTrue(damaged > 80, damaged + " files");
        SoakTable.row(
                "one bit turned over in each file of a release, one after another: start",
                damaged,
                "each refused and the file named",
                begun);
    }

    @Test
    void everyFileWithOneBitTurnedIsFoundByVerify() throws Exception {
        long begun = System.nanoTime();
        int damaged = 0;
        for (Path file : files()) {
            if (Files.size(file) > 0) {
                turn(file);
                try {
                    List<String> broken = Verification.of(release).broken();
                    assertTrue(!broken.isEmpty(), file + " is damaged and nothing was found");
                    assertTrue(
                            broken.stream().anyMatch(line -> names(line, file)),
                            () -> file + ": " + broken);
                    damaged++;
                } finally {
                    turn(file);
                }
            }
        }
        SoakTable.row(
                "the same: `release verify`", damaged, "each found and the file named", begun);
    }

    /// A damaged list of checksums is named itself or names a file that is said to be another.
    private static boolean names(String line, Path file) {
        return line.contains(file.toString())
                || line.contains(file.getFileName().toString())
                || (file.endsWith("SHA256SUMS") && line.contains(file.getParent() + "/"));
    }

    private static void assertNames(String line, Path file) {
        assertTrue(names(line, file), () -> file + " is damaged: " + line);
    }
}
