package chancery.guard.service;

import chancery.guard.run.LimitExceeded;
import chancery.guard.run.OtherServers;
import chancery.guard.run.QueryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/// All that queries of one server ask of others.
///
/// Thread-safe.
public final class Services implements AutoCloseable {
    /// How long a query waits for a place among the calls: it holds one among the queries
    /// meanwhile, and a server that hangs would have all of them wait.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServiceRules rules;
    private final ServiceClient client;
    private final Semaphore places;
    private final ServiceCalls calls = new ServiceCalls();

    public Services(ServiceRules rules) {
        this.rules = rules;
        this.client = new ServiceClient(rules);
        this.places = new Semaphore(rules.limits().maxConcurrent(), true);
    }

    /// For one query.
    public OtherServers forQuery(QueryBudget budget) {
        return new OfQuery(budget);
    }

    /// How those asked so far ended.
    public ServiceCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        client.close();
    }

    /// Those of one query, whose calls are counted.
    final class OfQuery implements OtherServers {
        private final QueryBudget budget;
        private final AtomicInteger asked = new AtomicInteger();

        private OfQuery(QueryBudget budget) {
            this.budget = budget;
        }

        @Override
        public QueryIterator execute(
                OpService service, QueryIterator rows, ExecutionContext context) {
            if (service.getService().isURI()) {
                // before anything is read, so that a refusal comes early
                target(service.getService());
            }
            return new ServiceRows(service, rows, this, budget.hold(), context);
        }

        /// @param address of whom to ask, a term that ought to be an IRI
        /// @return its rows; one without values when it failed and may be silent
        List<Binding> ask(Node address, String query, QueryBudget.Holding kept, boolean isSilent) {
            ServiceRules.Target target = target(address);
            countCall();
            try {
                List<Binding> answered = ask(target, query, kept);
                calls.ended(ServiceCalls.Outcome.ANSWERED);
                return answered;
            } catch (ServiceFailure e) {
                calls.ended(ServiceCalls.Outcome.of(e.kind()));
                if (isSilent && e.canBeSilent()) {
                    return List.of(BindingFactory.empty());
                }
                throw e;
            } catch (RuntimeException | Error e) {
                calls.ended(ServiceCalls.Outcome.STOPPED);
                throw e;
            }
        }

        private ServiceRules.Target target(Node address) {
            try {
                if (address.isURI()) {
                    return rules.target(address.getURI());
                }
                throw new ServiceFailure(
                        ServiceFailure.Kind.UNCLEAR,
                        "SERVICE: found no address, expected an IRI or a variable that has one");
            } catch (ServiceFailure e) {
                calls.ended(ServiceCalls.Outcome.of(e.kind()));
                throw e;
            }
        }

        private void countCall() {
            int most = rules.limits().maxCalls();
            if (asked.incrementAndGet() > most) {
                calls.ended(ServiceCalls.Outcome.REFUSED);
                throw LimitExceeded.ofQuery(
                        String.format(
                                Locale.ROOT,
                                "SERVICE: found more than %d calls for one query, expected at most"
                                        + " that: ask for less before it",
                                most));
            }
        }

        private List<Binding> ask(
                ServiceRules.Target target, String query, QueryBudget.Holding kept) {
            budget.pause();
            takePlace();
            try {
                List<Binding> answered = new ArrayList<>();
                client.ask(
                        target,
                        query,
                        budget,
                        row -> {
                            kept.add(row);
                            answered.add(row);
                        });
                return answered;
            } finally {
                places.release();
            }
        }

        private void takePlace() {
            try {
                long patience = Math.min(PATIENCE_NANOS, budget.leftNanos());
                if (places.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            budget.checkTime();
            throw new ServiceFailure(
                    ServiceFailure.Kind.BUSY, "SERVICE: found too many calls under way");
        }
    }
}
