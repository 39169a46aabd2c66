package chancery.guard;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/// Stops queries that run too long. Jena's own time limit only sets a flag that sorting does not
/// look at; `abort()` reaches it.
public final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock;

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

    /// A watch over one query; closing it ends the watch, not the query.
    public static final class Watch implements AutoCloseable {
        private final QueryExec query;
        private volatile boolean struck;
        private @Nullable ScheduledFuture<?> end;

        private Watch(QueryExec query) {
            this.query = query;
        }

        private void strike() {
            struck = true;
            query.abort();
        }

        /// What ended the query. A query that is stopped in the middle of sorting fails in several
        /// ways, of which Jena calls only one a cancellation: it finds what it sorts closed.
        ///
        /// @param failure of the query
        /// @return a [QueryCancelledException] if the time was over by then, else the failure
        public RuntimeException reason(RuntimeException failure) {
            if (!struck || failure instanceof QueryCancelledException) {
                return failure;
            }
            QueryCancelledException cancelled = new QueryCancelledException();
            cancelled.initCause(failure);
            return cancelled;
        }

        @Override
        public void close() {
            if (end != null) {
                end.cancel(false);
            }
        }
    }

    /// Calls `abort()` on the query when the time is over, unless the watch is closed before.
    public Watch over(QueryExec query, Duration limit) {
        Watch watch = new Watch(query);
        watch.end = clock.schedule(watch::strike, limit.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
