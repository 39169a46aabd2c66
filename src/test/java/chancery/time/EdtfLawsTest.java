package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws on random times of a few years, so that many of them have to do with one another.
class EdtfLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTimeIsPrintedAsItWasRead(long seed) throws BadTime {
        Some some = new Some(seed);
        for (int i = 0; i < 1000; i++) {
            String text = some.text();
            Edtf time = Edtf.parse(text);
            assertEquals(text, time.toString());
            assertEquals(time, Edtf.parse(time.toString()));
            assertEquals(time.bounds(), Edtf.parse(time.toString()).bounds());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void differentTimesAreSpeltDifferently(long seed) {
        Some some = new Some(seed);
        Map<String, Edtf> spellings = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            Edtf time = some.time();
            String spelling = time.pathSafe();
            assertTrue(spelling.matches("[A-Za-z0-9_-]+"), spelling);
            Edtf other = spellings.put(spelling, time);
            assertTrue(other == null || other.equals(time), other + " is spelt as " + time);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundsStandInOrder(long seed) {
        Some some = new Some(seed);
        for (int i = 0; i < 1000; i++) {
            Edtf time = some.time();
            Bounds bounds = time.bounds();
            String text = time + " of seed " + seed;
            assertTrue(isUpTo(bounds.startEarliest(), bounds.startLatest()), text);
            assertTrue(isUpTo(bounds.endEarliest(), bounds.endLatest()), text);
            assertTrue(isUpTo(bounds.startEarliest(), bounds.endEarliest()), text);
            assertTrue(isUpTo(bounds.startLatest(), bounds.endLatest()), text);
        }
    }

    private static boolean isUpTo(@Nullable LocalDate early, @Nullable LocalDate late) {
        return early == null || late == null || !early.isAfter(late);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDayIsInWhatIsWrittenForItLessExactly(long seed) throws BadTime {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            LocalDate day = LocalDate.of(2006, 1, 1).plusDays(random.nextInt(7 * 365));
            Edtf coarse = Edtf.parse(blurred(day, random));
            String both = day + " and " + coarse + " of seed " + seed;
            assertTrue(isAtLeastAsExact(Edtf.parse(day.toString()), coarse), both);
            assertTrue(isUpTo(coarse.bounds().startEarliest(), day), both);
            assertTrue(isUpTo(day, coarse.bounds().endLatest()), both);
        }
    }

    private static String blurred(LocalDate day, Random random) {
        String text = day.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, 4);
            case 1 -> text.substring(0, 7);
            case 2 -> text.substring(0, 3) + "X";
            case 3 -> text.substring(0, 3) + "X" + text.substring(4);
            case 4 -> text.substring(0, 3) + "X" + text.substring(4, 7);
            case 5 -> "XXXX" + text.substring(4);
            case 6 -> "XXXX" + text.substring(4, 7);
            case 7 -> text.substring(0, 8) + "XX";
            case 8 -> text.substring(0, 5) + "XX" + text.substring(7);
            case 9 -> text.substring(0, 5) + (33 + (day.getMonthValue() - 1) / 3);
            case 10 -> text.substring(0, 5) + (40 + (day.getMonthValue() - 1) / 6) + "?";
            default -> text;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundsHoldThoseOfAllThatRefines(long seed) {
        Some some = new Some(seed);
        for (int i = 0; i < 2000; i++) {
            Edtf fine = some.time();
            Edtf coarse = some.time();
            if (isAtLeastAsExact(fine, coarse)) {
                String both = fine + " in " + coarse + " of seed " + seed;
                Bounds inner = whole(fine.bounds());
                Bounds outer = coarse.bounds();
                assertTrue(holds(outer.startEarliest(), inner.startEarliest(), -1), both);
                assertTrue(holds(outer.startLatest(), inner.startLatest(), 1), both);
                assertTrue(holds(outer.endEarliest(), inner.endEarliest(), -1), both);
                assertTrue(holds(outer.endLatest(), inner.endLatest(), 1), both);
            }
        }
    }

    /// With what follows from the other end: a begin is not after the latest end.
    private static Bounds whole(Bounds bounds) {
        return new Bounds(
                bounds.startEarliest(),
                bounds.startLatest() == null ? bounds.endLatest() : bounds.startLatest(),
                bounds.endEarliest() == null ? bounds.startEarliest() : bounds.endEarliest(),
                bounds.endLatest());
    }

    /// @param side -1 when the outer bound may be before the inner one, 1 when after
    private static boolean holds(@Nullable LocalDate outer, @Nullable LocalDate inner, int side) {
        return outer == null
                || (inner != null && side * Integer.signum(outer.compareTo(inner)) >= 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void timesWhoseBoundsDoNotMeetAreDisjoint(long seed) {
        Some some = new Some(seed);
        for (int i = 0; i < 2000; i++) {
            Edtf a = some.time();
            Edtf b = some.time();
            boolean apart = !meet(whole(a.bounds()), whole(b.bounds()));
            String both = a + " and " + b + " of seed " + seed;
            if (apart) {
                assertEquals(Verdict.DISJOINT, Edtf.compare(a, b), both);
            } else if (isWithoutGaps(a) && isWithoutGaps(b)) {
                assertFalse(Edtf.compare(a, b) == Verdict.DISJOINT, both);
            }
        }
    }

    private static boolean meet(Bounds a, Bounds b) {
        return isUpTo(a.startEarliest(), b.startLatest())
                && isUpTo(b.startEarliest(), a.startLatest())
                && isUpTo(a.endEarliest(), b.endLatest())
                && isUpTo(b.endEarliest(), a.endLatest());
    }

    /// Its bounds tell all of it: no digit is left open before a written one, and it is no set of
    /// several dates.
    private static boolean isWithoutGaps(Edtf time) {
        String text = time.toString();
        return !text.contains(",") && !text.contains("T") && !text.matches(".*X[^/.]*[0-9].*");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refiningIsAPartialOrderAndComparingHasAMirror(long seed) {
        Some some = new Some(seed);
        List<Edtf> times = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            times.add(some.time());
        }
        Verdict[][] verdicts = new Verdict[times.size()][times.size()];
        for (int a = 0; a < times.size(); a++) {
            for (int b = 0; b < times.size(); b++) {
                verdicts[a][b] = Edtf.compare(times.get(a), times.get(b));
            }
        }
        for (int a = 0; a < times.size(); a++) {
            assertEquals(Verdict.SAME, verdicts[a][a]);
            for (int b = 0; b < times.size(); b++) {
                String pair = times.get(a) + " and " + times.get(b) + " of seed " + seed;
                assertEquals(EdtfTest.mirrored(verdicts[a][b]), verdicts[b][a], pair);
                for (int c = 0; c < times.size(); c++) {
                    assertFollows(
                            verdicts[a][b],
                            verdicts[b][c],
                            verdicts[a][c],
                            pair + " and " + times.get(c));
                }
            }
        }
    }

    private static void assertFollows(Verdict first, Verdict second, Verdict both, String those) {
        if (first == Verdict.SAME) {
            assertEquals(second, both, those);
        } else if (first == Verdict.REFINES
                && (second == Verdict.REFINES || second == Verdict.DISJOINT)) {
            assertEquals(second, both, those);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void verdictsAgreeWithTheExactTimesThatAreAllowed(long seed) throws BadTime {
        Some some = new Some(seed);
        for (int i = 0; i < 300; i++) {
            Edtf a = some.time();
            Edtf b = some.time();
            Verdict verdict = Edtf.compare(a, b);
            for (int j = 0; j < 20; j++) {
                Edtf exact = some.exact();
                boolean inA = isAtLeastAsExact(exact, a);
                boolean inB = isAtLeastAsExact(exact, b);
                String all = exact + ", " + a + ", " + b + " of seed " + seed;
                assertFalse(verdict == Verdict.DISJOINT && inA && inB, all);
                assertFalse(verdict == Verdict.SAME && inA != inB, all);
                assertFalse(verdict == Verdict.REFINES && inA && !inB, all);
            }
        }
    }

    private static boolean isAtLeastAsExact(Edtf a, Edtf b) {
        Verdict verdict = Edtf.compare(a, b);
        return verdict == Verdict.SAME || verdict == Verdict.REFINES;
    }

    private record Some(Random random) {
        Some(long seed) {
            this(new Random(seed));
        }

        Edtf time() {
            Edtf time = null;
            while (time == null) {
                time = read(expression());
            }
            return time;
        }

        String text() {
            String text = "";
            while (read(text) == null) {
                text = expression();
            }
            return text;
        }

        private static @Nullable Edtf read(String text) {
            try {
                return Edtf.parse(text);
            } catch (BadTime e) {
                return null; // such as 2001-02-29, or an interval that runs backwards
            }
        }

        /// An interval between two days.
        Edtf exact() throws BadTime {
            LocalDate start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(1200));
            long length = random.nextLong(3) * random.nextLong(200);
            return Edtf.parse(start + "/" + start.plusDays(length));
        }

        private String expression() {
            String text =
                    switch (random.nextInt(12)) {
                        case 0, 1 -> point() + "/" + point();
                        case 2 -> point() + (random.nextBoolean() ? "/.." : "/");
                        case 3 -> (random.nextBoolean() ? "../" : "/") + point();
                        case 4 -> "[" + point() + "," + point() + ".." + point() + "]";
                        case 5 -> random.nextBoolean() ? "[.." + point() + "]" : point() + "/..";
                        case 6 -> "{" + point() + "," + point() + "}";
                        case 7 -> "[" + point() + ".." + point() + "]";
                        case 8 -> moment();
                        default -> point();
                    };
            return (random.nextInt(12) == 0 ? "julian:" : "") + text;
        }

        private String moment() {
            String shift = oneOf("", "Z", "+00:00", "+04", "-04:30");
            return "2002-0"
                    + (1 + random.nextInt(2))
                    + "-01T"
                    + oneOf("10:30:00", "14:30:00")
                    + shift;
        }

        private String point() {
            if (random.nextInt(300) == 0) {
                return oneOf("XXXX-02", "XXXX-02-28", "XXXX-02-29", "XXXX");
            }
            String year = oneOf("2000", "2001", "2002", "2003", "200X", "2000S3");
            String month = oneOf("01", "02", "12", "0X", "XX", "1X", "21", "24", "33", "40");
            String day = oneOf("01", "15", "28", "29", "31", "XX", "2X", "X1");
            String mark = random.nextInt(8) == 0 ? oneOf("?", "~", "%") : "";
            return switch (random.nextInt(3)) {
                case 0 -> year + mark;
                case 1 -> year + "-" + month + mark;
                default -> year + "-" + month + "-" + day + mark;
            };
        }

        private String oneOf(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
