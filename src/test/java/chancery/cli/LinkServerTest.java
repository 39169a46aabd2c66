package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chancery link` and `/reconcile`, both real: what one asks the other understands.
class LinkServerTest {
    @TempDir private Path folder;

    @Test
    void aServerOfOursOffersTheThingItselfFirst() throws Exception {
        Path table = folder.resolve("candidates.csv");
        Path releases = SeedRelease.releases();
        ChanceryServer server = ChanceryServer.start(ServerSettings.of(releases, 0), notice -> {});
        try {
            String service = "http://127.0.0.1:" + server.port() + "/reconcile";
            List<String> things =
                    List.of(
                            "place/aras",
                            "person/abulfaz-elchibey",
                            "agreement/treaty-of-gulistan");
            Result result =
                    Result.of(
                            "link",
                            "--service",
                            service,
                            "--out",
                            table.toString(),
                            "--releases",
                            releases.toString(),
                            "--per-second",
                            "1000",
                            things.get(0),
                            things.get(1),
                            things.get(2));
            assertEquals(0, result.exit(), result.err());
            List<String> rows = Files.readAllLines(table);
            for (String thing : things) {
                String first =
                        rows.stream()
                                .filter(row -> row.startsWith(thing + ","))
                                .findFirst()
                                .orElse("");
                assertTrue(first.contains("," + service + "," + thing + ","), first);
                assertTrue(first.contains("agrees: name"), first);
            }
            assertEquals(
                    1,
                    Result.of(
                                    "link",
                                    "--apply",
                                    "--out",
                                    decided(table).toString(),
                                    "--seeds",
                                    Folders.copy(Path.of("seeds"), folder.resolve("seeds"))
                                            .toString())
                            .exit(),
                    "what is no item of Wikidata is not applied");
        } finally {
            server.close();
        }
    }

    /// All accepted.
    private static Path decided(Path table) throws Exception {
        List<String> rows =
                Files.readAllLines(table).stream()
                        .map(
                                row ->
                                        row.endsWith(",,,")
                                                ? row.replaceFirst(",,,$", ",,accept,")
                                                : row)
                        .toList();
        return Files.write(table, rows);
    }
}
