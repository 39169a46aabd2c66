package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Russian Russia met   | Russia   | true
            Russian troops       | Russia   | false
            of Russia.           | Russia   | true
            In 1992 it was       | 199      | false
            US$2.4 billion       | $2.4     | true
            US$2.4 billion       | 2.4      | true
            US$2.4 billion       | S$2.4    | false
            U.S.-developed       | U.S.     | true
            an “Allied” state    | “Allied” | true
            the treaty           | Treaty   | false
            """)
    void wordsAreWholeAndAsTheyAre(String text, String words, boolean stands) {
        assertEquals(stands, Quotation.standsIn(text, words));
    }
}
