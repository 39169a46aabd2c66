package chancery.guard.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Lets queries in: first the client's budget is asked, then for a place.
///
/// Thread-safe.
public final class Admissions {
    /// How long a query waits for its turn when all places are taken.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Waiting requests hold a thread each.
    private static final int WAITING_PER_PLACE = 2;

    private static final int MOST_CLIENTS = 10_000;
    private static final String BUSY = "server: found it busy with other queries";

    private final FairPlaces places;
    private final Budgets budgets;
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong overBudget = new AtomicLong();

    /// @param maxConcurrent queries of all clients running at one time
    public Admissions(int maxConcurrent, Budget budget) {
        this(
                new FairPlaces(maxConcurrent, WAITING_PER_PLACE * maxConcurrent, PATIENCE),
                new Budgets(budget, MOST_CLIENTS, System::nanoTime));
    }

    Admissions(FairPlaces places, Budgets budgets) {
        this.places = places;
        this.budgets = budgets;
    }

    /// Waits a little for a place.
    public Admission enter(Client client) {
        if (client.hasBudget()) {
            Optional<Admission.OverBudget> refusal = budgets.begin(client.name());
            if (refusal.isPresent()) {
                overBudget.incrementAndGet();
                return refusal.get();
            }
        }
        boolean isIn = false;
        try {
            isIn = places.take(client.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isIn) {
                settle(client, 0);
            }
        }
        if (!isIn) {
            busy.incrementAndGet();
            return new Admission.Busy(BUSY);
        }
        return place(client);
    }

    private Admission.Place place(Client client) {
        long begin = System.nanoTime();
        AtomicBoolean isOpen = new AtomicBoolean(true);
        return () -> {
            if (isOpen.getAndSet(false)) {
                settle(client, System.nanoTime() - begin);
                places.giveBack(client.name());
            }
        };
    }

    private void settle(Client client, long usedNanos) {
        if (client.hasBudget()) {
            budgets.end(client.name(), usedNanos);
        }
    }

    /// How many run now.
    public int running() {
        return places.running();
    }

    /// How many wait for a place now.
    public int waiting() {
        return places.waiting();
    }

    /// How many were refused because all places were taken.
    public long busy() {
        return busy.get();
    }

    /// How many were refused for their client's budget.
    public long overBudget() {
        return overBudget.get();
    }
}
