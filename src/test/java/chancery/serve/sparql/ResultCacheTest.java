package chancery.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.Release;
import chancery.release.ReleaseFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResultCacheTest {
    private static final int CLIENTS = 64;

    @TempDir private Path releases;
    private final List<Release> opened = new ArrayList<>();
    private final ResultCache cache = new ResultCache(100_000);

    @BeforeEach
    void openTwo() throws Exception {
        for (String id : List.of("r1", "r2")) {
            String trig = "GRAPH <graph/register> { <a> <p> '" + id + "' } <a> <p> '" + id + "' .";
            opened.add(Release.open(ReleaseFixture.write(releases, id, trig)));
        }
    }

    @AfterEach
    void close() {
        opened.forEach(Release::close);
    }

    private static KeptAnswer answer(String tag, int bytes) {
        return new KeptAnswer("text/csv", List.of(), tag, new byte[bytes]);
    }

    private static void run(String key, int bytes, ResultCache.Answers answers) {
        Run run = answers.join(key);
        assertTrue(run.isMine(), key);
        answers.end(key, run, new Run.Whole(answer(key, bytes)));
    }

    @Test
    void answersBeyondTheBoundMakeRoom() {
        ResultCache.Answers answers = cache.of(opened.getFirst(), true);
        for (int i = 0; i < 50; i++) {
            run("query " + i, 10_000, answers);
            ResultCache.Statistics now = cache.statistics();
            assertTrue(now.bytes() <= 100_000, now.toString());
            assertEquals(i + 1, now.entries() + now.evicted(), now.toString());
        }
        assertEquals(6, cache.statistics().entries());
        assertEquals(50, cache.statistics().misses());
    }

    @Test
    void manySmallAnswersAreBoundedTooByWhatEachCostsBesides() {
        ResultCache.Answers answers = cache.of(opened.getFirst(), true);
        for (int i = 0; i < 1_000; i++) {
            run("query " + i, 0, answers);
        }
        ResultCache.Statistics now = cache.statistics();
        assertTrue(now.bytes() <= 100_000 && now.entries() < 200, now.toString());
    }

    @Test
    void anAnswerLargerThanAllRoomIsNotKept() {
        ResultCache.Answers answers = cache.of(opened.getFirst(), true);
        run("small", 10, answers);
        run("large", 100_000, answers);
        assertEquals(Optional.empty(), answers.find("large"));
        assertTrue(answers.find("small").isPresent());
        assertEquals(1, cache.statistics().hits());
    }

    @Test
    void theNextReleaseKnowsNothingOfTheFormerAndTheFormerKeepsNothing() {
        ResultCache.Answers former = cache.of(opened.getFirst(), true);
        run("same", 10, former);
        Run late = former.join("late");
        ResultCache.Answers next = cache.of(opened.getLast(), true);
        assertEquals(Optional.empty(), next.find("same"));
        former.end("late", late, new Run.Whole(answer("of the former", 10)));
        assertEquals(Optional.empty(), next.find("late"));
        assertTrue(next.join("late").isMine());
        ResultCache.Answers again = cache.of(opened.getFirst(), false);
        assertEquals(Optional.empty(), again.find("same"));
        run("same", 10, again);
        assertEquals(Optional.empty(), again.find("same"));
        assertEquals(next, cache.of(opened.getLast(), true));
    }

    @Test
    void manyWhoAskTheSameAtOnceRunItOnce() throws Exception {
        ResultCache.Answers answers = cache.of(opened.getFirst(), true);
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(CLIENTS);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<String>> told = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                told.add(
                        clients.submit(
                                () -> {
                                    all.countDown();
                                    all.await();
                                    return ask(answers, runs);
                                }));
            }
            for (Future<String> each : told) {
                assertEquals("run 1", each.get());
            }
        }
        assertEquals(1, runs.get());
        ResultCache.Statistics now = cache.statistics();
        assertEquals(1, now.misses());
        assertEquals(CLIENTS - 1, now.hits() + now.shared());
    }

    private static String ask(ResultCache.Answers answers, AtomicInteger runs) {
        Optional<KeptAnswer> kept = answers.find("same");
        if (kept.isPresent()) {
            return kept.get().tag();
        }
        Run run = answers.join("same");
        if (run.isMine()) {
            Run.Whole whole = new Run.Whole(answer("run " + runs.incrementAndGet(), 10));
            answers.end("same", run, whole);
            return whole.answer().tag();
        }
        Run.Outcome outcome = run.await(Duration.ofSeconds(30)).orElseThrow();
        return ((Run.Whole) outcome).answer().tag();
    }
}
