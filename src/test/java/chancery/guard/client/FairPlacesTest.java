package chancery.guard.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairPlacesTest {
    private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

    /// Starts a request that waits, and returns when it does.
    private Thread waits(FairPlaces places, String client, String name) {
        int before = places.waiting();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                served.add(places.take(client) ? name : name + " refused");
                            } catch (InterruptedException e) {
                                served.add(name + " interrupted");
                            }
                        });
        thread.start();
        while (places.waiting() == before) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void theNextPlaceGoesToTheClientWithTheFewestRunning() throws InterruptedException {
        FairPlaces places = new FairPlaces(2, 10, Duration.ofMinutes(1));
        assertTrue(places.take("greedy"));
        assertTrue(places.take("greedy"));
        waits(places, "greedy", "greedy 1");
        waits(places, "greedy", "greedy 2");
        waits(places, "modest", "modest 1");
        waits(places, "other", "other 1");
        List<String> order = new ArrayList<>();
        for (String gone : List.of("greedy", "greedy", "modest", "greedy")) {
            places.giveBack(gone);
            order.add(served.take());
        }
        assertEquals(List.of("modest 1", "greedy 1", "other 1", "greedy 2"), order);
        assertEquals(0, places.waiting());
        assertEquals(2, places.running());
    }

    @Test
    void whoWaitsTooLongGoesAndLeavesNothingBehind() throws InterruptedException {
        FairPlaces places = new FairPlaces(1, 10, Duration.ofMillis(20));
        assertTrue(places.take("a"));
        assertFalse(places.take("b"));
        assertEquals(0, places.waiting());
        places.giveBack("a");
        assertEquals(0, places.running());
        assertTrue(places.take("b"));
    }

    @Test
    void whenManyWaitAFurtherOneIsRefusedAtOnce() throws InterruptedException {
        FairPlaces places = new FairPlaces(1, 2, Duration.ofMinutes(1));
        assertTrue(places.take("a"));
        waits(places, "a", "1");
        waits(places, "b", "2");
        assertFalse(places.take("c"));
        places.giveBack("a");
        places.giveBack("b");
        assertEquals(2, List.of(served.take(), served.take()).size());
    }

    @Test
    void anInterruptedRequestGivesItsTurnToOthers() throws InterruptedException {
        FairPlaces places = new FairPlaces(1, 2, Duration.ofMinutes(1));
        assertTrue(places.take("a"));
        Thread first = waits(places, "b", "first");
        waits(places, "c", "second");
        first.interrupt();
        assertEquals("first interrupted", served.take());
        places.giveBack("a");
        assertEquals("second", served.take());
        assertEquals(1, places.running());
    }

    @Test
    void manyAtOnceNeverTakeMoreThanThereIs() throws InterruptedException {
        FairPlaces places = new FairPlaces(3, 1_000, Duration.ofMinutes(1));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String client = "c" + i % 5;
            threads.add(
                    new Thread(
                            () -> {
                                try {
                                    for (int n = 0; n < 50; n++) {
                                        boolean isIn = places.take(client);
                                        if (!isIn || places.running() > 3) {
                                            served.add("too many");
                                        }
                                        places.giveBack(client);
                                    }
                                } catch (InterruptedException e) {
                                    served.add("interrupted");
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, served.size());
        assertEquals(0, places.running());
        assertTrue(places.take("c0"));
    }
}
