package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Things that were merged, renamed or withdrawn, from the table to the answer.
@Timeout(120)
class FormerIdsTest {
    private static final String TABLE = "former-ids.csv";

    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void copySeeds() {
        seeds = Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
    }

    @Test
    void mergedLeadsToTheOtherAndWithdrawnIsGone() throws Exception {
        add("state/azerbaijan-republic,state/azerbaijan,2026-11-28,The same state twice");
        add("event/a-dream,,2026-11-28,It never happened");
        Path releases = folder.resolve("releases");
        Result built =
                Result.of("build", "--seeds", seeds.toString(), "--releases", releases.toString());
        assertEquals(0, built.exit(), built.out() + built.err());
        try (ChanceryServer server =
                ChanceryServer.start(ServerSettings.of(releases, 0), notice -> {})) {
            HttpResponse<String> merged = get(server, "/id/state/azerbaijan-republic");
            assertEquals(301, merged.statusCode());
            assertEquals(
                    "/id/state/azerbaijan", merged.headers().firstValue("Location").orElse(""));
            HttpResponse<String> gone = get(server, "/id/event/a-dream.html");
            assertEquals(410, gone.statusCode());
            assertTrue(gone.body().contains("It never happened"), gone.body());
        }
    }

    @Test
    void formerIdThatIsRegisteredAgainIsFound() throws IOException {
        add("state/azerbaijan,state/russia,2026-11-28,No");
        assertEquals(
                List.of(
                        TABLE
                                + ":2: found state/azerbaijan, expected an id that no register has"
                                + " any more [duplicate-key]"),
                findings());
    }

    @Test
    void formerIdLeadsStraightToWhatIsRegistered() throws IOException {
        add("state/one,state/two,2026-11-28,Renamed");
        add("state/two,state/russia,2026-11-28,Renamed once more");
        add("state/three,state/nowhere,2026-11-28,Renamed");
        assertEquals(
                List.of(
                        TABLE
                                + ":2: found state/two, expected the id of a row in a register; this"
                                + " one is now state/russia [dangling-reference]",
                        TABLE
                                + ":4: found state/nowhere, expected the id of a row in a register"
                                + " [dangling-reference]"),
                findings());
    }

    @Test
    void cellThatStillNamesAFormerIdIsToldTheNewOne() throws IOException {
        add("place/bakou,place/baku,2026-11-28,Renamed");
        Path table = seeds.resolve("event-facts.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("place/baku", "place/bakou"));
        List<String> found = findings();
        assertTrue(
                found.stream()
                        .anyMatch(
                                line ->
                                        line.contains("found \"place/bakou\"")
                                                && line.endsWith(
                                                        "; this one is now place/baku"
                                                                + " [dangling-reference]")),
                found.toString());
    }

    private void add(String row) throws IOException {
        Files.writeString(seeds.resolve(TABLE), row + "\n", StandardOpenOption.APPEND);
    }

    private List<String> findings() {
        Result result = Result.of("check", "--seeds", seeds.toString());
        return result.out()
                .lines()
                .filter(line -> line.endsWith("]"))
                .map(line -> line.replace(seeds + "/", ""))
                .toList();
    }

    private static HttpResponse<String> get(ChanceryServer server, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
