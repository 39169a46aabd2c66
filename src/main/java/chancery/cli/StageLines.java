package chancery.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// When long work gets a line where there is no terminal: none in the first minute, one when a
/// stage begins unless there was one ten seconds ago, and one a minute while a stage lasts.
final class StageLines {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration APART = Duration.ofSeconds(10);

    private final Set<String> told = new HashSet<>();
    private Instant nextStage;
    private Instant nextOfTheSame;

    StageLines(Instant begun) {
        this.nextStage = begun.plus(MINUTE);
        this.nextOfTheSame = nextStage;
    }

    /// @return whether a line on the stage is to be printed now
    boolean isDue(String stage, Instant now) {
        boolean due =
                !now.isBefore(nextOfTheSame) || (!now.isBefore(nextStage) && !told.contains(stage));
        if (due) {
            told.add(stage);
            nextStage = now.plus(APART);
            nextOfTheSame = now.plus(MINUTE);
        }
        return due;
    }
}
