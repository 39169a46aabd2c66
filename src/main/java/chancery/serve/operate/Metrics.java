package chancery.serve.operate;

import chancery.guard.client.Admissions;
import chancery.guard.service.ServiceCalls;
import chancery.serve.sparql.ResultCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// What Prometheus is told.
///
/// Thread-safe.
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge release =
            MultiGauge.builder("chancery.release.info")
                    .description("The release being served.")
                    .register(registry);
    private volatile long takenUpSeconds;

    /// @param underway  requests
    /// @param readiness told as 1 or 0
    public Metrics(Underway underway, Supplier<Boolean> readiness) {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        Gauge.builder("chancery.requests.underway", underway, Underway::requests)
                .description("Requests that are being answered or wait for their turn.")
                .register(registry);
        Gauge.builder("chancery.ready", () -> readiness.get() ? 1 : 0)
                .description("1 when /$/ready says so.")
                .register(registry);
        Gauge.builder("chancery.release.taken.up.seconds", () -> takenUpSeconds)
                .description("When the release being served was opened, in seconds since 1970.")
                .register(registry);
    }

    /// Where others add numbers of their own.
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /// Tells of places, and of who got none.
    public void tellOf(Admissions admissions) {
        Gauge.builder("chancery.queries.running", admissions, Admissions::running)
                .description("Queries, searches and reconciliations that have a place.")
                .register(registry);
        Gauge.builder("chancery.queries.waiting", admissions, Admissions::waiting)
                .description("Those that wait for a place.")
                .register(registry);
        refused("busy", admissions, Admissions::busy);
        refused("budget", admissions, Admissions::overBudget);
    }

    /// Tells how calls of other servers ended, and not of which or for whom.
    public void tellOf(ServiceCalls calls) {
        for (ServiceCalls.Outcome outcome : ServiceCalls.Outcome.values()) {
            FunctionCounter.builder("chancery.service.calls", calls, it -> it.count(outcome))
                    .description("Calls of other servers by SERVICE, by how they ended.")
                    .tag("outcome", outcome.label())
                    .register(registry);
        }
    }

    /// Tells of the answers that are kept.
    public void tellOf(ResultCache cache) {
        asked("hit", cache, ResultCache.Statistics::hits);
        asked("miss", cache, ResultCache.Statistics::misses);
        asked("shared", cache, ResultCache.Statistics::shared);
        FunctionCounter.builder("chancery.cache.evicted", cache, it -> it.statistics().evicted())
                .description("Answers that made room for others.")
                .register(registry);
        Gauge.builder("chancery.cache.entries", cache, it -> it.statistics().entries())
                .description("Answers that are kept.")
                .register(registry);
        Gauge.builder("chancery.cache.size", cache, it -> it.statistics().bytes())
                .baseUnit("bytes")
                .description("What the answers that are kept take, about.")
                .register(registry);
    }

    /// Tells what others count.
    public void tellOf(List<Figure> figures) {
        for (Figure figure : figures) {
            if (figure.counts()) {
                FunctionCounter.builder(figure.name(), figure, it -> it.value().getAsDouble())
                        .description(figure.description())
                        .register(registry);
            } else {
                Gauge.builder(figure.name(), figure, it -> it.value().getAsDouble())
                        .description(figure.description())
                        .strongReference(true)
                        .register(registry);
            }
        }
    }

    private void asked(
            String result, ResultCache cache, ToDoubleFunction<ResultCache.Statistics> count) {
        FunctionCounter.builder(
                        "chancery.cache.requests",
                        cache,
                        it -> count.applyAsDouble(it.statistics()))
                .description("Queries answered from what is kept, run, or sharing a run.")
                .tag("result", result)
                .register(registry);
    }

    private void refused(String reason, Admissions admissions, ToDoubleFunction<Admissions> count) {
        FunctionCounter.builder("chancery.queries.refused", admissions, count)
                .description("Those that got no place: all taken, or the client's budget used.")
                .tag("reason", reason)
                .register(registry);
    }

    void answered(String service, String form, String outcome, Duration took) {
        Timer.builder("chancery.requests")
                .description("Requests by what answers them, form of the query, and outcome.")
                .tags("service", service, "form", form, "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /// A release was opened, at the start or later.
    public void tookUp(String id) {
        takenUpSeconds = System.currentTimeMillis() / 1000;
        release.register(List.of(MultiGauge.Row.of(Tags.of("release", id), 1)), true);
        Counter.builder("chancery.release.taken.up")
                .description("Releases opened since the start, the first included.")
                .register(registry)
                .increment();
    }

    /// In the text format of Prometheus.
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
