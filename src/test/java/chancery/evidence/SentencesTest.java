package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.evidence.Sentences.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            They met. They signed. # They met./They signed.
            Why? Because! So it is. # Why?/Because!/So it is.
            He said "no." She left. # He said "no."/She left.
            He said “no.” “Yes,” she said. # He said “no.”/“Yes,” she said.
            It was signed.[12][13] It held. # It was signed.[12][13]/It held.
            (They met.) They signed. # (They met.)/They signed.
            They met. [note] They signed. # They met./[note] They signed.
            He met V. V. Putin there. # He met V. V. Putin there.
            The U.S. Senate met. # The U.S. Senate met.
            See pp. XI of it. # See pp. XI of it.
            Mr. Aliyev met Dr. Rice. # Mr. Aliyev met Dr. Rice.
            About $800 mln. Trade grew. # About $800 mln./Trade grew.
            It grew by 2.5 percent. # It grew by 2.5 percent.
            Read it at example.org now. # Read it at example.org now.
            They met . . . and signed. # They met . . . and signed.
            3. ^ Title. Author. 2008. # 3. ^ Title. Author. 2008.
            No stop at the end # No stop at the end
            Ильхам приехал. Он встретился. # Ильхам приехал./Он встретился.
            """)
    void aLineIsCutIntoSentences(String line) {
        String[] parts = line.split(" # ");
        assertEquals(parts[1], String.join("/", sentences(parts[0])));
    }

    @Test
    void aSentenceNeverGoesOverALine() {
        assertEquals(
                List.of("A heading", "They met", "and signed."),
                sentences("A heading\n\nThey met\r\n  \nand signed.\n"));
    }

    @Test
    void anEmptyTextHasNone() {
        assertEquals(List.of(), Sentences.of(""));
        assertEquals(List.of(), Sentences.of("\n \n\t\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sentencesDoNotOverlapAndLeaveOutBlanksOnly(long seed) {
        Random random = new Random(seed);
        String alphabet = "AbC.!? \n\"”)[1]^3";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            StringBuilder rest = new StringBuilder(text);
            int from = 0;
            for (Span span : Sentences.of(text.toString())) {
                assertTrue(from <= span.start() && span.start() < span.end(), text.toString());
                from = span.end();
                for (int at = span.start(); at < span.end(); at++) {
                    rest.setCharAt(at, ' ');
                }
            }
            assertTrue(rest.toString().isBlank(), text + " of seed " + seed);
        }
    }

    @Test
    void spansKnowWhatTheyHoldAndWhatTheyTouch() {
        Span span = new Span(10, 20);
        assertTrue(span.holds(10, 20));
        assertTrue(span.holds(12, 13));
        assertFalse(span.holds(9, 20));
        assertFalse(span.holds(10, 21));
        assertTrue(span.overlaps(19, 30));
        assertTrue(span.overlaps(0, 11));
        assertFalse(span.overlaps(20, 30));
        assertFalse(span.overlaps(0, 10));
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream()
                .map(span -> text.substring(span.start(), span.end()).strip())
                .toList();
    }
}
