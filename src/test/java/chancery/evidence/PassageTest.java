package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.vocab.Base;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {
    @Test
    void readsStartAndEnd() {
        Passage passage = Passage.of("country-study-1994", "88-151");
        assertEquals(new Passage("country-study-1994", 88, 151), passage);
        assertEquals("country-study-1994-88-151", passage.id());
        assertEquals(
                "https://w3id.org/chancery/id/passage/country-study-1994-88-151",
                passage.node(Base.DEFAULT).getURI());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "5",
                "5-",
                "-5",
                "-5-6",
                "5--6",
                "5-6-7",
                "+5-6",
                "5 - 6",
                "a-b",
                "٥-٦",
                "5-99999999999"
            })
    void refusesWhatIsNoSpan(String chars) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Passage.of("s", chars));
        assertEquals(chars + " is not start-end", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5", "5-5", "0-0"})
    void refusesASpanThatIsEmptyOrRunsBackwards(String chars) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Passage.of("s", chars));
        assertEquals(chars + " runs backwards or is empty", refusal.getMessage());
    }

    @Test
    void isOrderedBySourceThenPlace() {
        List<Passage> sorted =
                Stream.of("b 1-2", "a 10-12", "a 9-11", "a 9-10", "b 0-9")
                        .map(text -> Passage.of(text.substring(0, 1), text.substring(2)))
                        .sorted()
                        .toList();
        assertEquals(
                List.of("a-9-10", "a-9-11", "a-10-12", "b-0-9", "b-1-2"),
                sorted.stream().map(Passage::id).toList());
    }
}
