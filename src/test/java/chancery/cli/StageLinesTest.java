package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StageLinesTest {
    private static final Instant BEGUN = Instant.parse("2026-11-29T12:00:00Z");
    private final StageLines lines = new StageLines(BEGUN);

    private boolean isDue(String stage, int second) {
        return lines.isDue(stage, BEGUN.plusSeconds(second));
    }

    @Test
    void shortWorkHasNone() {
        assertFalse(isDue("mapping", 0));
        assertFalse(isDue("mapping", 59));
    }

    @Test
    void aStageThatLastsHasOneAMinute() {
        assertTrue(isDue("mapping", 60));
        assertFalse(isDue("mapping", 119));
        assertTrue(isDue("mapping", 120));
        assertFalse(isDue("mapping", 121));
    }

    @Test
    void stagesThatBeginHaveOneEachButNotAtOnce() {
        assertTrue(isDue("mapping", 60));
        assertTrue(isDue("database", 71));
        assertFalse(isDue("dumps", 80));
        assertTrue(isDue("dumps", 81));
        assertFalse(isDue("database", 91));
    }
}
