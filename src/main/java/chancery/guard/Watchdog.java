package chancery.guard;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.exec.QueryExec;

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
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// Calls `abort()` on the query when the time is over, unless the watch is closed before.
    public Watch over(QueryExec query, Duration limit) {
        ScheduledFuture<?> end =
                clock.schedule(query::abort, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> end.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
