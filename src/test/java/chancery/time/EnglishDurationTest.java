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
            a five-year term         | P5Y
            twenty-five years        | P25Y
            half a year              | P6M
            half a decade            | P5Y
            half-century             | P50Y
            a year and a half        | P1Y6M
            one and a half years     | P18M
            two years and six months | P2Y6M
            twelve months            | P1Y
            five-year tenure         | P60M
            two weeks                | P2W
            a fortnight              | P14D
            a hundred years          | P100Y
            a century                | P100Y
            one decade, then 5 days  | P5D
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
            30 days                  | P1M
            half a week              | P3D
            two years and six months | P2Y
            two years and six months | P6M
            in 2005                  | P2005Y
            five-year                | five-year
            five-year                | 2005
            five-year                | P
            five-year                | PT5H
            five-year                | P-5Y
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
