package chancery.check.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedMatchTest {
    @Test
    void anExpressionThatWouldTryForEverIsGivenUp() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    assertEquals(
                            BoundedMatch.TOO_LONG,
                            BoundedMatch.of(Pattern.compile("(a+)+b"), "a".repeat(10_000)));
                    assertEquals(
                            BoundedMatch.TOO_LONG,
                            BoundedMatch.of(
                                    Pattern.compile("(x|y)*"), "x".repeat(1_000_000) + "z"));
                });
    }

    @Test
    void ordinaryTextsAreNotTooLong() {
        assertEquals(
                BoundedMatch.YES,
                BoundedMatch.of(Pattern.compile("[a-z ]*"), "all work ".repeat(100_000)));
        assertEquals(BoundedMatch.NO, BoundedMatch.of(Pattern.compile("[0-9]+"), "12a"));
    }
}
