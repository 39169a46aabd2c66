package chancery.describe.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentPatternTest {
    private static final String NONE = "none";

    private static String lexical(String pattern, BaseType base, String text) {
        return MomentPattern.parse(pattern, base)
                .flatMap(one -> one.lexical(text, base))
                .orElse(NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, 2015-03-02, 2015-03-02",
        "yyyyMMdd, 20150302, 2015-03-02",
        "dd-MM-yyyy, 02-03-2015, 2015-03-02",
        "d-M-yyyy, 2-3-2015, 2015-03-02",
        "MM/dd/yyyy, 03/02/2015, 2015-03-02",
        "M/d/yyyy, 12/31/2015, 2015-12-31",
        "d.M.yyyy, 2.3.2015, 2015-03-02",
        "dd.MM.yyyy, 2.3.2015, none",
        "d.M.yyyy, 2.13.2015, 2015-13-02",
        "yyyy-MM-ddX, 2015-03-02+04, 2015-03-02+04:00",
        "yyyy-MM-dd X, 2015-03-02 +0430, 2015-03-02+04:30",
        "yyyy-MM-ddXX, 2015-03-02+04, none",
        "yyyy-MM-ddXXX, 2015-03-02Z, 2015-03-02Z",
        "yyyy-MM-ddxxx, 2015-03-02Z, none",
        "yyyy-MM-ddxxx, 2015-03-02+00:00, 2015-03-02+00:00",
    })
    void dates(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern, BaseType.DATE, text));
    }

    @ParameterizedTest
    @CsvSource({
        "HH:mm:ss, 15:02:37, 15:02:37",
        "HHmmss, 150237, 15:02:37",
        "HH:mm, 15:02, 15:02:00",
        "HHmm x, 1502 +08, 15:02:00+08:00",
        "HH:mm:ss.S, 15:02:37.1, 15:02:37.1",
        "HH:mm:ss.S, 15:02:37.12, none",
        "HH:mm:ss.SSS, 15:02:37.1, 15:02:37.1",
    })
    void times(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern, BaseType.TIME, text));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-ddTHH:mm:ss.SSS, 2015-03-15T15:02:37.143, 2015-03-15T15:02:37.143",
        "d.M.yyyy HH:mm, 5.3.2015 15:02, 2015-03-05T15:02:00",
        "yyyy-MM-ddTHH:mm:ssXXX, 2015-03-15T15:02:37-05:00, 2015-03-15T15:02:37-05:00",
    })
    void datesWithTimes(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern, BaseType.DATE_TIME, text));
    }

    @ParameterizedTest
    @CsvSource({
        "G_YEAR, yyyy, 2015, 2015",
        "G_YEAR_MONTH, MM/yyyy, 03/2015, 2015-03",
        "G_MONTH_DAY, d.M, 2.3, --03-02",
        "G_MONTH, M, 3, --03",
        "G_DAY, d, 2, ---02",
    })
    void partsOfDates(BaseType base, String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern, base, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yy-MM-dd",
                "yyyy-MM",
                "yyyy-MM-dd HH:mm",
                "yyyy-yyyy-MM-dd",
                "EEE",
                "",
                "d'M"
            })
    void otherPatternsAreNoneForADate(String pattern) {
        assertEquals(Optional.empty(), MomentPattern.parse(pattern, BaseType.DATE));
    }
}
