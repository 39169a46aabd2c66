package chancery.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.time.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final String NOTATION =
            "a bound (about, at least, more than, at most, less than) if any, a number whose"
                    + " exponent tells the last written digit, and a unit, such as: about 8e8 USD";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10 number          | EXACTLY   | 10         | NUMBER    | 1
            301.1 km           | EXACTLY   | 301.1      | KILOMETRE | 0.1
            187.1 mi           | EXACTLY   | 187.1      | MILE      | 0.1
            39.3 percent       | EXACTLY   | 39.3       | PERCENT   | 0.1
            1.9911e9 USD       | EXACTLY   | 1991100000 | USD       | 100000
            about 800e6 USD    | ABOUT     | 800000000  | USD       | 1000000
            about 8e8 USD      | ABOUT     | 800000000  | USD       | 100000000
            more than 4e9 AZN  | MORE_THAN | 4000000000 | AZN       | 1000000000
            at least 5e5 number | AT_LEAST | 500000     | NUMBER    | 100000
            at most 12 year    | AT_MOST   | 12         | YEAR      | 1
            less than 1 RUB    | LESS_THAN | 1          | RUB       | 1
            exactly 0.50 km    | EXACTLY   | 0.50       | KILOMETRE | 0.01
            -2.5 percent       | EXACTLY   | -2.5       | PERCENT   | 0.1
            """)
    void readsTheNotationOfTheTables(
            String text, Bound bound, BigDecimal value, Unit unit, BigDecimal resolution)
            throws BadQuantity {
        assertEquals(new Quantity(bound, value, null, unit, resolution), Quantity.parse(text));
    }

    @Test
    void aRangeHasAnUpperValue() throws BadQuantity {
        Quantity range = Quantity.parse("about 15e3..20e3 number");
        assertEquals(new BigDecimal("15000"), range.value());
        assertEquals(new BigDecimal("20000"), range.upperValue());
        assertNull(Quantity.parse("15e3 number").upperValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "USD",
                "ten number",
                "1,000 number",
                ".5 km",
                "5. km",
                "1e-3 km",
                "1E3 km",
                "1e100 km",
                "1e999999999 km",
                "almost 10 number",
                "about  10 number",
                "10  number",
                "10 number ",
                "1..2..3 number",
                "٣ number",
                "5km",
                "5e km",
                "more 5 km",
                "1.2.3 km",
                "about about 5 km",
                " 5 km"
            })
    void refusesWhatIsNoQuantity(String text) {
        refused(text, NOTATION);
    }

    @Test
    void refusesAUnitThatItDoesNotKnow() {
        String units =
                "USD, EUR, AZN, RUB, percent, m, km, mi, ha, km2, mi2, t, number, month, year";
        refused("5 leagues", "one of the units " + units);
        refused("5 Km", "one of the units " + units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20..15 number", "15..15 number", "2e3..3 number"})
    void refusesARangeThatRunsBackwards(String text) {
        refused(text, "an upper number above the lower one");
    }

    private static void refused(String text, String expected) {
        BadQuantity refusal = assertThrows(BadQuantity.class, () -> Quantity.parse(text));
        assertEquals("found \"" + text + "\", expected " + expected, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            more than 5e5 number | more than 500,000 | more-than_500000_number_r100000
            301.1 km             | 301.1 km          | exactly_301x2E1_km_r0x2E1
            39.0 percent         | 39.0%             | exactly_39x2E0_percent_r0x2E1
            2.403e9 USD          | 2,403,000,000 USD | exactly_2403000000_usd_r1000000
            about 15e3..20e3 number | about 15,000–20,000 | about_15000-20000_number_r1000
            more than 3 year     | more than 3 years | more-than_3_year_r1
            1 year               | 1 year            | exactly_1_year_r1
            2e1 year             | 20 years          | exactly_20_year_r10
            1 number             | 1                 | exactly_1_number_r1
            10..20.5 km          | 10.0–20.5 km      | exactly_10x2E0-20x2E5_km_r0x2E1
            at most -3 percent   | at most -3%       | at-most_-3_percent_r1
            0e3 AZN              | 0 AZN             | exactly_0_azn_r1000
            """)
    void hasALabelAndASpellingForIris(String text, String label, String spelling)
            throws BadQuantity {
        Quantity quantity = Quantity.parse(text);
        assertEquals(label, quantity.label());
        assertEquals(spelling, quantity.pathSafe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            more than 5e5 number    | more than 5e5 number
            2.403e9 USD             | 2403e6 USD
            about 800e6 USD         | about 800e6 USD
            exactly 39.30 percent   | 39.30 percent
            10..20.5 km             | 10.0..20.5 km
            -2.5e3 number           | -25e2 number
            """)
    void isPrintedWithTheExponentOfItsLastDigit(String text, String printed) throws BadQuantity {
        assertEquals(printed, Quantity.parse(text).toString());
        assertEquals(Quantity.parse(text), Quantity.parse(printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # precision
            2.403e9 USD  | 2.4e9 USD        | REFINES
            2.403e9 USD  | 2.5e9 USD        | DISJOINT
            2.4e9 USD    | 2.4e9 USD        | SAME
            301.1 km     | 301 km           | REFINES
            301.1 km     | 302 km           | DISJOINT
            301.1 km     | 301.2 km         | DISJOINT
            39.45 percent | 39.4 percent    | COMPATIBLE
            10 number    | 11 number        | DISJOINT
            800e6 USD    | 8e8 USD          | REFINES
            500000 number | 5e5 number      | REFINES
            # other units of the same kind
            301.1 km     | 187.1 mi         | REFINES
            336.5 km     | 209.1 mi         | REFINES
            336.5 km     | 301.1 mi         | DISJOINT
            301.1 mi     | 301.1 km         | DISJOINT
            301.1 mi     | 187.1 mi         | DISJOINT
            301.1 km     | 187.3 mi         | DISJOINT
            301 km       | 187.1 mi         | REFINED_BY
            2 km         | 1 mi             | COMPATIBLE
            1500 m       | 1.5 km           | REFINES
            100 ha       | 1 km2            | REFINES
            640 ha       | 2.5 mi2          | REFINES
            24 month     | 2 year           | REFINES
            # of different kinds
            10 number    | 10 year          | COMPATIBLE
            10 USD       | 10 AZN           | COMPATIBLE
            10 km        | 10 km2           | COMPATIBLE
            # bounds
            about 8e8 USD | 800e6 USD       | REFINED_BY
            795e6 USD    | about 800e6 USD  | REFINES
            500e6 USD    | about 800e6 USD  | DISJOINT
            2.403e9 USD  | about 2.4e9 USD  | REFINES
            about 5 number | about 1 number | DISJOINT
            about 2 number | about 1 number | COMPATIBLE
            600000 number | more than 5e5 number | REFINES
            500000 number | more than 5e5 number | DISJOINT
            500 number   | at least 500 number | REFINES
            more than 50 number | at least 50 number | REFINES
            less than 50 number | more than 50 number | DISJOINT
            at most 50 number | at least 50 number | COMPATIBLE
            more than 301.1 km | more than 187.1 mi | REFINED_BY
            more than 301.1 km | 187.1 mi   | COMPATIBLE
            10..20 percent | 15 percent     | REFINED_BY
            10..20 percent | 20..30 percent | COMPATIBLE
            """)
    void comparesWithPrecisionInMind(String one, String other, Verdict verdict) throws BadQuantity {
        assertEquals(verdict, Quantity.compare(Quantity.parse(one), Quantity.parse(other)));
        assertEquals(
                mirrored(verdict), Quantity.compare(Quantity.parse(other), Quantity.parse(one)));
    }

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case REFINES -> Verdict.REFINED_BY;
            case REFINED_BY -> Verdict.REFINES;
            case SAME, COMPATIBLE, DISJOINT -> verdict;
        };
    }

    @Test
    void aNumberFinerThanItsResolutionCannotBeMade() {
        BigDecimal value = new BigDecimal("1.5");
        BigDecimal one = BigDecimal.ONE;
        BigDecimal fifth = new BigDecimal("0.2");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Quantity(Bound.EXACTLY, value, null, Unit.KILOMETRE, one));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Quantity(Bound.EXACTLY, one, null, Unit.KILOMETRE, fifth));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Quantity(Bound.EXACTLY, one, one, Unit.KILOMETRE, one));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aQuantityIsPrintedAsItWasReadAndSpeltUnlikeOthers(long seed) throws BadQuantity {
        Random random = new Random(seed);
        Map<String, Quantity> spellings = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            Quantity quantity = any(random);
            assertEquals(quantity, Quantity.parse(quantity.toString()));
            String spelling = quantity.pathSafe();
            assertTrue(spelling.matches("[A-Za-z0-9_-]+"), spelling);
            Quantity other = spellings.put(spelling, quantity);
            assertTrue(
                    other == null || other.equals(quantity),
                    other + " is spelt as " + quantity + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refiningIsAPartialOrderAndComparingHasAMirror(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 30_000; i++) {
            Quantity a = length(random);
            Quantity b = length(random);
            Quantity c = length(random);
            String all = a + ", " + b + ", " + c + " of seed " + seed;
            Verdict first = Quantity.compare(a, b);
            Verdict second = Quantity.compare(b, c);
            assertEquals(Verdict.SAME, Quantity.compare(a, a), all);
            assertEquals(mirrored(first), Quantity.compare(b, a), all);
            if (first == Verdict.SAME
                    || (first == Verdict.REFINES
                            && (second == Verdict.REFINES || second == Verdict.DISJOINT))) {
                assertEquals(second, Quantity.compare(a, c), all);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aNumberRefinesWhatItIsRoundedTo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            BigDecimal metres = BigDecimal.valueOf(random.nextInt(5_000_000));
            Quantity fine =
                    new Quantity(Bound.EXACTLY, metres, null, Unit.METRE, new BigDecimal("0.001"));
            Unit unit = oneOf(random, List.of(Unit.METRE, Unit.KILOMETRE, Unit.MILE));
            int scale = random.nextInt(4) - 1;
            BigDecimal rounded =
                    metres.divide(unit.factor(), 20, RoundingMode.HALF_UP)
                            .setScale(scale, RoundingMode.HALF_UP);
            BigDecimal resolution = BigDecimal.ONE.scaleByPowerOfTen(-scale);
            Quantity coarse = new Quantity(Bound.EXACTLY, rounded, null, unit, resolution);
            BigDecimal half = resolution.multiply(unit.factor()).divide(BigDecimal.valueOf(2));
            BigDecimal off = rounded.multiply(unit.factor()).subtract(metres).abs();
            if (half.subtract(off).compareTo(BigDecimal.ONE) > 0) {
                String both = fine + " and " + coarse + " of seed " + seed;
                assertEquals(Verdict.REFINES, Quantity.compare(fine, coarse), both);
                Quantity next =
                        new Quantity(
                                Bound.EXACTLY, rounded.add(resolution), null, unit, resolution);
                assertEquals(Verdict.DISJOINT, Quantity.compare(fine, next), both);
            }
        }
    }

    private static Quantity any(Random random) {
        return made(random, oneOf(random, List.of(Unit.values())), 9);
    }

    private static Quantity length(Random random) {
        return made(random, oneOf(random, List.of(Unit.KILOMETRE, Unit.MILE)), 1);
    }

    private static Quantity made(Random random, Unit unit, int scales) {
        int scale = random.nextInt(2 * scales + 1) - scales;
        BigDecimal value = new BigDecimal(BigInteger.valueOf(random.nextInt(60) - 10), scale);
        BigDecimal resolution = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal step = resolution.multiply(BigDecimal.valueOf(1 + random.nextInt(3)));
        return new Quantity(
                oneOf(random, List.of(Bound.values())),
                value,
                random.nextInt(4) == 0 ? value.add(step) : null,
                unit,
                resolution);
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
