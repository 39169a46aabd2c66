package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.follow.FollowRules;
import chancery.follow.Follower;
import chancery.follow.Origin;
import chancery.release.ReleaseFiles;
import chancery.release.ReleaseFixture;
import chancery.release.sum.Checksums;
import chancery.serve.operate.Figure;
import chancery.serve.operate.Operating;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that follows another one.
@Timeout(600)
class ReplicaServerTest {
    @TempDir Path published;
    @TempDir Path mine;

    private void publish(String id) throws Exception {
        Path release = ReleaseFixture.write(published, id, Gazette.with(id));
        Checksums.write(release.resolve("dumps"), List.of("chancery.ttl", "sources/gazette.ttl"));
        ReleaseFixture.list(release);
        ReleaseFixture.makeCurrent(published, id);
    }

    private FollowRules rules(LiveServer server) throws Exception {
        return FollowRules.of(
                        Origin.parse("http://localhost:" + server.port() + "/releases/"), mine)
                .withEvery(Duration.ofMillis(100));
    }

    @Test
    void serverFollowsAnotherOneAndHealsWhatIsDamagedUnderIt() throws Exception {
        publish("r1");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (LiveServer origin = LiveServer.of(published);
                Follower follower = Follower.start(rules(origin), told::add)) {
            assertTrue(follower.awaitRelease());
            try (LiveServer replica = LiveServer.of(mine, ServerSettings::withWarmUp, told::add)) {
                assertEquals("r1", replica.releaseId());
                publish("r2");
                await(() -> replica.releaseId().equals("r2"), told);
                // the database is open: what stands in this very file is what is read
                Path data = mine.resolve("r2/tdb2/Data-0001/nodes-data.obj");
                Files.writeString(data, "damage");
                await(() -> told.contains("opened release r2 anew"), told);
                assertEquals(List.of(), ReleaseFiles.broken(mine.resolve("r2")));
                String states =
                        "SELECT (COUNT(*) AS ?n) { ?s a"
                                + " <https://w3id.org/chancery/ontology#State> }";
                assertTrue(replica.web().query(states, "text/csv").body().contains("\n3"));
            }
        }
    }

    @Test
    void folderOfReleasesIsPublishedWithoutWhatBelongsToNoRelease() throws Exception {
        publish("r1");
        Files.writeString(published.resolve("r1/tdb2/tdb.lock"), "1");
        try (LiveServer origin = LiveServer.of(published)) {
            Web web = origin.web();
            assertEquals("r1\n", web.get("/releases/current", "*/*").body());
            HttpResponse<String> file = web.get("/releases/r1/dumps/chancery.ttl", "*/*");
            assertEquals("# nothing in it\n", file.body());
            String tag = Web.header(file, "ETag");
            assertEquals(
                    "\"" + Checksums.sha256(published.resolve("r1/dumps/chancery.ttl")) + "\"",
                    tag);
            HttpResponse<String> rest =
                    web.raw(
                            "GET /releases/r1/dumps/chancery.ttl",
                            List.of("Range", "bytes=2-", "If-Range", tag));
            assertEquals(206, rest.statusCode());
            assertEquals("nothing in it\n", rest.body());
            assertEquals(
                    304,
                    web.raw("GET /releases/r1/dumps/chancery.ttl", List.of("If-None-Match", tag))
                            .statusCode());
            for (String none :
                    List.of(
                            "/releases/",
                            "/releases/r1",
                            "/releases/r1/",
                            "/releases/r1/tdb2/tdb.lock",
                            "/releases/r1/tdb2/",
                            "/releases/r2/SHA256SUMS",
                            "/releases/r1/..%2fcurrent",
                            "/releases/patches/SHA256SUMS")) {
                int status = web.get(none, "*/*").statusCode();
                assertTrue(status == 404 || status == 400, none + " " + status);
            }
        }
    }

    @Test
    void beforeThereIsAReleaseEverythingIsUnavailableForNow() throws Exception {
        Operating operating =
                Operating.standard()
                        .withAdminPort(0)
                        .withFigures(List.of(Figure.gauge("chancery.follow.x", "Five.", () -> 5)));
        try (Waiting waiting = Waiting.start(ServerSettings.of(mine, 0).withOperating(operating))) {
            Web admin = new Web(waiting.adminPort().orElseThrow());
            HttpResponse<String> ready = admin.get("/$/ready", "*/*");
            assertEquals(503, ready.statusCode());
            assertEquals("there is no release here yet\n", ready.body());
            assertEquals("5", Web.header(ready, "Retry-After"));
            assertTrue(admin.get("/$/metrics", "*/*").body().contains("chancery_follow_x 5.0"));
            Web web = new Web(waiting.port());
            HttpResponse<String> page = web.get("/sparql", "*/*");
            assertEquals(503, page.statusCode());
            assertEquals("there is no release here yet\n", Web.detail(page));
            assertTrue(!Web.header(page, "Retry-After").isEmpty());
            assertEquals("alive\n", web.get("/$/ping", "*/*").body());
        }
    }

    private static void await(BooleanSupplier condition, List<String> told) {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("told: " + told);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
