package chancery.guard.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Places for running queries. A place that becomes free goes to the waiting client that has the
/// fewest running, among equals to the one that has waited longest.
///
/// Thread-safe.
final class FairPlaces {
    private final int places;
    private final int mostWaiting;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();

    /// In order of arrival.
    private final List<Waiter> waiting = new ArrayList<>();

    /// How many each client has running; no zeros.
    private final Map<String, Integer> running = new HashMap<>();

    private int taken;

    /// @param patience how long one waits for its turn
    FairPlaces(int places, int mostWaiting, Duration patience) {
        this.places = places;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    private static final class Waiter {
        private final String client;
        private final Condition turn;
        private boolean isServed;

        Waiter(String client, Condition turn) {
            this.client = client;
            this.turn = turn;
        }
    }

    /// Waits for a place.
    ///
    /// @return false if too many wait already, or none became free in time
    boolean take(String client) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (taken < places && waiting.isEmpty()) {
                give(client);
                return true;
            }
            if (waiting.size() >= mostWaiting) {
                return false;
            }
            return await(new Waiter(client, lock.newCondition()));
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Waiter waiter) throws InterruptedException {
        waiting.add(waiter);
        long left = patience.toNanos();
        try {
            while (!waiter.isServed && left > 0) {
                left = waiter.turn.awaitNanos(left);
            }
            return waiter.isServed;
        } catch (InterruptedException e) {
            if (waiter.isServed) {
                giveBackLocked(waiter.client);
            }
            throw e;
        } finally {
            waiting.remove(waiter);
        }
    }

    /// @param client that took the place
    void giveBack(String client) {
        lock.lock();
        try {
            giveBackLocked(client);
        } finally {
            lock.unlock();
        }
    }

    private void giveBackLocked(String client) {
        running.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
        taken--;
        Waiter next = next();
        if (next != null) {
            waiting.remove(next);
            give(next.client);
            next.isServed = true;
            next.turn.signal();
        }
    }

    private @Nullable Waiter next() {
        Waiter best = null;
        for (Waiter waiter : waiting) {
            if (best == null || runningOf(waiter.client) < runningOf(best.client)) {
                best = waiter;
            }
        }
        return best;
    }

    private int runningOf(String client) {
        return running.getOrDefault(client, 0);
    }

    private void give(String client) {
        running.merge(client, 1, Integer::sum);
        taken++;
    }

    int running() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
