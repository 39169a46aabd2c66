package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EdtfTest {
    private static final String SHAPE = "EDTF, such as 2002-01-25, 2002-01, 199X or 2007-01-01/..";
    private static final String MONTH = "a month from 01 to 12, or a season from 21 to 41";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # level 0
            2002-01-25            | 2002-01-25 2002-01-25 2002-01-25 2002-01-25
            1996-04               | 1996-04-01 1996-04-30 1996-04-01 1996-04-30
            2001                  | 2001-01-01 2001-12-31 2001-01-01 2001-12-31
            0000                  | 0000-01-01 0000-12-31 0000-01-01 0000-12-31
            2004-02               | 2004-02-01 2004-02-29 2004-02-01 2004-02-29
            2006-01-23/2006-01-25 | 2006-01-23 2006-01-23 2006-01-25 2006-01-25
            1804/1813             | 1804-01-01 1804-12-31 1813-01-01 1813-12-31
            2008-01/2008-12       | 2008-01-01 2008-01-31 2008-12-01 2008-12-31
            2004/2004-06-11       | 2004-01-01 2004-12-31 2004-06-11 2004-06-11
            # level 1: years beyond four digits, seasons, qualifiers, unspecified digits, open ends
            Y170000002            | +170000002-01-01 +170000002-12-31 +170000002-01-01 +170000002-12-31
            Y-170000002           | -170000002-01-01 -170000002-12-31 -170000002-01-01 -170000002-12-31
            -0044                 | -0044-01-01 -0044-12-31 -0044-01-01 -0044-12-31
            2001-21               | 2001-03-01 2001-06-30 2001-03-01 2001-06-30
            2001-22               | 2001-06-01 2001-09-30 2001-06-01 2001-09-30
            2001-23               | 2001-09-01 2001-12-31 2001-09-01 2001-12-31
            2001-24               | 2001-01-01 2002-03-31 2001-01-01 2002-03-31
            1984?                 | 1984-01-01 1984-12-31 1984-01-01 1984-12-31
            2004-06~              | 2004-06-01 2004-06-30 2004-06-01 2004-06-30
            2004-06-11%           | 2004-06-11 2004-06-11 2004-06-11 2004-06-11
            201X                  | 2010-01-01 2019-12-31 2010-01-01 2019-12-31
            20XX                  | 2000-01-01 2099-12-31 2000-01-01 2099-12-31
            2004-XX               | 2004-01-01 2004-12-31 2004-01-01 2004-12-31
            1985-04-XX            | 1985-04-01 1985-04-30 1985-04-01 1985-04-30
            1985-XX-XX            | 1985-01-01 1985-12-31 1985-01-01 1985-12-31
            2007-01-01/..         | 2007-01-01 2007-01-01 - -
            2007/                 | 2007-01-01 2007-12-31 - -
            ../2007               | - - 2007-01-01 2007-12-31
            /1985-04              | - - 1985-04-01 1985-04-30
            1984~/2004-06         | 1984-01-01 1984-12-31 2004-06-01 2004-06-30
            # level 2: digits anywhere, parts of a year, qualified components, sets
            1XXX                  | 1000-01-01 1999-12-31 1000-01-01 1999-12-31
            156X-12-25            | 1560-12-25 1569-12-25 1560-12-25 1569-12-25
            15XX-12-XX            | 1500-12-01 1599-12-31 1500-12-01 1599-12-31
            1984-1X               | 1984-10-01 1984-12-31 1984-10-01 1984-12-31
            2008-0X-3X            | 2008-01-30 2008-09-30 2008-01-30 2008-09-30
            200X-02-29            | 2000-02-29 2009-02-28 2000-02-29 2009-02-28
            2001-X2-29            | 2001-02-28 2001-12-29 2001-02-28 2001-12-29
            XXXX-04-22            | - - - -
            XXXX-04               | - - - -
            2001-25               | 2001-03-01 2001-06-30 2001-03-01 2001-06-30
            2001-32               | 2001-06-01 2001-09-30 2001-06-01 2001-09-30
            1993-34               | 1993-04-01 1993-06-30 1993-04-01 1993-06-30
            1993-39               | 1993-09-01 1993-12-31 1993-09-01 1993-12-31
            1993-40               | 1993-01-01 1993-06-30 1993-01-01 1993-06-30
            1993-41               | 1993-07-01 1993-12-31 1993-07-01 1993-12-31
            2004-06~-11           | 2004-06-11 2004-06-11 2004-06-11 2004-06-11
            ?2004-06-~11          | 2004-06-11 2004-06-11 2004-06-11 2004-06-11
            2004-06-~01/2004-06-20~ | 2004-06-01 2004-06-01 2004-06-20 2004-06-20
            [1667,1668,1670..1672] | 1667-01-01 1672-12-31 1667-01-01 1672-12-31
            [1667, 1668]          | 1667-01-01 1668-12-31 1667-01-01 1668-12-31
            [2005,1999,2003]      | 1999-01-01 2005-12-31 1999-01-01 2005-12-31
            [..1983]              | - 1983-12-31 - 1983-12-31
            [2010-12..]           | 2010-12-01 - 2010-12-01 -
            {1960,1961-12}        | 1960-01-01 1960-12-31 1961-12-01 1961-12-31
            {1961-12,1959,1960}   | 1959-01-01 1959-12-31 1961-12-01 1961-12-31
            {2001..2003}          | 2001-01-01 2001-12-31 2003-01-01 2003-12-31
            {..1983}              | - - 1983-01-01 1983-12-31
            # another calendar
            julian:1918-01-31     | 1918-02-13 1918-02-13 1918-02-13 1918-02-13
            julian:1900-02-28     | 1900-03-12 1900-03-12 1900-03-12 1900-03-12
            julian:1900-02-29     | 1900-03-13 1900-03-13 1900-03-13 1900-03-13
            julian:1900-02        | 1900-02-13 1900-03-13 1900-02-13 1900-03-13
            julian:1900-03-01     | 1900-03-14 1900-03-14 1900-03-14 1900-03-14
            julian:1582-10-05     | 1582-10-15 1582-10-15 1582-10-15 1582-10-15
            julian:1828-02-10/1828-02-22 | 1828-02-22 1828-02-22 1828-03-05 1828-03-05
            """)
    void hasFourBounds(String text, String expected) throws BadTime {
        Bounds bounds = Edtf.parse(text).bounds();
        assertEquals(
                expected,
                Stream.of(
                                shown(bounds.startEarliest()),
                                shown(bounds.startLatest()),
                                shown(bounds.endEarliest()),
                                shown(bounds.endLatest()))
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow());
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? "-" : day.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2002-02-29       | a day that exists
            2002-04-31       | a day that exists
            2002-01-00       | a day that exists
            2002-01-32       | a day that exists
            1900-02-29       | a day that exists
            18X1-02-29       | a day that exists
            XXXX-02-30       | a day that exists
            XXXX-02-3X       | a day that exists
            2001-XX-32       | a day that exists
            julian:1901-02-29 | a day that exists
            2002-02-30/2003  | a day that exists
            [2002,2003-02-29] | a day that exists
            """)
    void refusesADayThatDoesNotExist(String text, String expected) {
        refused(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2002-00
            2002-13
            2002-20
            2002-42
            2002-2X
            2002-13-01
            2002-21-05
            """)
    void refusesAMonthThatDoesNotExist(String text) {
        refused(text, MONTH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            emptyValue = "",
            textBlock =
                    """
            ''
            ' 2002'
            2002-1-5
            25.01.2002
            25 January 2002
            20020125
            2002-01-25T10:00
            199
            199x
            1990s
            2002-01-25-
            2001/2002/2003
            Y2002
            Y1234567890
            Y12345-01
            []
            [2001,]
            [2001
            {2001]
            2001..2003
            2001?~
            ...2003
            ٢٠٠٢
            """)
    void refusesWhatIsNoEdtf(String text) {
        refused(text, SHAPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2003/2002             | an interval whose end is not before its begin
            2002-01-26/2002-01-25 | an interval whose end is not before its begin
            [2005..2001]          | an interval whose end is not before its begin
            ../..                 | an interval with a date at one end at least
            /                     | an interval with a date at one end at least
            [..]                  | an interval with a date at one end at least
            julian:Y12345         | a year of four digits in the Julian calendar
            """)
    void refusesAPeriodThatIsNone(String text, String expected) {
        refused(text, expected);
    }

    private static void refused(String text, String expected) {
        BadTime refusal = assertThrows(BadTime.class, () -> Edtf.parse(text));
        assertEquals("found \"" + text + "\", expected " + expected, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2007-11            | 2007-11
            2007-01-01/..      | 2007-01-01_open
            ../2007            | open_2007
            2007/              | 2007_unknown
            /2007              | unknown_2007
            2006-01-23/2006-01-25 | 2006-01-23_2006-01-25
            201X               | 201X
            XXXX-04-22         | XXXX-04-22
            1984?              | 1984x3F
            1984~/2004         | 1984x7E_2004
            2004-06-11%        | 2004-06-11x25
            [1667,1670..1672]  | x5B1667x2C1670open1672x5D
            {1960}             | x7B1960x7D
            julian:1828-02-10  | julian-1828-02-10
            -0044              | -0044
            Y170000002         | Y170000002
            """)
    void hasASpellingForIris(String text, String expected) throws BadTime {
        assertEquals(expected, Edtf.parse(text).pathSafe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2008-07-29  | 2008-07            | REFINES
            2008-07     | 2008               | REFINES
            2008        | 200X               | REFINES
            2008-07-29  | 2008-07-29?        | SAME
            2008-07-29  | 2008-07-30         | DISJOINT
            2008-07     | 2008-41            | REFINES
            1993-10     | 1993-41            | REFINES
            1993-03     | 1993-41            | DISJOINT
            2008-21     | 2008-06            | REFINED_BY
            2008-06     | 2008-07            | DISJOINT
            2006-01-23/2006-01-25 | 2006-01  | REFINES
            2006-01-23/2006-01-25 | 2006-01-23/2006-01-26 | DISJOINT
            1997/2001   | 1997-03/2001       | REFINED_BY
            2007-01-01/.. | 2007/..          | REFINES
            2007/..     | 2009/..            | DISJOINT
            2007/..     | 2007/2010          | REFINED_BY
            2005/2007   | 2007/2009          | DISJOINT
            2010-12     | [2010-12..]        | REFINES
            2012        | [2010,2015]        | DISJOINT
            2010        | [2010,2015]        | REFINES
            [2010,2015] | 201X               | REFINES
            [2010..2012] | [2010,2011,2012]  | REFINED_BY
            2011-05     | [2010..2012]       | REFINES
            [2009,2010] | [2010,2011]        | COMPATIBLE
            2008-04-22  | XXXX-04-22         | REFINES
            2008-04-21  | XXXX-04-22         | DISJOINT
            2008-04-22/2008-04-22 | XXXX-04  | REFINES
            2008-04/2009-04 | XXXX-04        | COMPATIBLE
            XXXX-04-22  | XXXX-04            | REFINES
            XXXX-04-22  | XXXX-05            | DISJOINT
            XXXX-04-22  | 2008               | COMPATIBLE
            XXXX-04-22  | 2008-05            | DISJOINT
            XXXX-04     | 2008-21            | COMPATIBLE
            XXXX-01     | 2008-24            | COMPATIBLE
            XXXX-04-22/XXXX-04-25 | XXXX-05-01/XXXX-05-03 | COMPATIBLE
            2008        | XXXX-04-22/XXXX-04-25 | COMPATIBLE
            2015-04-22  | 201X-04            | REFINES
            2015-06-01  | 201X-04            | DISJOINT
            2015-06-01  | 2015-XX-22         | DISJOINT
            [2015-04-01..2015-04-10] | 201X-04 | REFINES
            2015-04     | 201X-21            | REFINES
            2016-01     | 2015-30            | REFINES
            2015-12     | 201X-28            | REFINES
            2010-01     | 201X-28            | DISJOINT
            0001/9999   | XXXX               | REFINES
            julian:1828-02-10 | 1828-02-22   | SAME
            julian:1828-02-10 | 1828-02-10   | DISJOINT
            """)
    void comparesWithPrecisionInMind(String a, String b, Verdict expected) throws BadTime {
        assertEquals(expected, Edtf.compare(Edtf.parse(a), Edtf.parse(b)));
        assertEquals(mirrored(expected), Edtf.compare(Edtf.parse(b), Edtf.parse(a)));
    }

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case REFINES -> Verdict.REFINED_BY;
            case REFINED_BY -> Verdict.REFINES;
            case SAME, COMPATIBLE, DISJOINT -> verdict;
        };
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void printsWhatItRead(long seed) throws BadTime {
        Map<String, String> spellings = new HashMap<>();
        for (Edtf time : some(seed, 2000)) {
            String text = time.toString();
            assertEquals(time, Edtf.parse(text));
            assertEquals(text, Edtf.parse(text).toString());
            String spelling = time.pathSafe();
            assertTrue(spelling.matches("[A-Za-z0-9_-]+"), spelling);
            String other = spellings.put(spelling, text);
            assertTrue(other == null || other.equals(text), other + " is spelt as " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundsHoldEachDayOfADate(long seed) throws BadTime {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            LocalDate day = day(random);
            String coarse = blurred(day, random);
            Edtf wide = Edtf.parse(coarse);
            Verdict verdict = Edtf.compare(Edtf.parse(day.toString()), wide);
            boolean inside = verdict == Verdict.REFINES || verdict == Verdict.SAME;
            assertTrue(inside, day + " and " + coarse + " of seed " + seed + ": " + verdict);
            LocalDate from = wide.bounds().startEarliest();
            LocalDate to = wide.bounds().endLatest();
            assertFalse(from != null && from.isAfter(day), coarse + " after " + day);
            assertFalse(to != null && to.isBefore(day), coarse + " before " + day);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refiningIsAPartialOrderAndComparingHasAMirror(long seed) {
        List<Edtf> times = some(seed, 90);
        int count = times.size();
        Verdict[][] verdicts = new Verdict[count][count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                verdicts[a][b] = Edtf.compare(times.get(a), times.get(b));
            }
        }
        for (int a = 0; a < count; a++) {
            assertEquals(Verdict.SAME, verdicts[a][a]);
            for (int b = 0; b < count; b++) {
                String pair = times.get(a) + " and " + times.get(b) + " of seed " + seed;
                assertEquals(mirrored(verdicts[a][b]), verdicts[b][a], pair);
                for (int c = 0; c < count; c++) {
                    if (verdicts[a][b] == Verdict.REFINES && verdicts[b][c] == Verdict.REFINES) {
                        assertEquals(
                                Verdict.REFINES, verdicts[a][c], pair + " and " + times.get(c));
                    }
                }
            }
        }
    }

    /// Times of a few years, so that many of them have to do with one another.
    private static List<Edtf> some(long seed, int count) {
        Random random = new Random(seed);
        List<Edtf> times = new ArrayList<>();
        while (times.size() < count) {
            String a = blurred(day(random), random);
            String b = blurred(day(random), random);
            String text =
                    switch (random.nextInt(9)) {
                        case 0 -> a + "/" + b;
                        case 1 -> a + "/..";
                        case 2 -> "/" + a;
                        case 3 -> "[" + a + "," + b + "]";
                        case 4 -> "{" + a + "," + b + "}";
                        case 5 -> "[" + a + ".." + b + "]";
                        default -> a;
                    };
            try {
                times.add(Edtf.parse(text));
            } catch (BadTime e) {
                assertTrue(text.contains("/") || text.contains(".."), e.getMessage());
            }
        }
        return times;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2006, 1, 1).plusDays(random.nextInt(7 * 365));
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
}
