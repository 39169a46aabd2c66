package chancery.guard.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets short queries pass long ones. A query that has used the processor for a while goes on in
/// turns: as many of these run at once as there are processors, each for a slice of time, then the
/// next. Queries that are still short wait for nobody.
///
/// Nobody waits long for a turn: a query that holds one may look at the clock late. So this only
/// shares out the processors; how long a query may take is [QueryBudget]'s.
///
/// Thread-safe; each [Turn] belongs to the thread that runs its query.
public final class Pace {
    /// Processor time after which a query is no longer a short one.
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /// Rows between looks at the clock.
    private static final int ROWS = 64;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Semaphore turns;

    /// @param atOnce how many long queries run at a time, above 0
    public Pace(int atOnce) {
        this.turns = new Semaphore(atOnce, true);
    }

    /// Of one query, which begins now, on this thread.
    Turn begin() {
        return new Turn(turns);
    }

    /// How many turns nobody has.
    int free() {
        return turns.availablePermits();
    }

    /// Of one query.
    static final class Turn implements AutoCloseable {
        private final Semaphore turns;
        private final long since = System.nanoTime();
        private final long processorSince = processorNanos();
        private int rows;
        private boolean isLong;
        private boolean holds;
        private long sliceEnd;

        private Turn(Semaphore turns) {
            this.turns = turns;
        }

        /// One row further; waits if it is the turn of others.
        ///
        /// @return whether the clock was looked at
        boolean step() {
            if (++rows < ROWS) {
                return false;
            }
            rows = 0;
            long now = System.nanoTime();
            if (isLong(now) && now >= sliceEnd) {
                pause();
                take();
                sliceEnd = System.nanoTime() + SLICE_NANOS;
            }
            return true;
        }

        private boolean isLong(long now) {
            if (!isLong && now - since >= SHORT_NANOS) {
                isLong = processorNanos() - processorSince >= SHORT_NANOS;
                sliceEnd = now;
            }
            return isLong;
        }

        private void take() {
            try {
                holds = turns.tryAcquire(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// Whether the query is a long one and has its turn.
        boolean holds() {
            return holds;
        }

        /// The query waits for something else, or is over. It may still use what is left of its
        /// slice.
        void pause() {
            if (holds) {
                holds = false;
                turns.release();
            }
        }

        @Override
        public void close() {
            pause();
        }

        private static long processorNanos() {
            return THREADS.isCurrentThreadCpuTimeSupported()
                    ? THREADS.getCurrentThreadCpuTime()
                    : System.nanoTime();
        }
    }
}
