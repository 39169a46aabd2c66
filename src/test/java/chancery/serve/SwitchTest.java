package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SwitchTest {
    private static final String STATES =
            "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/chancery/ontology#State> }";

    @TempDir Path releases;

    @Test
    void newReleaseIsTakenUpWithoutDroppingARequest() throws Exception {
        ReleaseFixture.write(releases, "r0", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r0");
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        try (LiveServer server = LiveServer.of(releases, usual -> usual, notices::add)) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger answered = new AtomicInteger();
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            ExecutorService clients = Executors.newFixedThreadPool(3);
            for (int i = 0; i < 3; i++) {
                clients.execute(() -> ask(new Web(server.port()), over, answered, failures));
            }
            for (int i = 1; i <= 3; i++) {
                ReleaseFixture.write(releases, "r" + i, Gazette.with("new-" + i));
                ReleaseFixture.makeCurrent(releases, "r" + i);
                waitFor(server, "r" + i);
                delete(releases.resolve("r" + (i - 1)));
            }
            over.set(true);
            clients.shutdown();
            assertTrue(clients.awaitTermination(30, TimeUnit.SECONDS));
            assertEquals(List.of(), failures);
            assertTrue(answered.get() > 20, "answered " + answered);
            assertEquals(
                    List.of("serving release r1", "serving release r2", "serving release r3"),
                    notices);
            assertTrue(new Web(server.port()).query(STATES, "text/csv").body().contains("\n3"));
        }
        try (Stream<Path> left = Files.list(releases)) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith(".")));
        }
    }

    @Test
    void releaseDeletedUnderTheServerIsServedOn() throws Exception {
        ReleaseFixture.write(releases, "other", Gazette.TRIG);
        try (LiveServer server = LiveServer.with(Gazette.with("new"), releases)) {
            delete(releases.resolve("r1"));
            Thread.sleep(1_500);
            Web web = server.web();
            assertEquals("r1", server.releaseId());
            assertTrue(web.query(STATES, "text/csv").body().contains("\n3"));
            assertEquals(200, web.get("/dumps/chancery.ttl", "*/*").statusCode());
            assertEquals(200, web.get("/.well-known/void", "*/*").statusCode());
        }
    }

    @Test
    void brokenReleaseIsNotTakenUpAndSaidOnce() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        try (LiveServer server = LiveServer.of(releases, usual -> usual, notices::add)) {
            Path broken = ReleaseFixture.write(releases, "r2", Gazette.TRIG);
            Files.writeString(broken.resolve("release.ttl"), "this is no Turtle");
            ReleaseFixture.makeCurrent(releases, "r2");
            while (notices.isEmpty()) {
                Thread.sleep(50);
            }
            Thread.sleep(2_500);
            assertEquals("r1", server.releaseId());
            assertEquals(1, notices.size(), notices.toString());
            assertTrue(notices.get(0).endsWith("still serving r1"), notices.get(0));
        }
    }

    @Test
    void releaseThatIsDistrustedIsOpenedAnew() throws Exception {
        ReleaseFixture.makeCurrent(releases, "r1");
        Served first = Served.open(ReleaseFixture.write(releases, "r1", Gazette.TRIG));
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        Current current = new Current(first);
        try (ReleaseWatch watch =
                new ReleaseWatch(
                        new ReleaseStore(releases),
                        current,
                        Served::open,
                        next -> {},
                        notices::add)) {
            watch.start();
            current.distrust();
            while (notices.isEmpty()) {
                Thread.sleep(50);
            }
            assertEquals(List.of("opened release r1 anew"), notices);
            assertNotSame(first, current.peek());
        }
        current.close();
    }

    @Test
    void startFallsBackToAnotherReleaseAndSaysSo() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r2");
        List<String> notices = new ArrayList<>();
        try (LiveServer server = LiveServer.of(releases, usual -> usual, notices::add)) {
            assertEquals("r1", server.releaseId());
            assertEquals(List.of("release r2 is gone; serving r1"), notices);
        }
    }

    private static void ask(
            Web web, AtomicBoolean over, AtomicInteger answered, List<String> failures) {
        while (!over.get()) {
            try {
                int query = web.query(STATES, "text/csv").statusCode();
                int page = web.get("/id/agreement/lease.html", "text/html").statusCode();
                if (query == 200 && page == 200) {
                    answered.incrementAndGet();
                } else {
                    failures.add(query + " " + page);
                }
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void waitFor(LiveServer server, String id) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!server.releaseId().equals(id) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(id, server.releaseId());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
