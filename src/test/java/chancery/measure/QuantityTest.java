package chancery.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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
                "٣ number"
            })
    void refusesWhatIsNoQuantity(String text) {
        refused(text, NOTATION);
    }

    @Test
    void refusesAUnitThatItDoesNotKnow() {
        refused("5 leagues", "one of the units USD, AZN, RUB, percent, km, mi, number, year");
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
            """)
    void hasALabelAndASpellingForIris(String text, String label, String spelling)
            throws BadQuantity {
        Quantity quantity = Quantity.parse(text);
        assertEquals(label, quantity.label());
        assertEquals(label, quantity.toString());
        assertEquals(spelling, quantity.pathSafe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            301.1 km   | 187.1 mi        | true
            336.5 km   | 209.1 mi        | true
            301.1 mi   | 301.1 km        | false
            301.1 mi   | 187.1 mi        | false
            301.1 km   | 187.3 mi        | false
            301.1 km   | 301 km          | true
            301.1 km   | 302 km          | false
            2.403e9 USD | 2.4e9 USD      | true
            2.403e9 USD | 2.5e9 USD      | false
            10 number  | 11 number       | false
            301.1 km   | 301.2 km        | false
            10 number  | 10 year         | false
            10 USD     | 10 AZN          | false
            about 8e8 USD | 800e6 USD    | true
            """)
    void agreesWithinThePrecisionOfBoth(String a, String b, boolean agree) throws BadQuantity {
        assertEquals(agree, Quantity.parse(a).agreesWith(Quantity.parse(b)));
        assertEquals(agree, Quantity.parse(b).agreesWith(Quantity.parse(a)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2.403e9 USD   | 2.4e9 USD       | true
            2.4e9 USD     | 2.403e9 USD     | false
            2.4e9 USD     | 2.4e9 USD       | false
            301.1 km      | 187.1 mi        | true
            2.403e9 USD   | about 2.4e9 USD | false
            2.403e9 USD   | 2.5e9 USD       | false
            """)
    void refinesWhatSaysTheSameToACoarserDigit(String a, String b, boolean refines)
            throws BadQuantity {
        assertEquals(refines, Quantity.parse(a).refines(Quantity.parse(b)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void differentQuantitiesAreSpeltDifferently(long seed) throws BadQuantity {
        Random random = new Random(seed);
        Map<String, Quantity> spellings = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            Quantity quantity = Quantity.parse(notation(random));
            assertTrue(quantity.agreesWith(quantity));
            String spelling = quantity.pathSafe();
            assertTrue(spelling.matches("[A-Za-z0-9_-]+"), spelling);
            Quantity other = spellings.put(spelling, quantity);
            assertTrue(
                    other == null || other.equals(quantity),
                    other + " is spelt as " + quantity + ", seed " + seed);
        }
    }

    private static String notation(Random random) {
        Bound bound = List.of(Bound.values()).get(random.nextInt(Bound.values().length));
        Unit unit = List.of(Unit.values()).get(random.nextInt(Unit.values().length));
        String number = Integer.toString(random.nextInt(30) - 10);
        String rest =
                switch (random.nextInt(5)) {
                    case 0 -> "." + random.nextInt(10);
                    case 1 -> "e" + random.nextInt(4);
                    case 2 -> ".5e" + random.nextInt(3);
                    case 3 -> ".." + (1000 + random.nextInt(5));
                    default -> "";
                };
        return bound.words() + " " + number + rest + " " + unit.code();
    }
}
