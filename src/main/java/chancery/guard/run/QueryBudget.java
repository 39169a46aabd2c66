package chancery.guard.run;

import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/// What one query may still take: time on the clock and memory, as estimated from what it keeps.
///
/// Thread-safe: a watchdog may ask how much is kept.
public final class QueryBudget implements AutoCloseable {
    private static final Symbol KEY = Symbol.create("https://w3id.org/chancery/budget");

    /// Taken from the pool at a time, so that queries do not meet there for every row.
    private static final long STEP = 1 << 16;

    /// Estimates: objects and references of a row, of a term, of an entry in a table.
    private static final int ROW = 96;

    private static final int TERM = 72;

    private final long deadlineNanos;
    private final long maxBytes;
    private final MemoryPool pool;
    private final AtomicLong kept = new AtomicLong();
    private final Set<SpilledFiles> spilled = ConcurrentHashMap.newKeySet();
    private final Set<Stop> stops = ConcurrentHashMap.newKeySet();
    private final Pace.Turn turn;
    private volatile boolean isStopped;
    private long taken;

    /// @param deadlineNanos by [System#nanoTime]
    /// @param maxBytes      of this query
    /// @param pool          of all
    /// @param pace          of all; the query begins now, on this thread
    public QueryBudget(long deadlineNanos, long maxBytes, MemoryPool pool, Pace pace) {
        this.deadlineNanos = deadlineNanos;
        this.maxBytes = maxBytes;
        this.pool = pool;
        this.turn = pace.begin();
    }

    /// That of a running query.
    ///
    /// @throws IllegalStateException if the query runs without one
    public static QueryBudget of(Context context) {
        QueryBudget budget = context.get(KEY);
        if (budget == null) {
            throw new IllegalStateException("no budget");
        }
        return budget;
    }

    void putInto(Context context) {
        context.set(KEY, this);
    }

    /// @throws QueryCancelledException when the time is over, or the query was stopped
    public void checkTime() {
        if (isStopped || leftNanos() <= 0) {
            throw new QueryCancelledException();
        }
    }

    /// One row further, on the query's own thread: waits a little if it is the turn of others.
    ///
    /// @throws QueryCancelledException when the time is over, or the query was stopped
    public void step() {
        if (turn.step()) {
            checkTime();
        }
    }

    /// The query is about to wait for somebody outside: others may have its turn.
    public void pause() {
        turn.pause();
    }

    /// How much time is left; below 0 when it is over.
    public long leftNanos() {
        return deadlineNanos - System.nanoTime();
    }

    /// Wakes up whoever waits for something outside of the query.
    public void stop() {
        isStopped = true;
        stops.forEach(Stop::run);
    }

    /// What is to be done when the query is stopped, until it is closed.
    ///
    /// @param action may be done more than once, by another thread, and also at once
    public Stop whenStopped(Runnable action) {
        Stop stop = new Stop(action);
        stops.add(stop);
        if (isStopped) {
            action.run();
        }
        return stop;
    }

    /// Something to be done when the query is stopped.
    public final class Stop implements AutoCloseable {
        private final Runnable action;

        private Stop(Runnable action) {
            this.action = action;
        }

        private void run() {
            action.run();
        }

        @Override
        public void close() {
            stops.remove(this);
        }
    }

    /// How much the query keeps now.
    public long kept() {
        return kept.get();
    }

    /// A part of the budget that can be given back as a whole.
    public Holding hold() {
        return new Holding();
    }

    private synchronized void keep(long bytes) {
        long now = kept.addAndGet(bytes);
        if (now > maxBytes) {
            throw LimitExceeded.ofQuery(
                    String.format(
                            Locale.ROOT,
                            "query: found it to keep more than %d MiB in memory, expected at most"
                                    + " that: ask for fewer groups, joins or steps",
                            Math.max(1, maxBytes >> 20)));
        }
        if (now > taken) {
            long more = Math.max(STEP, now - taken);
            if (!pool.take(more)) {
                throw LimitExceeded.ofServer(
                        "server: found its memory taken by other queries, expected some to be left");
            }
            taken += more;
        }
    }

    /// For files of one operation; they are gone at the latest when this is closed, also if the
    /// operation was never properly ended.
    SpilledFiles files() {
        SpilledFiles files = new SpilledFiles(spilled::remove);
        spilled.add(files);
        return files;
    }

    /// Gives everything back, on the query's own thread.
    @Override
    public synchronized void close() {
        turn.close();
        spilled.forEach(SpilledFiles::close);
        pool.giveBack(taken);
        taken = 0;
        kept.set(0);
    }

    /// What one operation keeps until it is done.
    public final class Holding implements AutoCloseable {
        private long bytes;

        private Holding() {}

        /// @throws LimitExceeded if it is too much
        public void add(long more) {
            bytes += more;
            keep(more);
        }

        /// A row that is kept.
        public void add(Binding row) {
            add(sizeOf(row));
        }

        /// A term that is kept.
        public void add(Node term) {
            add(sizeOf(term));
        }

        /// A triple that is kept.
        public void add(Triple triple) {
            add(ROW + sizeOf(triple.getSubject()) + TERM + sizeOf(triple.getObject()));
        }

        void checkTime() {
            QueryBudget.this.step();
            QueryBudget.this.checkTime();
        }

        @Override
        public void close() {
            kept.addAndGet(-bytes);
            bytes = 0;
        }
    }

    static long sizeOf(Binding row) {
        long size = ROW;
        for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
            size += sizeOf(row.get(vars.next()));
        }
        return size;
    }

    /// Terms may be shared with the database's own cache, so this is an upper estimate.
    private static long sizeOf(Node term) {
        if (term.isLiteral()) {
            return TERM + 2L * term.getLiteralLexicalForm().length();
        }
        if (term.isURI()) {
            return (long) TERM + term.getURI().length();
        }
        return term.isTripleTerm()
                ? TERM
                        + sizeOf(term.getTriple().getSubject())
                        + sizeOf(term.getTriple().getObject())
                : TERM;
    }
}
