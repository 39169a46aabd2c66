package chancery.guard.service;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/// How often other servers were asked since the start, and how that ended. Whom it was about is
/// not kept.
///
/// Thread-safe.
public final class ServiceCalls {
    /// How one ended.
    public enum Outcome {
        /// A whole answer came.
        ANSWERED("answered"),
        /// Nobody was asked: not allowed, unclear, or more than one query may ask.
        REFUSED("refused"),
        /// Nobody was asked: too many calls were under way.
        BUSY("busy"),
        /// What came was no answer.
        FAILED("failed"),
        /// No whole answer came in the time of a call.
        TIMED_OUT("timed-out"),
        /// The query ended first, by its own limits or by whoever asked it.
        STOPPED("stopped");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        static Outcome of(ServiceFailure.Kind kind) {
            return switch (kind) {
                case REFUSED, UNCLEAR -> REFUSED;
                case BUSY -> BUSY;
                case FAILED -> FAILED;
                case TOO_SLOW -> TIMED_OUT;
            };
        }

        /// One word, for metrics.
        public String label() {
            return label;
        }
    }

    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    ServiceCalls() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /// How many ended so.
    public long count(Outcome outcome) {
        return of(outcome).sum();
    }

    void ended(Outcome outcome) {
        of(outcome).increment();
    }

    private LongAdder of(Outcome outcome) {
        return Objects.requireNonNull(counts.get(outcome));
    }
}
