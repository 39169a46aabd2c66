package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.evidence.Locator.Place;
import chancery.evidence.Locator.Sentence;
import chancery.evidence.Texts.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocatorTest {
    private static final String TEXT =
            """
            A heading 𝄞

              Norland met Sudria.  Sudria met\u00a0 Norland in 1998.[1]

            They met.
            """;
    private static final Locator LOCATOR = new Locator("gazette", new Text(TEXT, ""));

    private static List<String> places(String words) {
        return LOCATOR.find(words).stream()
                .map(place -> slice(place.words()) + " in " + place.chars())
                .toList();
    }

    private static String slice(Passage passage) {
        return new Text(TEXT, "").slice(passage);
    }

    @Test
    void everyPlaceIsFound() {
        assertEquals(List.of("Sudria in 15-34", "Sudria in 36-67"), places("Sudria"));
    }

    @Test
    void exactPlacesGoBeforeLooseOnes() {
        assertEquals(List.of("They met in 69-78"), places("They met"));
        assertEquals(List.of("They met in 69-78"), places("they MET"));
    }

    @Test
    void runsOfWhiteSpaceDoNotCount() {
        Place place = LOCATOR.find("sudria met norland").getFirst();
        assertEquals("Sudria met\u00a0 Norland", place.asWritten());
        assertEquals(false, place.exact());
    }

    @Test
    void theDigestIsThatOfTheSentenceWithoutTheWhiteSpaceAroundIt() {
        Sentence first = LOCATOR.find("Norland met").getFirst().sentences().getFirst();
        assertEquals("Norland met Sudria.", first.characters());
        assertEquals(ClaimKey.sha256("Norland met Sudria."), first.digest());
        assertEquals(first.characters(), slice(first.passage()));
        assertEquals(2, first.number());
    }

    @Test
    void charactersAreCodePoints() {
        assertEquals(List.of("𝄞 in 0-11"), places("𝄞"));
    }

    @Test
    void wordsThatGoOnOverTheEndOfASentenceHaveBoth() {
        assertEquals(List.of("Sudria.  Sudria in 15-34;36-67"), places("Sudria.  Sudria"));
    }

    @Test
    void whatWouldBeAPatternIsTakenAsItIs() {
        assertEquals(List.of("[1] in 36-67"), places("[1]"));
        assertEquals(List.of(), places("Norland.*Sudria"));
    }

    @Test
    void theNearestSentenceSharesMostWords() {
        assertEquals(
                Optional.of("Sudria met\u00a0 Norland in 1998.[1]"),
                LOCATOR.nearest("in 1998 Norland").map(Sentence::characters));
        assertEquals(Optional.of("They met."), LOCATOR.nearest("met").map(Sentence::characters));
        assertEquals(Optional.empty(), LOCATOR.nearest("nothing of it"));
    }

    @Test
    void blankWordsAreAMistakeOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> LOCATOR.find(" "));
    }
}
