package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource({
        "zero, 0, 1",
        "three parties, 3, 1",
        "nineteen, 19, 1",
        "twenty, 20, 1",
        "twenty five years, 25, 2",
        "twenty ten, 20, 1",
        "a hundred, 100, 2",
        "one hundred and ten, 110, 4",
        "nine hundred ninety nine, 999, 4",
        "hundred and, -1, -1",
        "and three, -1, -1",
        "a, -1, -1"
    })
    void theLongestNumberIsRead(String words, int value, int end) {
        var expected =
                value < 0 ? Optional.empty() : Optional.of(new NumberWords.Found(value, end));
        assertEquals(expected, NumberWords.read(List.of(words.split(" ")), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "first, 1",
        "Second, 2",
        "twentieth, 20",
        "3rd, 3",
        "50th, 50",
        "XV, 15",
        "IV, 4",
        "XIX, 19",
        "XXXIX, 39",
        "I, 1",
        "IX, 9",
        "XLII, 42",
        "XC, 90",
        "CCCXCIX, 399"
    })
    void placesInAnOrderAreRead(String word, int place) {
        assertEquals(OptionalInt.of(place), NumberWords.ordinal(word));
    }

    @Test
    void otherWordsNameNoPlace() {
        for (String word : List.of("", "xv", "IIII", "VX", "15", "two", "Xi")) {
            assertEquals(OptionalInt.empty(), NumberWords.ordinal(word), word);
        }
    }
}
