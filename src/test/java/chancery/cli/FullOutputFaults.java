package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.SoakTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Standard output on a disk that is full, played by `/dev/full`: each command that prints what
/// somebody asked for ends with exit code 3 and one line.
class FullOutputFaults {
    @TempDir private Path folder;

    @Test
    void isALineAndExitCode3() throws Exception {
        long begun = System.nanoTime();
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        Path seeds = folder.resolve("seeds");
        SmallWorld.write(List.of(), seeds);
        String releases = folder.resolve("releases").toString();
        for (String date : List.of("2026-01-01", "2026-01-02")) {
            String[] build = {"build", "--seeds", seeds.toString(), "--releases", releases};
            List<String> all = new ArrayList<>(List.of(build));
            all.addAll(List.of("--date", date));
            assertEquals(0, Result.of(all.toArray(String[]::new)).exit());
        }
        List<String> ids =
                Result.of("release", "list", "--releases", releases)
                        .out()
                        .lines()
                        .map(line -> line.replace("*", " ").strip().split(" ")[0])
                        .toList();
        List<List<String>> commands =
                List.of(
                        List.of("query", "SELECT * { ?s ?p ?o }", "--releases", releases),
                        List.of("dump", "chancery.nq", "--releases", releases),
                        List.of("dump", "--releases", releases),
                        List.of("dump", "chancery.nq", "-o", "/dev/full", "--releases", releases),
                        List.of("diff", ids.get(0), ids.get(1), "--releases", releases),
                        List.of("release", "list", "--releases", releases),
                        List.of("release", "verify", "--releases", releases),
                        List.of("map", "seeds/people.csv"),
                        List.of("help"));
        for (List<String> command : commands) {
            Result result = Child.run(full, folder, command.toArray(String[]::new));
            assertEquals(3, result.exit(), command + result.err());
            assertEquals(1, result.err().lines().count(), command + result.err());
            assertTrue(result.err().contains("No space left on device"), command + result.err());
        }
        assertTrue(!Files.isRegularFile(full), "/dev/full is what it was");
        SoakTable.row(
                "output to a full disk: query, dump, diff, release, map, help",
                commands.size(),
                "exit code 3 and one line each",
                begun);
    }
}
