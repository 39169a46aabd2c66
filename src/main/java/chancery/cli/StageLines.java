package chancery.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Which stages of long work get a line where there is no terminal: each at most once, none in the
/// first minute, and no two within ten seconds.
final class StageLines {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration APART = Duration.ofSeconds(10);

    private final Set<String> told = new HashSet<>();
    private Instant next;

    StageLines(Instant begun) {
        this.next = begun.plus(QUIET);
    }

    /// @return whether a line on the stage is to be printed now
    boolean isDue(String stage, Instant now) {
        boolean due = !now.isBefore(next) && told.add(stage);
        if (due) {
            next = now.plus(APART);
        }
        return due;
    }
}
