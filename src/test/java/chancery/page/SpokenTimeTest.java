package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2002 | 2002 | 2002",
                "2002-01 | 2002-01 | 2002-01",
                "2002-01-25 | 2002-01-25 | 2002-01-25",
                "January 2002 | 2002-01 | 2002-01",
                "25 January 2002 | 2002-01-25 | 2002-01-25",
                "January 25, 2002 | 2002-01-25 | 2002-01-25",
                "1990s | 1990 | 1999",
                "the 1990s | 1990 | 1999",
                "December 2001 | 2001-12 | 2001-12"
            })
    void aTimeHasAnEndAndABeginAsShortAsCanBe(String typed, String from, String to) {
        SpokenTime time = SpokenTime.of(typed).orElseThrow();
        assertEquals(from, time.from());
        assertEquals(to, time.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "January", "22 April", "2002-13", "2002-02-30", "20022"})
    void whatIsNoTimeOfAKnownYearIsNone(String typed) {
        assertEquals(Optional.empty(), SpokenTime.of(typed));
    }
}
