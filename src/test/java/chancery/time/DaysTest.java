package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    private static final int SETS = 3_000;
    private static final int DAYS = 24;

    private static BitSet some(Random random) {
        BitSet days = new BitSet();
        int share = 1 + random.nextInt(4);
        IntStream.range(0, DAYS).filter(day -> random.nextInt(4) < share).forEach(days::set);
        return days;
    }

    private static Days of(BitSet days) {
        return Days.union(days.stream().mapToObj(day -> Days.of(day, day)).toList());
    }

    @Test
    void whatIsAskedOfTwoSetsIsWhatTheirDaysSay() {
        Random random = new Random(1);
        for (int i = 0; i < SETS; i++) {
            BitSet a = some(random);
            BitSet b = some(random);
            BitSet common = (BitSet) a.clone();
            common.and(b);
            BitSet either = (BitSet) a.clone();
            either.or(b);
            String both = a + " and " + b;
            assertEquals(of(common), of(a).and(of(b)), both);
            assertEquals(of(either), Days.union(List.of(of(a), of(b))), both);
            assertEquals(common.equals(b), of(a).holdsAll(of(b)), both);
            assertEquals(a.equals(b), of(a).equals(of(b)), both);
        }
    }

    @Test
    void aRunFromAStartToALastDayIsFoundIfThereIsOne() {
        Random random = new Random(2);
        for (int i = 0; i < SETS; i++) {
            BitSet days = some(random);
            BitSet starts = some(random);
            BitSet lasts = some(random);
            boolean expected =
                    starts.stream()
                            .filter(days::get)
                            .anyMatch(
                                    start ->
                                            lasts.nextSetBit(start) >= 0
                                                    && lasts.nextSetBit(start)
                                                            < days.nextClearBit(start));
            assertEquals(
                    expected,
                    of(days).hasRunFrom(of(starts), of(lasts)),
                    days + " from " + starts + " to " + lasts);
        }
    }

    @Test
    void allDaysHoldAnyAndHaveNoEnds() {
        Days some = Days.of(3, 5);
        assertTrue(Days.ALWAYS.holdsAll(some));
        assertEquals(some, Days.ALWAYS.and(some));
        assertEquals(Days.ALWAYS, Days.union(List.of(some, Days.ALWAYS, Days.of(9, 9))));
        assertTrue(Days.union(List.of()).isEmpty());
    }

    @Test
    void runsAreTakenInOrderAlone() {
        Days.Collector runs = new Days.Collector().add(3, 5);
        assertThrows(IllegalArgumentException.class, () -> runs.add(2, 9));
        assertThrows(IllegalArgumentException.class, () -> runs.add(9, 8));
        assertEquals(Days.of(3, 6), runs.add(4, 4).add(6, 6).days());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0XXX",
                "02X0",
                "-0X1X",
                "0X1X-XX-XX",
                "0XX4-02-29",
                "01XX-XX-X1",
                "0X3X-0X-29",
                "-01XX-1X-3X",
                "0XX0-X2",
                "05XX-0X-0X",
                "-0X0X-XX-2X"
            })
    void aDateHasTheDaysWhoseDigitsItAllows(String date) throws BadTime {
        Point point = (Point) Edtf.parse(date).expression();
        List<Days> expected = new ArrayList<>();
        String pattern = date.replace("X", ".");
        LocalDate end = LocalDate.of(1000, 1, 1);
        for (LocalDate day = LocalDate.of(-999, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            if (isAllowed(pattern, day)) {
                expected.add(Days.of(day.toEpochDay(), day.toEpochDay()));
            }
        }
        Days days = point.days(Calendar.GREGORIAN);
        assertEquals(Days.union(expected), days);
        assertTrue(days.runs() <= point.mostRuns(), () -> days.runs() + " runs");
    }

    private static boolean isAllowed(String pattern, LocalDate day) {
        boolean negative = pattern.startsWith("-");
        if (negative ? day.getYear() > 0 : day.getYear() < 0) {
            return false;
        }
        String written =
                String.format(
                        Locale.ROOT,
                        "%s%04d-%02d-%02d",
                        negative ? "-" : "",
                        Math.abs(day.getYear()),
                        day.getMonthValue(),
                        day.getDayOfMonth());
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '.' && pattern.charAt(i) != written.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
