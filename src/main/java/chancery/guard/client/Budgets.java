package chancery.guard.client;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What clients have used of their budgets.
///
/// Query seconds are a bucket that fills evenly and is emptied by what queries took, when they have
/// ended; a query begun with little left may leave a debt, which has to be waited off. Clients are
/// remembered up to a number; beyond it those longest unheard of that run nothing are forgotten.
///
/// Thread-safe.
final class Budgets {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MINUTE_SECONDS = 60;

    private final Budget budget;
    private final int mostClients;
    private final LongSupplier nanoTime;

    /// In order of their last use.
    private final Map<String, Account> accounts = new LinkedHashMap<>(16, 0.75f, true);

    /// @param nanoTime a clock that never goes back
    Budgets(Budget budget, int mostClients, LongSupplier nanoTime) {
        this.budget = budget;
        this.mostClients = mostClients;
        this.nanoTime = nanoTime;
    }

    private static final class Account {
        private int queries;
        private double seconds;
        private long filledNanos;

        Account(double seconds, long filledNanos) {
            this.seconds = seconds;
            this.filledNanos = filledNanos;
        }
    }

    /// Counts a query of this client as begun; end it with [#end].
    ///
    /// @return why not, if the budget forbids it
    synchronized Optional<Admission.OverBudget> begin(String client) {
        Account account = account(client);
        fill(account);
        if (account.queries >= budget.maxConcurrent()) {
            return Optional.of(
                    new Admission.OverBudget(
                            "client: found %d queries at one time, expected at most %d"
                                    .formatted(account.queries + 1, budget.maxConcurrent()),
                            1));
        }
        if (account.seconds <= 0) {
            double wait = -account.seconds * MINUTE_SECONDS / budget.secondsPerMinute();
            return Optional.of(
                    new Admission.OverBudget(
                            "client: found its query time used up, expected at most %d s a minute"
                                    .formatted(budget.secondsPerMinute()),
                            (int) Math.floor(wait) + 1));
        }
        account.queries++;
        return Optional.empty();
    }

    /// @param usedNanos time that the query ran, without its waiting
    synchronized void end(String client, long usedNanos) {
        Account account = account(client);
        fill(account);
        account.queries--;
        account.seconds -= usedNanos / NANOS;
    }

    synchronized int size() {
        return accounts.size();
    }

    private Account account(String client) {
        Account known = accounts.get(client);
        if (known != null) {
            return known;
        }
        if (accounts.size() >= mostClients) {
            forgetOne();
        }
        Account fresh = new Account(budget.secondsPerMinute(), nanoTime.getAsLong());
        accounts.put(client, fresh);
        return fresh;
    }

    private void fill(Account account) {
        long now = nanoTime.getAsLong();
        double gained =
                (now - account.filledNanos) / NANOS * budget.secondsPerMinute() / MINUTE_SECONDS;
        account.seconds = Math.min(budget.secondsPerMinute(), account.seconds + gained);
        account.filledNanos = now;
    }

    private void forgetOne() {
        Iterator<Account> eldestFirst = accounts.values().iterator();
        while (eldestFirst.hasNext()) {
            if (eldestFirst.next().queries == 0) {
                eldestFirst.remove();
                return;
            }
        }
    }
}
