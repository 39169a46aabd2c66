package chancery.guard.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private long now;

    private Budgets budgets(int queries, int seconds, int clients) {
        return new Budgets(new Budget(queries, seconds), clients, () -> now);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static String reason(Optional<Admission.OverBudget> refusal) {
        return refusal.orElseThrow().reason();
    }

    @Test
    void oneClientsQueriesAtOneTimeAreCountedApartFromAnothers() {
        Budgets budgets = budgets(2, 60, 10);
        assertEquals(Optional.empty(), budgets.begin("a"));
        assertEquals(Optional.empty(), budgets.begin("a"));
        assertEquals(
                "client: found 3 queries at one time, expected at most 2",
                reason(budgets.begin("a")));
        assertEquals(Optional.empty(), budgets.begin("b"));
        budgets.end("a", 0);
        assertEquals(Optional.empty(), budgets.begin("a"));
    }

    @Test
    void usedUpSecondsComeBackEvenlyAndTheWaitIsTold() {
        Budgets budgets = budgets(4, 30, 10);
        budgets.begin("a");
        budgets.end("a", seconds(40));
        Admission.OverBudget refusal = budgets.begin("a").orElseThrow();
        assertEquals(
                "client: found its query time used up, expected at most 30 s a minute",
                refusal.reason());
        // 10 seconds of debt at half a second a second
        assertEquals(21, refusal.retryAfterSeconds());
        now += seconds(20);
        assertEquals(1, budgets.begin("a").orElseThrow().retryAfterSeconds());
        now += seconds(1);
        assertEquals(Optional.empty(), budgets.begin("a"));
    }

    @Test
    void aLongRestGivesNoMoreThanAMinutesSeconds() {
        Budgets budgets = budgets(4, 60, 10);
        budgets.begin("a");
        budgets.end("a", 0);
        now += seconds(86_400);
        budgets.begin("a");
        budgets.end("a", seconds(61));
        assertEquals(2, budgets.begin("a").orElseThrow().retryAfterSeconds());
    }

    @Test
    void clientsBeyondTheNumberPushOutTheEldestThatRunNothing() {
        Budgets budgets = budgets(1, 60, 100);
        budgets.begin("running");
        for (int i = 0; i < 10_000; i++) {
            budgets.begin("c" + i);
            budgets.end("c" + i, seconds(100));
        }
        assertEquals(100, budgets.size());
        assertEquals(
                "client: found 2 queries at one time, expected at most 1",
                reason(budgets.begin("running")));
        assertEquals(41, budgets.begin("c9999").orElseThrow().retryAfterSeconds());
    }

    @Test
    void aBudgetOfNothingIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Budget(0, 60));
        assertThrows(IllegalArgumentException.class, () -> new Budget(4, 0));
    }
}
