package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files are saved, and the watch is waited for.
@Timeout(120)
class FolderWatchTest {
    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void makeAFolder() throws IOException {
        seeds = Files.createDirectories(folder.resolve("seeds"));
    }

    @Test
    void aBurstOfSavesIsOne() throws Exception {
        FolderWatch watch = FolderWatch.of(List.of(seeds));
        for (int i = 0; i < 50; i++) {
            Files.writeString(seeds.resolve("t" + i % 5 + ".csv"), "id\n" + i + "\n");
        }
        assertTrue(watch.await());
        watch.close();
        assertFalse(watch.await());
    }

    @Test
    void aFolderMadeLaterIsWatchedToo() throws Exception {
        try (FolderWatch watch = FolderWatch.of(List.of(seeds))) {
            Path more = Files.createDirectories(seeds.resolve("more"));
            assertTrue(watch.await());
            Files.writeString(more.resolve("t.csv"), "id\n");
            assertTrue(watch.await());
        }
    }

    @ParameterizedTest
    @CsvSource({"seeds/t.csv, true", "seeds/.t.csv.swp, false", "seeds/t.csv~, false"})
    void whatAnEditorWritesBesideAFileIsNoSave(Path file, boolean save) {
        assertEquals(save, FolderWatch.isNoEditorsOwn(file));
    }

    @Test
    void theCommandChecksAgainWhenATableIsSaved() throws Exception {
        Folders.copy(Path.of("seeds"), folder.resolve("tables"));
        Path states = folder.resolve("tables/states.csv");
        String good = Files.readString(states);
        try (PipedReader printed = new PipedReader(1 << 20);
                PrintWriter out = new PrintWriter(new PipedWriter(printed), true)) {
            Thread command =
                    Thread.ofPlatform()
                            .start(
                                    () ->
                                            Cli.run(
                                                    out,
                                                    out,
                                                    "check",
                                                    "--watch",
                                                    "--seeds",
                                                    folder.resolve("tables").toString()));
            BufferedReader lines = new BufferedReader(printed);
            readUntil(lines, "watching ");
            Files.writeString(states, good + "Bad Id,sovereign-state,Bad,,,,\n");
            readUntil(lines, "found \"Bad Id\"");
            Files.writeString(states, good);
            readUntil(lines, "no findings");
            command.interrupt();
            command.join();
        }
    }

    private static void readUntil(BufferedReader lines, String part) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(part)) {
            line = lines.readLine();
        }
        assertTrue(line != null, part);
    }
}
