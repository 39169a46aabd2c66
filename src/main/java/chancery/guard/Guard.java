package chancery.guard;

import chancery.guard.client.Admission;
import chancery.guard.client.Admissions;
import chancery.guard.client.Budget;
import chancery.guard.client.Client;
import chancery.guard.run.BoundedRun;
import chancery.guard.run.MemoryPool;
import chancery.guard.run.Pace;
import chancery.guard.run.QueryBudget;
import chancery.guard.service.ServiceCalls;
import chancery.guard.service.ServiceRules;
import chancery.guard.service.Services;
import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/// All guards of one server together: which functions, how long, how many at a time.
///
/// Thread-safe.
public final class Guard implements AutoCloseable {
    private final Limits limits;
    private final Admissions admissions;
    private final Services services;
    /// Half of the heap: the other half is for the database's caches, answers and everything else.
    private final MemoryPool memory = new MemoryPool(Runtime.getRuntime().maxMemory() / 2);

    private final Pace pace = new Pace(Runtime.getRuntime().availableProcessors());

    private final Watchdog watchdog = new Watchdog();
    private final MemoryNet net = new MemoryNet(watchdog::stopLargest);
    private final FunctionRegistry functions = new AllowedFunctions(FunctionRegistry.get());
    private final PropertyFunctionRegistry propertyFunctions =
            new OnlyTextQuery(PropertyFunctionRegistry.get());

    /// With the standard budget of each client.
    public Guard(Limits limits) {
        this(limits, Budget.standard());
    }

    /// @param budget of each client
    public Guard(Limits limits, Budget budget) {
        this(limits, budget, ServiceRules.none());
    }

    /// @param budget of each client
    /// @param services whom queries may ask
    public Guard(Limits limits, Budget budget, ServiceRules services) {
        this.limits = limits;
        this.admissions = new Admissions(limits.maxConcurrent(), budget);
        this.services = new Services(services);
    }

    public Limits limits() {
        return limits;
    }

    /// Waits a little for a place among the running queries.
    public Admission enter(Client client) {
        return admissions.enter(client);
    }

    /// Who is in, who waits, who was refused.
    public Admissions admissions() {
        return admissions;
    }

    /// How calls of other servers ended.
    public ServiceCalls serviceCalls() {
        return services.calls();
    }

    /// The settings with which a query runs: only allowed functions, `text:query`, `SERVICE` by
    /// the rules for it, never by Jena's own way.
    public Context restrict(Context context) {
        Context restricted = context.copy();
        FunctionRegistry.set(restricted, functions);
        PropertyFunctionRegistry.set(restricted, propertyFunctions);
        restricted.set(ARQ.httpServiceAllowed, false);
        long nanos = Duration.ofSeconds(limits.timeoutSeconds()).toNanos();
        QueryBudget budget =
                new QueryBudget(System.nanoTime() + nanos, limits.maxMemoryBytes(), memory, pace);
        BoundedRun.bind(restricted, budget);
        BoundedRun.letAsk(restricted, services.forQuery(budget));
        return restricted;
    }

    /// Watches the query until the returned watch is closed.
    public Watchdog.Watch watch(QueryExec query) {
        return watchdog.over(query, Duration.ofSeconds(limits.timeoutSeconds()));
    }

    @Override
    public void close() {
        net.close();
        services.close();
        watchdog.close();
    }
}
