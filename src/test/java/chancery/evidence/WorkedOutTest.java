package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.time.BadTime;
import chancery.time.Edtf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedOutTest {
    @ParameterizedTest
    @CsvSource({
        "2005 + 2006, 2005/2006, true",
        "2005 + 2006, 2005/2007, false",
        "2005 + 2006, 2004/2006, false",
        "2005 + 2006, 2005, false",
        "April 22 + subsequent day, XXXX-04-23, true",
        "April 22 + subsequent day, XXXX-04-22, false",
        "April 22 + subsequent day, 2024-04-23, false",
        "April 30 + next day, XXXX-05-01, true",
        "28 February 2004 + Next Day, 2004-02-29, true",
        "1 March 2003 + day before, 2003-02-28, true",
        "1 March 2003 + two days before, 2003-02-27, false",
        "April 22 + subsequent day, 2024-04, false",
        "April 22 + subsequent day + 2024, XXXX-04-23, false",
        "April 22, XXXX-04-22, false",
    })
    void twoPiecesMakeADate(String words, String value, boolean states) throws BadTime {
        assertEquals(states, WorkedOut.states(WorkedOut.parts(words), Edtf.parse(value)));
    }

    @Test
    void aPlusWithoutBlanksIsAPartOfTheWords() {
        assertEquals(List.of("C++", "a+b"), WorkedOut.parts("C++ + a+b"));
        assertEquals(List.of(""), WorkedOut.parts(""));
    }
}
