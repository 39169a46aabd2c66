package chancery.guard;

import chancery.guard.run.LimitExceeded;
import chancery.guard.run.QueryBudget;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/// Stops queries that run too long, and the largest one when memory runs out. Jena's own time limit
/// only sets a flag that sorting does not look at; `abort()` reaches it.
///
/// Thread-safe.
public final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    public Watchdog() {
        clock =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "query-watchdog");
                            thread.setDaemon(true);
                            return thread;
                        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /// A watch over one query; closing it ends the watch, not the query, and gives back what the
    /// query's budget had taken.
    public final class Watch implements AutoCloseable {
        private final QueryExec query;
        private final QueryBudget budget;
        private final long since = System.nanoTime();
        private volatile @Nullable Supplier<RuntimeException> verdict;
        private @Nullable ScheduledFuture<?> end;

        private Watch(QueryExec query) {
            this.query = query;
            this.budget = QueryBudget.of(query.getContext());
        }

        private void strike(Supplier<RuntimeException> reason) {
            verdict = reason;
            query.abort();
            budget.stop();
        }

        /// What ended the query. A query that is stopped in the middle of sorting fails in several
        /// ways, of which Jena calls only one a cancellation: it finds what it sorts closed.
        ///
        /// @param failure of the query
        /// @return why it was stopped, if it was, else the failure
        public RuntimeException reason(RuntimeException failure) {
            Supplier<RuntimeException> struck = verdict;
            if (struck == null || failure instanceof LimitExceeded) {
                return failure;
            }
            RuntimeException reason = struck.get();
            if (reason.getClass() == failure.getClass()) {
                return failure;
            }
            reason.initCause(failure);
            return reason;
        }

        @Override
        public void close() {
            if (end != null) {
                end.cancel(false);
            }
            watches.remove(this);
            budget.close();
        }
    }

    /// Calls `abort()` on the query when the time is over, unless the watch is closed before.
    ///
    /// @param query with a budget in its context ([Guard#restrict])
    public Watch over(QueryExec query, Duration limit) {
        Watch watch = new Watch(query);
        watches.add(watch);
        watch.end =
                clock.schedule(
                        () -> watch.strike(QueryCancelledException::new),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        return watch;
    }

    /// Stops the query that keeps most by its own account; of those alike the youngest.
    ///
    /// @return whether there was one
    boolean stopLargest() {
        Optional<Watch> largest =
                watches.stream()
                        .filter(watch -> watch.verdict == null)
                        .max(
                                Comparator.<Watch>comparingLong(watch -> watch.budget.kept())
                                        .thenComparingLong(watch -> watch.since));
        largest.ifPresent(
                watch ->
                        watch.strike(
                                () ->
                                        LimitExceeded.ofServer(
                                                "server: found its memory nearly used up, expected some to"
                                                        + " be left; the largest query was stopped")));
        return largest.isPresent();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
