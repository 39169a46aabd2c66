package chancery.guard;

import chancery.guard.run.BoundedRun;
import chancery.guard.run.MemoryPool;
import chancery.guard.run.QueryBudget;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/// All guards of one server together: which functions, how long, how many at a time.
///
/// Thread-safe.
public final class Guard implements AutoCloseable {
    /// How long a query waits for its turn when all places are taken.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Limits limits;
    private final Semaphore places;
    /// Half of the heap: the other half is for the database's caches, answers and everything else.
    private final MemoryPool memory = new MemoryPool(Runtime.getRuntime().maxMemory() / 2);

    private final Watchdog watchdog = new Watchdog();
    private final MemoryNet net = new MemoryNet(watchdog::stopLargest);
    private final FunctionRegistry functions = new AllowedFunctions(FunctionRegistry.get());
    private final PropertyFunctionRegistry propertyFunctions =
            new OnlyTextQuery(PropertyFunctionRegistry.get());

    public Guard(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.maxConcurrent(), true);
    }

    public Limits limits() {
        return limits;
    }

    /// A place among the running queries; give it back by closing it.
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits a little for a place; empty if none became free.
    public Optional<Place> enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(places::release)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The settings with which a query runs: only allowed functions, `text:query`, no `SERVICE`.
    public Context restrict(Context context) {
        Context restricted = context.copy();
        FunctionRegistry.set(restricted, functions);
        PropertyFunctionRegistry.set(restricted, propertyFunctions);
        restricted.set(ARQ.httpServiceAllowed, false);
        long nanos = Duration.ofSeconds(limits.timeoutSeconds()).toNanos();
        BoundedRun.bind(
                restricted,
                new QueryBudget(System.nanoTime() + nanos, limits.maxMemoryBytes(), memory));
        return restricted;
    }

    /// Watches the query until the returned watch is closed.
    public Watchdog.Watch watch(QueryExec query) {
        return watchdog.over(query, Duration.ofSeconds(limits.timeoutSeconds()));
    }

    @Override
    public void close() {
        net.close();
        watchdog.close();
    }
}
