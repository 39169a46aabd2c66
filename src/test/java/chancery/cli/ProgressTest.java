package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aLongStepSaysHowMuchOfItIsDoneHowFastAndHowMuchTimeIsLeft() {
        assertEquals(
                "writing (database: 2,000,000 of 9,000,000, 80,000/s, about 88 s left)",
                Progress.line("writing", "database", 2_000_000, 9_000_000, Duration.ofSeconds(25)));
        assertEquals(
                "judging (collecting quads: 16,384)",
                Progress.line("judging", "collecting quads", 16_384, -1, Duration.ZERO));
        assertEquals(
                "judging (rows: 1,000 of 61,000, 100/s, about 10 min left)",
                Progress.line("judging", "rows", 1_000, 61_000, Duration.ofSeconds(10)));
        assertEquals(
                "writing (slices)", Progress.line("writing", "slices", 0, -1, Duration.ofHours(1)));
    }
}
