package chancery.check.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
    @ParameterizedTest
    @CsvSource({
        "dateTime, 2002-01-25T12:00:00.500, 2002-01-25T12:00:00.5",
        "dateTime, 2002-01-25T12:00:00.000+04:00, 2002-01-25T12:00:00+04:00",
        "dateTimeStamp, 2002-01-25T12:00:10+00:00, 2002-01-25T12:00:10Z",
        "time, 12:00:00.10Z, 12:00:00.1Z",
        "date, 2002-01-25-00:00, 2002-01-25Z",
        "date, 2000-10-10, 2000-10-10",
        "hexBinary, 0fb7, 0FB7",
        "duration, P10D, P10D",
        "token, 1.500, 1.500",
    })
    void isTheOneThatTemplatesAndKeysUse(String type, String lexical, String canonical) {
        assertEquals(
                canonical, CanonicalForm.of(lexical, "http://www.w3.org/2001/XMLSchema#" + type));
    }
}
