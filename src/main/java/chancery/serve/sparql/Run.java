package chancery.serve.sparql;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of a query, for all who ask the same meanwhile.
public final class Run {
    private final CompletableFuture<Outcome> outcome;
    private final boolean isMine;

    /// How it ended.
    public sealed interface Outcome {}

    /// With an answer.
    public record Whole(KeptAnswer answer) implements Outcome {}

    /// With a refusal that holds for all.
    ///
    /// @param reply told to all
    public record Refused(Object reply) implements Outcome {}

    /// With nothing that others could use: each has to run it for itself.
    public record NotShared() implements Outcome {}

    Run() {
        this(new CompletableFuture<>(), true);
    }

    private Run(CompletableFuture<Outcome> outcome, boolean isMine) {
        this.outcome = outcome;
        this.isMine = isMine;
    }

    Run shared() {
        return new Run(outcome, false);
    }

    /// Whether whoever has it is to run the query and then to end it.
    public boolean isMine() {
        return isMine;
    }

    void end(Outcome how) {
        outcome.complete(how);
    }

    /// Waits for its end; empty if that takes too long.
    public Optional<Outcome> await(Duration limit) {
        try {
            return Optional.of(outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run never ends with an exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
