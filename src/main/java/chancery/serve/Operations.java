package chancery.serve;

import chancery.guard.client.Admissions;
import chancery.guard.service.ServiceCalls;
import chancery.serve.operate.AdminServer;
import chancery.serve.operate.Metrics;
import chancery.serve.operate.Observer;
import chancery.serve.operate.Operating;
import chancery.serve.operate.Underway;
import chancery.serve.sparql.ResultCache;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The life of one server, as its operator sees it: starting, ready, stopping.
final class Operations implements AutoCloseable {
    private final Operating operating;
    private final Current current;
    private final Supplier<Optional<String>> store;
    private final Underway underway = new Underway();
    private final Metrics metrics;
    private volatile boolean isListening;
    private @Nullable AdminServer admin;

    /// @param admissions of which the metrics tell
    /// @param store      why the database cannot be read; empty when it can
    Operations(
            Operating operating,
            Current current,
            Admissions admissions,
            Supplier<Optional<String>> store) {
        this.store = store;
        this.operating = operating;
        this.current = current;
        this.metrics = new Metrics(underway, () -> obstacle().isEmpty());
        metrics.tellOf(admissions);
        metrics.tookUp(current.peek().id());
        metrics.tellOf(operating.figures());
    }

    /// Opens the admin port, if there is to be one; the server is not ready yet.
    void start() throws CannotServe {
        if (operating.adminPort().isEmpty()) {
            return;
        }
        int port = operating.adminPort().get();
        try {
            admin = AdminServer.start(operating.adminHost(), port, this::obstacle, metrics);
        } catch (Exception e) {
            throw new CannotServe(
                    "admin port %d on \"%s\": found it not to be had: %s"
                            .formatted(port, operating.adminHost(), e.getMessage()),
                    e);
        }
    }

    Observer observer() {
        return new Observer(operating, metrics, underway, () -> current.peek().id());
    }

    void listening() {
        isListening = true;
    }

    void tellOf(ResultCache cache) {
        metrics.tellOf(cache);
    }

    void tellOf(ServiceCalls calls) {
        metrics.tellOf(calls);
    }

    void tookUp(Served next) {
        metrics.tookUp(next.id());
    }

    /// Why the server should be sent no requests; empty when it is ready.
    Optional<String> obstacle() {
        if (underway.isStopping()) {
            return Optional.of("stopping");
        }
        if (!isListening) {
            return Optional.of("starting");
        }
        return current.isTrusted()
                ? store.get()
                : Optional.of("opening the release anew after " + current.doubt());
    }

    /// Where operators are answered; empty without an admin port.
    Optional<Integer> adminPort() {
        return Optional.ofNullable(admin).map(AdminServer::port);
    }

    /// @return false if that had been asked for before
    boolean beginToStop() {
        return underway.stop();
    }

    /// Goes on for a while, then lets what is under way come to its end.
    ///
    /// @return whether nothing is under way any more
    boolean drain(Runnable stopListening) {
        try {
            Thread.sleep(operating.drain());
            stopListening.run();
            return underway.awaitNone(operating.stopPatience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
        metrics.close();
    }
}
