package chancery.guard;

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
    private final Watchdog watchdog = new Watchdog();
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
        return restricted;
    }

    /// Watches the query until the returned watch is closed.
    public Watchdog.Watch watch(QueryExec query) {
        return watchdog.over(query, Duration.ofSeconds(limits.timeoutSeconds()));
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
