package chancery.page.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    private static final double WIDTH = 950;

    private static Axis over(String... edtf) throws Exception {
        List<Span> spans = new ArrayList<>();
        for (String each : edtf) {
            spans.add(SpanTest.of(each));
        }
        return Axis.over(spans, 5, WIDTH);
    }

    @Test
    void yearIsAsWideAsAYear() throws Exception {
        Axis axis = over("2001-05", "2010");
        double year = axis.endOf(day("2004-12-31")) - axis.startOf(day("2004-01-01"));
        assertEquals(WIDTH * 366 / 3652, year, 0.01);
        assertEquals(5, axis.startOf(day("2001-01-01")), 0.01);
        assertEquals(5 + WIDTH, axis.endOf(day("2010-12-31")), 0.01);
    }

    @Test
    void longEmptyTimeIsCutOutAndSaidToBe() throws Exception {
        Axis axis = over("1804/1813", "1826", "1992/2024-04");
        assertEquals(1, axis.breaks().size());
        double middle = axis.breaks().getFirst();
        assertEquals(middle - Axis.BREAK / 2, axis.endOf(day("1826-12-31")), 0.01);
        assertEquals(middle + Axis.BREAK / 2, axis.startOf(day("1992-01-01")), 0.01);
        assertEquals(middle, axis.startOf(day("1900-01-01")), 0.01);
        assertEquals(middle, axis.endOf(day("1900-01-01")), 0.01);
    }

    @Test
    void shortEmptyTimeIsKept() throws Exception {
        assertEquals(List.of(), over("1992", "2017").breaks());
    }

    @Test
    void daysBeyondTheAxisAreAtItsEnds() {
        Axis axis = Axis.from(day("2002-01-01"), day("2002-12-31"), 5, WIDTH);
        assertEquals(5, axis.startOf(day("1990-01-01")), 0.01);
        assertEquals(5, axis.endOf(day("1990-01-01")), 0.01);
        assertEquals(5 + WIDTH, axis.startOf(day("2009-01-01")), 0.01);
        assertEquals(5 + WIDTH, axis.endOf(day("2009-01-01")), 0.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2002-01-25",
                "2002-01",
                "2002",
                "2002/2004",
                "1992/2024",
                "1804/2024",
                "-0043/2024",
                "-9999/9999",
                "Y170000/Y180000",
                "Y-99999999/Y99999999"
            })
    void labelsNeverStandTooClose(String edtf) throws Exception {
        Span span = SpanTest.of(edtf);
        for (Axis axis :
                List.of(
                        Axis.over(List.of(span), 5, WIDTH),
                        Axis.from(
                                span.first().orElseThrow(), span.last().orElseThrow(), 5, WIDTH))) {
            List<Axis.Tick> ticks = axis.ticks();
            assertFalse(ticks.isEmpty());
            assertTrue(ticks.size() <= WIDTH / 40, ticks.toString());
            for (int i = 1; i < ticks.size(); i++) {
                assertTrue(ticks.get(i).x() - ticks.get(i - 1).x() > 45, ticks.toString());
            }
        }
    }

    @Test
    void ticksAreYearsMonthsOrDecadesAsThereIsRoom() throws Exception {
        assertEquals("1994", over("1992/2024").ticks().get(1).label());
        assertEquals("Feb 2002", over("2002").ticks().get(1).label());
        assertEquals("1810", over("1800/1950").ticks().get(1).label());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
