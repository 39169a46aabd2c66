package chancery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointOfViewTest {
    @Test
    void nothingAskedForIsThePlainView() {
        assertTrue(PointOfView.of("", "", "").isPlain());
        assertTrue(PointOfView.of(" , ", " ", "").isPlain());
        assertFalse(PointOfView.of("a", "", "").isPlain());
    }

    @Test
    void sourcesAndDaysAreRead() {
        assertEquals(
                new PointOfView(
                        Set.of("a", "b-2"),
                        Optional.of(LocalDate.of(2008, 7, 29)),
                        Optional.of(LocalDate.of(2010, 1, 1))),
                PointOfView.of("a, b-2", "2008-07-29", "2010-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2008", "29.7.2008", "2008-02-30", "yesterday"})
    void whatIsNoDayIsNamed(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PointOfView.of("", text, ""));
        assertEquals(
                "as-of: found \"" + text + "\", expected a day such as 2008-07-29",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> PointOfView.of("", "", text));
    }
}
