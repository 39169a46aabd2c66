package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.SoakTable;
import chancery.release.ReleaseFixture;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Releases taken up, again and again, while 32 clients ask: no request fails, and none is answered
/// from two releases.
///
/// Every release has the mark of itself on many things, so an answer with two marks is mixed.
class SwitchFaults {
    private static final int CLIENTS = 32;
    private static final int THINGS = 300;
    private static final String MARKS =
            "SELECT ?mark { ?a <https://w3id.org/chancery/ontology#mark> ?mark ."
                    + " ?b <https://w3id.org/chancery/ontology#markToo> ?mark ."
                    + " FILTER(STRAFTER(STR(?a), \"-\") = STRAFTER(STR(?b), \"-\")) }";

    @TempDir private Path releases;

    private static String marked(String id) {
        StringBuilder trig = new StringBuilder(Gazette.TRIG);
        for (int i = 0; i < THINGS; i++) {
            trig.append("<id/thing/a-").append(i).append("> chy:mark \"").append(id);
            trig.append("\" . <id/thing/b-").append(i).append("> chy:markToo \"").append(id);
            trig.append("\" .\n");
        }
        return trig.toString();
    }

    @Test
    void noRequestFailsAndNoneIsMixed() throws Exception {
        long begun = System.nanoTime();
        int switches = SoakTable.times(8, 100);
        List<String> ids = List.of("r0", "r1", "r2");
        for (String id : ids) {
            ReleaseFixture.write(releases, id, marked(id));
        }
        ReleaseFixture.makeCurrent(releases, "r0");
        AtomicInteger answered = new AtomicInteger();
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        ServerSettings settings = ServerSettings.of(releases, 0);
        try (ChanceryServer server =
                ChanceryServer.start(
                        settings.withLimits(settings.limits().withMaxConcurrent(CLIENTS)),
                        notice -> {})) {
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int i = 0; i < CLIENTS; i++) {
                    Web web = new Web(server.port());
                    clients.execute(
                            () -> {
                                while (!over.get()) {
                                    ask(web, answered, seen, failures);
                                }
                            });
                }
                for (int i = 1; i <= switches; i++) {
                    String next = ids.get(i % ids.size());
                    assertTrue(new ReleaseStore(releases).use(next));
                    awaitRelease(server, next);
                }
                over.set(true);
            }
        }
        assertEquals(List.of(), failures.stream().limit(5).toList());
        assertEquals(new TreeSet<>(ids), seen);
        assertTrue(answered.get() > switches * CLIENTS, answered + " answers");
        SoakTable.row(
                "a release taken up while 32 clients ask",
                switches,
                "%,d requests, none failed, none mixed".formatted(answered.get()),
                begun);
    }

    /// The clock of the machine decides nothing: neither which release is served nor when.
    @Test
    void datesOfFilesInThePastOrFutureChangeNothing() throws Exception {
        long begun = System.nanoTime();
        for (String id : List.of("r0", "r1")) {
            ReleaseFixture.write(releases, id, marked(id));
        }
        ReleaseFixture.makeCurrent(releases, "r0");
        int jumps = 0;
        try (ChanceryServer server =
                ChanceryServer.start(ServerSettings.of(releases, 0), notice -> {})) {
            Web web = new Web(server.port());
            for (String instant : List.of("1970-01-01T00:00:00Z", "2090-01-01T00:00:00Z")) {
                for (String id : List.of("r1", "r0")) {
                    FileTime time = FileTime.from(java.time.Instant.parse(instant));
                    Files.setLastModifiedTime(releases.resolve(id).resolve("release.ttl"), time);
                    ReleaseFixture.makeCurrent(releases, id);
                    Files.setLastModifiedTime(releases.resolve("current"), time);
                    awaitRelease(server, id);
                    HttpResponse<String> answer = web.query(MARKS, "text/csv");
                    assertEquals(200, answer.statusCode());
                    assertEquals(Set.of(id), marks(answer.body()));
                    jumps++;
                }
            }
        }
        SoakTable.row(
                "dates of files in 1970 and 2090",
                jumps,
                "the release that `current` names is taken up",
                begun);
    }

    private static void ask(
            Web web, AtomicInteger answered, Set<String> seen, List<String> failures) {
        try {
            HttpResponse<String> answer = web.query(MARKS, "text/csv");
            Set<String> marks = marks(answer.body());
            int page = web.get("/id/agreement/lease.html", "text/html").statusCode();
            if (answer.statusCode() != 200 || page != 200 || marks.size() != 1) {
                failures.add(answer.statusCode() + " " + page + " " + marks);
            } else if (answer.body().lines().count() != THINGS + 1) {
                failures.add(answer.body().lines().count() + " lines");
            }
            seen.addAll(marks);
            answered.addAndGet(2);
        } catch (IOException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> marks(String csv) {
        return new TreeSet<>(csv.lines().skip(1).map(String::strip).toList());
    }

    private static void awaitRelease(ChanceryServer server, String id) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!server.releaseId().equals(id) && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertEquals(id, server.releaseId());
    }
}
