package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Any text is a time or a [BadTime]; what is a time is printed as it was read, its bounds stand in
/// order, and it is the same as itself.
public final class EdtfFuzz {
    private EdtfFuzz() {}

    /// @param input two texts with a line break between them, or one, in UTF-8
    public static void fuzzerTestOneInput(byte[] input) {
        String[] texts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        @Nullable Edtf first = read(texts[0]);
        @Nullable Edtf second = texts.length < 2 ? null : read(texts[1]);
        if (first != null && second != null) {
            Verdict verdict = Edtf.compare(first, second);
            assertEquals(EdtfTest.mirrored(verdict), Edtf.compare(second, first));
            assertTrue(
                    first.equals(second) || !first.pathSafe().equals(second.pathSafe()),
                    () -> first + " and " + second + " are spelt alike");
        }
    }

    private static @Nullable Edtf read(String text) {
        Edtf time;
        try {
            time = Edtf.parse(text);
        } catch (BadTime e) {
            return null;
        }
        assertEquals(text, time.toString());
        assertTrue(time.pathSafe().matches("[A-Za-z0-9_-]+"), time::pathSafe);
        assertEquals(Verdict.SAME, Edtf.compare(time, time));
        Bounds bounds = time.bounds();
        assertInOrder(bounds.startEarliest(), bounds.startLatest());
        assertInOrder(bounds.endEarliest(), bounds.endLatest());
        assertInOrder(bounds.startEarliest(), bounds.endEarliest());
        assertInOrder(bounds.startLatest(), bounds.endLatest());
        return time;
    }

    private static void assertInOrder(@Nullable LocalDate early, @Nullable LocalDate late) {
        assertTrue(
                early == null || late == null || !early.isAfter(late),
                () -> early + " is after " + late);
    }
}
