package chancery.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Value;
import chancery.evidence.SeedWords;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnglishDurationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            five-year tenure         | P5Y
            five-year intervals      | P5Y
            for ten years            | P10Y
            10 years                 | P10Y
            a year                   | P1Y
            one-year                 | P1Y
            two decades              | P20Y
            Six months before        | P6M
            an 18-month mandate      | P18M
            three weeks              | P21D
            12-day                   | P12D
            """)
    void wordsStateADuration(String words, String value) {
        assertTrue(EnglishDuration.states(words, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            five-year tenure         | P6Y
            five-year tenure         | P5M
            five-year tenure         | P60M
            10 years                 | P1Y
            110 years                | P10Y
            1.5 years                | P5Y
            1,000 years              | P0Y
            twenty-five years        | P5Y
            twenty five years        | P5Y
            half a year              | P1Y
            half a decade            | P10Y
            two                      | P2Y
            years                    | P1Y
            99999999999 years        | P9Y
            someone year             | P1Y
            five yearly              | P5Y
            """)
    void aNearMissStatesNothing(String words, String value) {
        assertFalse(EnglishDuration.states(words, value));
    }

    static Stream<Arguments> ofTheSeeds() {
        return SeedWords.all()
                .filter(pair -> pair.value() instanceof Value.Typed typed && isDuration(typed))
                .map(pair -> Arguments.of(pair.words(), ((Value.Typed) pair.value()).lexical()));
    }

    private static boolean isDuration(Value.Typed typed) {
        return typed.datatype().endsWith("#duration");
    }

    @ParameterizedTest
    @MethodSource("ofTheSeeds")
    void theWordsOfTheSeedsStateTheirDurations(String words, String value) {
        assertTrue(EnglishDuration.states(words, value));
        assertFalse(EnglishDuration.states(words, value.replaceFirst("\\d+", "77")));
    }
}
