package chancery.describe.iri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Templates made to grow beyond all memory.
@Timeout(60)
class LongTemplateTest {
    private static void expandsNoFurther(String template, List<String> value) {
        int length = UriTemplate.of(template).expand(name -> value).length();
        assertTrue(length > UriTemplate.LONGEST, length + " characters, as if it were whole");
        assertTrue(length < 11 * UriTemplate.LONGEST, length + " characters");
    }

    @Test
    void anExpansionStopsWhenItIsTooLong() {
        String million = "x".repeat(1_000_000);
        expandsNoFurther("{a}".repeat(100_000), List.of(million));
        expandsNoFurther("{" + "a,".repeat(100_000) + "a}", List.of(million));
        expandsNoFurther("{?a*}", IntStream.range(0, 1000).mapToObj(i -> million).toList());
        expandsNoFurther("{a}", List.of("ə".repeat(1 << 26)));
    }

    @Test
    void aTextAsLongAsTheLimitIsWhole() {
        String text = "x".repeat(UriTemplate.LONGEST);
        assertEquals(text, UriTemplate.of("{a}").expand(name -> List.of(text)));
    }

    @Test
    void aNameMayBeAsLongAsAnyText() {
        for (String part : List.of("a", "%41", "a.")) {
            String name = part.repeat(100_000) + "a";
            assertEquals(List.of(name), UriTemplate.of("{" + name + "}").variables());
        }
    }
}
