package chancery.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.NearMiss;
import chancery.check.Value;
import chancery.evidence.SeedWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnglishFigureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            $1.9911 billion            | 1.9911e9 USD
            US$2.403 billion           | 2.403e9 USD
            411.4 million dollars      | 411.4e6 USD
            about $ 800 mln            | about 800e6 USD
            $800 million               | about 800e6 USD
            surpassed the ₼4 billion threshold | more than 4e9 AZN
            5 roubles                  | 5 RUB
            more than half a million   | more than 5e5 number
            half million               | more than 5e5 number
            500,000                    | 500000 number
            over 15 thousand           | more than 15e3 number
            301.1 kilometres           | 301.1 km
            301.1 kilometers           | 301.1 km
            336.5 km                   | 336.5 km
            187.1 mi                   | 187.1 mi
            a mile and 2 miles         | 2 mi
            39.3%                      | 39.3 percent
            40 per cent                | 40 percent
            about of 80%               | about 80 percent
            near-three-year            | about 3 year
            Two decades later          | 2e1 year
            third rank                 | 3 number
            twelve agreements          | 12 number
            at least 10                | at least 10 number
            no more than 10            | at most 10 number
            15 to 20 thousand          | 20e3 number
            15 thousand to 20 thousand | 15e3..20e3 number
            USD 2.403 bn               | 2.403e9 USD
            $1,250,000.50              | 1250000.50 USD
            costing about $ 800 mln    | about 800e6 USD
            4 billion manats           | 4e9 AZN
            ₼4 billion threshold       | at least 4e9 AZN
            5 million US dollars       | 5e6 USD
            €5 million                 | 5e6 EUR
            half of the population     | 50 percent
            301.1 miles (336.5 km)     | 301.1 mi
            301.1 miles (336.5 km)     | 336.5 km
            a 5-km line                | 5 km
            86,600 square kilometres   | 86600 km2
            33,400 sq mi               | 33400 mi2
            5 ha                       | 5 ha
            1,500 m                    | 1500 m
            50 million tonnes          | 50e6 t
            an 18-month mandate        | 18 month
            a quarter of a million     | 25e4 number
            over three years           | more than 3 year
            a dozen                    | 12 number
            two dozen                  | 24 number
            110 special cultural events | 110 number
            twenty-five schools        | 25 number
            a hundred and ten          | 110 number
            not less than 20           | at least 20 number
            fewer than 20              | less than 20 number
            50 or more                 | at least 50 number
            50 km at most              | at most 50 km
            50+                        | at least 50 number
            up to 20                   | at most 20 number
            up to 20                   | 20 number
            10–20%                     | 10..20 percent
            10-20 million              | 10e6..20e6 number
            about 10 to 20 km          | about 10..20 km
            """)
    void wordsStateAFigure(String words, String value) throws BadQuantity {
        assertTrue(EnglishFigure.states(words, Quantity.parse(value)));
        String spaced = words.replace(' ', '\u00A0'); // as web pages have them
        assertTrue(EnglishFigure.states(spaced, Quantity.parse(value)), spaced);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # a digit changed
            $1.9911 billion            | 1.9912e9 USD
            336.5 km                   | 336.4 km
            110                        | 10 number
            110                        | 11 number
            third rank                 | 4 number
            twenty-five                | 5 number
            twenty-five                | 20 number
            twenty five                | 5 number
            15 thousand to 20 thousand | 15e3..21e3 number
            15 thousand                | 15e3..20e3 number
            # a power of ten
            411.4 million dollars      | 411.4e9 USD
            411.4 million dollars      | 411.4 USD
            # finer or coarser than the words
            $2.4 billion               | 2.400e9 USD
            $2.403 billion             | 2.4e9 USD
            half a million             | 500000 number
            500,000                    | 5e5 number
            two decades                | 20 year
            # another unit
            301.1 miles                | 301.1 km
            301.1 kilometres           | 301.1 mi
            301.1 kilometres (187.1 mi) | 187.1 km
            $5                         | 5 AZN
            $5                         | 5 number
            5 roubles                  | 5 number
            25.4                       | 25.4 percent
            25.4%                      | 25.4 number
            three years                | 3 number
            two decades                | 2e1 number
            187.1 million              | 187.1e6 mi
            # a bound that contradicts
            more than 50               | 50 number
            over 50                    | about 50 number
            about 50                   | 50 number
            about 50                   | more than 50 number
            at least 50                | 50 number
            less than 50               | 50 number
            at most 50                 | less than 50 number
            no more than 50            | more than 50 number
            over 50                    | 50 number
            50 or more                 | 50 number
            20–10%                     | 10..20 percent
            86,600 square kilometres   | 86600 km
            800 mln                    | 800e6 USD
            two dozen                  | 2 number
            # none at all
            many                       | 5 number
            a mile                     | 1 mi
            """)
    void aNearMissStatesNothing(String words, String value) throws BadQuantity {
        assertFalse(EnglishFigure.states(words, Quantity.parse(value)));
    }

    static Stream<Arguments> ofTheSeeds() {
        return SeedWords.all()
                .filter(pair -> pair.value() instanceof Value.Quantity)
                .map(p -> Arguments.of(p.words(), ((Value.Quantity) p.value()).quantity()));
    }

    @ParameterizedTest
    @MethodSource("ofTheSeeds")
    void theWordsOfTheSeedsStateTheirFigures(String words, Quantity value) {
        assertTrue(EnglishFigure.states(words, value));
        for (String wrong : NearMiss.of(words)) {
            assertFalse(EnglishFigure.states(wrong, value), wrong);
        }
        BigDecimal finer = value.resolution().divide(BigDecimal.TEN);
        assertFalse(
                EnglishFigure.states(
                        words,
                        new Quantity(value.bound(), value.value(), null, value.unit(), finer)));
        for (Unit other : Unit.values()) {
            if (other != value.unit()) {
                Quantity wrong =
                        new Quantity(value.bound(), value.value(), null, other, value.resolution());
                boolean countOfYears = value.unit() == Unit.NUMBER && other == Unit.YEAR;
                assertFalse(!countOfYears && EnglishFigure.states(words, wrong), wrong.label());
            }
        }
    }

    @Test
    void severalFiguresAreSeveralReadings() {
        assertEquals(
                "[301.1 mi, 336.5 km]", EnglishFigure.read("301.1 miles (336.5 km)").toString());
        assertEquals(
                "[about 50 number, less than 50 number]",
                EnglishFigure.read("nearly 50").toString());
    }

    @Test
    void hostileWordsAreRead() {
        assertEquals(List.of(), EnglishFigure.read("9".repeat(100_000)));
        assertFalse(EnglishFigure.read("1,000".repeat(20_000)).isEmpty());
        assertEquals(1, EnglishFigure.read("one hundred and ".repeat(2_000)).size());
        assertEquals(1, EnglishFigure.read("of ".repeat(50_000) + "5").size());
    }
}
