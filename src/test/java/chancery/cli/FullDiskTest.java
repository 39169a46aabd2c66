package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes no more in the middle of a build, played by a limit on the size of files (in
/// a process of its own, since such a limit holds for a whole process).
class FullDiskTest {
    private static final int KILOBYTES_A_FILE = 2000;

    @TempDir private Path folder;

    @Test
    void isOneMessageAndLeavesTheFormerReleaseAsItWas() throws Exception {
        Path releases = folder.resolve("releases");
        assertEquals(
                0,
                Result.of("build", "--releases", releases.toString(), "--date", "2026-01-01")
                        .exit());
        String current = Files.readString(releases.resolve("current"));
        List<String> before = names(releases);

        Process build =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "ulimit -f " + KILOBYTES_A_FILE + " && exec \"$@\"",
                                "sh",
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "chancery.cli.Main",
                                "build",
                                "--releases",
                                releases.toString(),
                                "--date",
                                "2026-01-02")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(3, build.waitFor(), said);
        assertTrue(said.contains("found it not writable (File too large)"), said);
        assertTrue(said.contains("the former release stays"), said);
        assertEquals(current, Files.readString(releases.resolve("current")));
        assertEquals(before, names(releases));
    }

    private static List<String> names(Path releases) throws IOException {
        try (var files = Files.list(releases)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".serving-"))
                    .sorted()
                    .toList();
        }
    }
}
