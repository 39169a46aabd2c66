package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            2004/2004-06-11       | 2004-01-01 2004-06-11 2004-06-11 2004-06-11
            2004-06-11/2004       | 2004-06-11 2004-06-11 2004-06-11 2004-12-31
            2008/2008-03          | 2008-01-01 2008-03-31 2008-03-01 2008-03-31
            1985-04-12T23:20:30   | 1985-04-12 1985-04-12 1985-04-12 1985-04-12
            1985-04-12T23:20:30-04 | 1985-04-12 1985-04-12 1985-04-12 1985-04-12
            # level 1: years beyond four digits, seasons, qualifiers, unspecified digits, open ends
            Y170000002            | +170000002-01-01 +170000002-12-31 +170000002-01-01 +170000002-12-31
            Y-170000002           | -170000002-01-01 -170000002-12-31 -170000002-01-01 -170000002-12-31
            Y17E7                 | +170000000-01-01 +170000000-12-31 +170000000-01-01 +170000000-12-31
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
            XXXX                  | - - - -
            # level 2: digits anywhere, parts of a year, qualified components, sets
            1XXX                  | 1000-01-01 1999-12-31 1000-01-01 1999-12-31
            156X-12-25            | 1560-12-25 1569-12-25 1560-12-25 1569-12-25
            15XX-12-XX            | 1500-12-01 1599-12-31 1500-12-01 1599-12-31
            1984-1X               | 1984-10-01 1984-12-31 1984-10-01 1984-12-31
            2008-0X-3X            | 2008-01-30 2008-09-30 2008-01-30 2008-09-30
            200X-02-29            | 2000-02-29 2008-02-29 2000-02-29 2008-02-29
            2001-X2-29            | 2001-12-29 2001-12-29 2001-12-29 2001-12-29
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
            [1667,XXXX-04]        | - - - -
            [2005,1999,2003]      | 1999-01-01 2005-12-31 1999-01-01 2005-12-31
            [..1983]              | - 1983-12-31 - 1983-12-31
            [2010-12..]           | 2010-12-01 - 2010-12-01 -
            {1960,1961-12}        | 1960-01-01 1960-12-31 1961-12-01 1961-12-31
            {1961-12,1959,1960}   | 1959-01-01 1959-12-31 1961-12-01 1961-12-31
            {2001..2003}          | 2001-01-01 2001-12-31 2003-01-01 2003-12-31
            {..1983}              | - - 1983-01-01 1983-12-31
            {1983..}              | 1983-01-01 1983-12-31 - -
            {1667,1670..1672}     | 1667-01-01 1667-12-31 1672-01-01 1672-12-31
            156X-12-25/157X-01-01 | 1560-12-25 1569-12-25 1570-01-01 1579-01-01
            1950S2                | 1900-01-01 1999-12-31 1900-01-01 1999-12-31
            -1950S2               | -1999-01-01 -1900-12-31 -1999-01-01 -1900-12-31
            Y3388E2S3             | +338000-01-01 +338999-12-31 +338000-01-01 +338999-12-31
            Y171010000S3          | +171000000-01-01 +171999999-12-31 +171000000-01-01 +171999999-12-31
            -15XX                 | -1599-01-01 -1500-12-31 -1599-01-01 -1500-12-31
            XXXX-04-22/..         | - - - -
            XXXX-04-22/2008       | - - 2008-01-01 2008-12-31
            # another calendar
            julian:1918-01-31     | 1918-02-13 1918-02-13 1918-02-13 1918-02-13
            julian:1900-02-28     | 1900-03-12 1900-03-12 1900-03-12 1900-03-12
            julian:1900-02-29     | 1900-03-13 1900-03-13 1900-03-13 1900-03-13
            julian:1900-02        | 1900-02-13 1900-03-13 1900-02-13 1900-03-13
            julian:1900-03-01     | 1900-03-14 1900-03-14 1900-03-14 1900-03-14
            julian:1582-10-05     | 1582-10-15 1582-10-15 1582-10-15 1582-10-15
            julian:1813-10-12     | 1813-10-24 1813-10-24 1813-10-24 1813-10-24
            julian:1917-10        | 1917-10-14 1917-11-13 1917-10-14 1917-11-13
            julian:-0043-03-15    | -0043-03-13 -0043-03-13 -0043-03-13 -0043-03-13
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
    @ValueSource(
            strings = {
                // level 0
                "1985-04-12",
                "1985-04",
                "1985",
                "0000",
                "1985-04-12T23:20:30",
                "1985-04-12T23:20:30Z",
                "1985-04-12T23:20:30-04",
                "1985-04-12T23:20:30+04:30",
                "1964/2008",
                "2004-06/2006-08",
                "2004-02-01/2005-02-08",
                "2004-02-01/2005-02",
                "2004-02-01/2005",
                "2005/2006-02",
                // level 1
                "Y170000002",
                "Y-170000002",
                "2001-21",
                "2001-22",
                "2001-23",
                "2001-24",
                "1984?",
                "2004-06~",
                "2004-06-11%",
                "201X",
                "20XX",
                "XXXX",
                "2004-XX",
                "1985-04-XX",
                "1985-XX-XX",
                "1985-04-12/..",
                "1985-04/..",
                "1985/..",
                "../1985-04-12",
                "../1985-04",
                "../1985",
                "1985-04-12/",
                "1985-04/",
                "1985/",
                "/1985-04-12",
                "/1985-04",
                "/1985",
                "1984~/2004-06",
                "1984?/2004-06~",
                "-0001",
                "-1985",
                "-1985-04-12",
                // level 2
                "Y-17E7",
                "Y3388E2S3",
                "1950S2",
                "Y171010000S3",
                "2001-34",
                "2001-41",
                "[1667,1668,1670..1672]",
                "[..1760-12-03]",
                "[1760-12..]",
                "[1760-01,1760-02,1760-12..]",
                "[1667,1760-12]",
                "{1667,1668,1670..1672}",
                "{1960,1961-12}",
                "{..1984}",
                "2004-06~-11",
                "2004?-06-11",
                "?2004-06-~11",
                "2004-%06-11",
                "156X-12-25",
                "15XX-12-25",
                "XXXX-12-XX",
                "1XXX-XX",
                "1XXX-12",
                "1984-1X",
                "XXXX-04-22",
                "XXXX-02-29",
                "2004-06-~01/2004-06-~20",
                "2004-06-XX/2004-07-03",
                // ours
                "julian:1813-10-12",
                "julian:1900-02-29",
                "julian:1804/1813",
                "julian:[1804,1813]"
            })
    void printsWhatItReads(String text) throws BadTime {
        Edtf time = Edtf.parse(text);
        assertEquals(text, time.toString());
        assertEquals(Verdict.SAME, Edtf.compare(time, Edtf.parse(text)));
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
            2001-02-29T10:10:10Z | a day that exists
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
            199
            199x
            1990s
            2002-01-25-
            2001/2002/2003
            Y2002
            -0000
            19999
            1990-
            1990-1
            2004-01-02-03
            Y12345-01
            Y-17E1
            Y20E2
            Y0E5
            1950S2-04
            19XXS2
            1950S0
            2001-04~~
            {}
            P5Y
            hijri:1400
            julian:
            ../[1990]
            2002-01-25 10:10:10
            2002-01-25T10:10:10Z/2003
            2002-01T10:10:10Z
            Tuesday
            [1667, 1668]
            []
            [2001,]
            [2001
            {2001]
            2001..2003
            2001?~
            ...2003
            [1999,2001....]
            [....2001]
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
            /..                   | an interval with a date at one end at least
            2005-03/2005-02-01    | an interval whose end is not before its begin
            9999-05/XXXX-04       | an interval whose end is not before its begin
            [1990,..1995]         | ".." without a date only at the begin or the end of a set
            [1990..,1995]         | ".." without a date only at the begin or the end of a set
            julian:Y12345         | a year of four digits in the Julian calendar
            Y1234567890           | a year from -999999999 to 999999999
            Y-17E10               | a year from -999999999 to 999999999
            Y1E99999999999999999999 | a year from -999999999 to 999999999
            Y9E999                | a year from -999999999 to 999999999
            """)
    void refusesAPeriodThatIsNone(String text, String expected) {
        refused(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24:00:00",
                "24:00",
                "23:60:00",
                "10:30",
                "10:30:00 Z",
                "10:30:00+15",
                "10:30:00+04:60",
                "10:30:00.5",
                "103000",
                "10:30:00Z\n"
            })
    void refusesATimeOfDayThatDoesNotExist(String clock) {
        refused(
                "2002-01-25T" + clock,
                "a time of day from 00:00:00 to 23:59:59, such as 2002-01-25T10:30:00Z");
    }

    @Test
    void aLongStringIsCutInTheMessage() {
        BadTime refusal = new BadTime("9".repeat(1000), "a date");
        assertEquals("found \"" + "9".repeat(80) + "…\", expected a date", refusal.getMessage());
    }

    @Test
    void aSetOfDaysInAnyYearIsRefusedBeforeItFillsTheMemory() throws BadTime {
        String days = "XXXX-XX-02,".repeat(400);
        BadTime refusal = assertThrows(BadTime.class, () -> Edtf.parse("[" + days + "2002]"));
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .endsWith("a set of fewer dates, or with fewer unspecified digits"),
                refusal::getMessage);
        String ranges = "XXXX-XX-X1..XXXX-XX-X1,".repeat(100);
        assertThrows(BadTime.class, () -> Edtf.parse("[" + ranges + "2002]"));
        for (String few : List.of("[XXXX-XX-X1]", "[XXXX-XX-02..2002]", "{XXXX-XX-02,2002}")) {
            assertEquals(few, Edtf.parse(few).toString());
        }
    }

    @Test
    void hostileStringsAreReadOrRefused() throws BadTime {
        assertEquals(
                LocalDate.of(1990, 1, 1),
                Edtf.parse("[" + "1990,".repeat(20_000) + "1991]").bounds().startEarliest());
        Edtf wide = Edtf.parse("XXXX-10-0X/XXXX-12-X1");
        assertEquals(Verdict.DISJOINT, Edtf.compare(wide, Edtf.parse("XXXX-1X-X5")));
        refused("[".repeat(100_000), SHAPE);
        refused("-".repeat(100_000), SHAPE);
        refused("Y" + "9".repeat(100_000), "a year from -999999999 to 999999999");
    }

    private static void refused(String text, String expected) {
        BadTime refusal = assertThrows(BadTime.class, () -> Edtf.parse(text));
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        assertEquals("found \"" + shown + "\", expected " + expected, refusal.getMessage());
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
            1985-04-12T23:20:30+04:30 | 1985-04-12T23x3A20x3A30x2B04x3A30
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
            [2010..2012] | [2010,2011,2012]  | SAME
            2011-05     | [2010..2012]       | REFINES
            [2009,2010] | [2010,2011]        | COMPATIBLE
            2008-04-22  | XXXX-04-22         | REFINES
            2008-04-21  | XXXX-04-22         | DISJOINT
            2008-04-22/2008-04-22 | XXXX-04  | REFINES
            2008-04/2009-04 | XXXX-04        | DISJOINT
            XXXX-04-22  | XXXX-04            | REFINES
            XXXX-04-22  | XXXX-05            | DISJOINT
            XXXX-04-22  | 2008               | COMPATIBLE
            XXXX-04-22  | 2008-05            | DISJOINT
            XXXX-04     | 2008-21            | COMPATIBLE
            XXXX-01     | 2008-24            | COMPATIBLE
            XXXX-04-22/XXXX-04-25 | XXXX-05-01/XXXX-05-03 | DISJOINT
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
            2008        | 2008-XX            | SAME
            2006-01-23/2006-01-25 | 2006-01-24 | DISJOINT
            2008-01/2008-12 | 2008           | REFINES
            2007/..     | 2007/              | SAME
            1997/2001   | 1997/2002          | DISJOINT
            [..1984]    | 1980               | REFINED_BY
            [..1984]    | 1985               | DISJOINT
            ../1984     | [..1984]           | REFINES
            1990~       | 1990?              | SAME
            1950S2      | 19XX               | SAME
            156X-12-25/157X-01-01 | 1560/1579 | COMPATIBLE
            156X-12-25/157X-01-01 | 1565-12-25/1570-01-01 | REFINED_BY
            {1990,1995} | 1990/1995          | REFINES
            {1990,1995} | {1995,1990}        | SAME
            {1990..1992} | {1990,1991,1992}  | SAME
            {1990,1995} | {1990,1993,1995}   | COMPATIBLE
            {1990,1995} | {1996,1999}        | DISJOINT
            {1990..1991} | {1990-01..1991-12} | COMPATIBLE
            {..1990}    | {..1990}           | SAME
            2004-01-01T10:10:10Z | 2004-01-01 | REFINES
            2004-01-01T10:10:10Z | 2004-01-01T10:10:10Z | SAME
            2004-01-01T10:10:10Z | 2004-01-01T14:10:10+04 | SAME
            2004-01-01T10:10:10Z | 2004-01-01T10:10:10+04 | DISJOINT
            2004-01-01T10:10:10Z | 2004-01-01T10:10:10 | COMPATIBLE
            2004-01-01T10:10:10 | 2004-01-01T10:10:11 | DISJOINT
            2004-01-01T10:10:10Z | 2004-01-02 | DISJOINT
            2004-01-01T23:10:10-04 | 2004-01-02T03:10:10Z | DISJOINT
            """)
    void comparesWithPrecisionInMind(String a, String b, Verdict expected) throws BadTime {
        assertEquals(expected, Edtf.compare(Edtf.parse(a), Edtf.parse(b)));
        assertEquals(mirrored(expected), Edtf.compare(Edtf.parse(b), Edtf.parse(a)));
    }

    static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case REFINES -> Verdict.REFINED_BY;
            case REFINED_BY -> Verdict.REFINES;
            case SAME, COMPATIBLE, DISJOINT -> verdict;
        };
    }
}
