package chancery.guard.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
    @Test
    void queryThatHasRunForAWhileTakesATurnUntilItIsOver() {
        Pace pace = new Pace(1);
        Pace.Turn turn = pace.begin();
        assertFalse(turn.step());
        assertFalse(turn.holds());
        stepUntilItHolds(turn);
        assertEquals(0, pace.free());
        turn.close();
        assertEquals(1, pace.free());
    }

    @Test
    void queryThatWaitsForItsClientLeavesItsTurnToOthers() {
        Pace pace = new Pace(1);
        try (Pace.Turn one = pace.begin();
                Pace.Turn other = pace.begin()) {
            stepUntilItHolds(one);
            one.pause();
            stepUntilItHolds(other);
            assertFalse(one.holds());
        }
    }

    @Test
    void queryWhoseTurnDoesNotComeGoesOnWithoutOne() {
        Pace pace = new Pace(1);
        try (Pace.Turn one = pace.begin();
                Pace.Turn other = pace.begin()) {
            stepUntilItHolds(one);
            // long enough to be long, to have waited and to have used up a slice
            long end = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < end) {
                other.step();
            }
            assertFalse(other.holds());
            one.pause();
            stepUntilItHolds(other);
        }
    }

    @Test
    void queryThatIsStoppedSeesItByItsSteps() {
        MemoryPool pool = new MemoryPool(1 << 20);
        Pace pace = new Pace(1);
        try (QueryBudget budget =
                new QueryBudget(System.nanoTime() + 60_000_000_000L, 1 << 20, pool, pace)) {
            budget.step();
            budget.stop();
            assertThrows(
                    QueryCancelledException.class,
                    () -> {
                        while (true) {
                            budget.step();
                        }
                    });
        }
        assertEquals(1, pace.free());
    }

    private static void stepUntilItHolds(Pace.Turn turn) {
        while (!turn.holds()) {
            turn.step();
        }
    }
}
