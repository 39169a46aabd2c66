package chancery.describe.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "DURATION, P1Y2M3DT4H5M6.7S, true",
        "DURATION, -P1D, true",
        "DURATION, P, false",
        "DURATION, PT, false",
        "DURATION, P1S, false",
        "DURATION, PT1.5H, false",
        "DAY_TIME_DURATION, P1DT2H, true",
        "DAY_TIME_DURATION, P1M, false",
        "YEAR_MONTH_DURATION, P1Y2M, true",
        "YEAR_MONTH_DURATION, P1D, false",
        "YEAR_MONTH_DURATION, PT1M, false",
    })
    void formsAreThoseOfXmlSchema(BaseType base, String text, boolean expected) {
        assertEquals(expected, SpanSyntax.matches(base, text));
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, PT24H, 0",
        "P1Y, P12M, 0",
        "PT1H, PT61M, -1",
        "-P1D, P0D, -1",
        "P1M, P27D, 1",
        "P1M, P32D, -1",
    })
    void longerAndShorterAreToldWhereTheyCanBe(String a, String b, int expected) {
        assertEquals(OptionalInt.of(expected), SpanSyntax.compare(a, b));
    }

    @ParameterizedTest
    @CsvSource({"P1M, P30D", "P1D, none"})
    void othersCannotBeCompared(String a, String b) {
        assertEquals(OptionalInt.empty(), SpanSyntax.compare(a, b));
    }
}
