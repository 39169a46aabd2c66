package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.NearMiss;
import chancery.check.Value;
import chancery.evidence.SeedWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            25 January 2002        | 2002-01-25
            on the 25th of January 2002 | 2002-01-25
            1st January 2007       | 2007-01-01
            January 12, 2009       | 2009-01-12
            January 12th, 2009     | 2009-01-12
            2007 June 20           | 2007-06-20
            27 February, 2003      | 2003-02-27
            29 July 29, 2008       | 2008-07-29
            27 February 27 2003    | 2003-02-27
            April 1996             | 1996-04
            April of 1996          | 1996-04
            In April, 1996         | 1996-04
            23–25 January 2006     | 2006-01-23/2006-01-25
            23-25 January, 2006    | 2006-01-23/2006-01-25
            23 — 25 January 2006   | 2006-01-23/2006-01-25
            September 19-20, 2023  | 2023-09-19/2023-09-20
            April 22               | XXXX-04-22
            22 April               | XXXX-04-22
            in April               | XXXX-04
            2007–2009              | 2007/2009
            1804–13                | 1804/1813
            early 1990s            | 199X
            the 1990's             | 199X
            second half of 1993    | 1993-41
            first half of 1993     | 1993-40
            second half of 1993    | 1993
            throughout 2008        | 2008-01/2008-12
            since 2007             | 2007/..
            until 25 January 2002  | ../2002-01-25
            by December 2010       | [..2010-12]
            December 2010          | [2010-12..]
            circa 1991             | 1991~
            25 January 2002        | 2002-01-25?
            # days, in other orders and spellings
            Friday, Jan. 25, 2002  | 2002-01-25
            2002-01-25             | 2002-01-25
            25.01.2002             | 2002-01-25
            01/25/2002             | 2002-01-25
            3 Sept 1999            | 1999-09-03
            25 JANUARY 2002        | 2002-01-25
            april 1996             | 1996-04
            December of 2010       | 2010-12
            October 10             | XXXX-10-10
            12 October 1813        | julian:1813-10-12
            # spans
            from 23 to 25 January 2006 | 2006-01-23/2006-01-25
            29–30 January 2008     | 2008-01-29/2008-01-30
            29 January – 2 February 2008 | 2008-01-29/2008-02-02
            30 December – 2 January 2008 | 2007-12-30/2008-01-02
            30 December 2007 to 2 January | 2007-12-30/2008-01-02
            3 August 1999 until 2 September | 1999-08-03/1999-09-02
            from January to March 2008 | 2008-01/2008-03
            from November to March 2009 | 2008-11/2009-03
            November 2008 to March 2009 | 2008-11/2009-03
            between 3 August and 2 September 1999 | 1999-08-03/1999-09-02
            between 3 August and 2 September 1999 | [1999-08-03..1999-09-02]
            between January and March 2008 | 2008-01/2008-03
            between 1990 and 1995  | [1990..1995]
            between 1990 and 1995  | 1990/1995
            from 1982 to 1987      | 1982/1987
            1997-2001              | 1997/2001
            1826–28                | 1826/1828
            2005-06                | 2005/2006
            2005-06                | 2005-06
            late 2001 – early 2002 | 2001/2002
            the 1980s and 1990s    | 198X/199X
            from April 22 to April 25 | XXXX-04-22/XXXX-04-25
            # several
            19 and 20 September 2023 | {2023-09-19,2023-09-20}
            19 and 20 September 2023 | 2023-09-19/2023-09-20
            2005 and 2006          | {2005,2006}
            2005 and 2006          | 2005/2006
            January and March 2008 | {2008-01,2008-03}
            2001 or 2002           | [2001,2002]
            # times of day
            at 10:30 on 25 January 2002 | 2002-01-25
            at 10:30 on 25 January 2002 | 2002-01-25T10:30:00
            25 January 2002, 10:30:15 GMT | 2002-01-25T10:30:15Z
            25 January 2002 at 3 p.m. | 2002-01-25T15:00:00
            3.15 PM, January 25, 2002 | 2002-01-25T15:15:00
            12 a.m. on 25 January 2002 | 2002-01-25T00:00:00
            10 o'clock, 25 January 2002 | 2002-01-25
            # parts of a month, a year, a decade, a century
            early May              | XXXX-05
            in mid-May 2001        | 2001-05
            late 2001              | 2001
            end of 2023            | 2023
            beginning of 2009      | 2009
            mid-1990s              | 199X
            mid-to-late 1990s      | 199X
            beginning of the 1990s | 199X
            first half of the 1990s | 199X
            2000s                  | 200X
            2000s                  | 20XX
            the nineteenth century | 18XX
            a 19th-century treaty  | 18XX
            the XIX century        | 18XX
            third quarter of 1993  | 1993-35
            spring of 1993         | 1993-21
            throughout 2008        | 2008
            throughout 2008        | 2008/2008
            throughout 2008        | 2008-01-01/2008-12-31
            during April 2008      | 2008-04-01/2008-04-30
            independence in 1992   | 1992
            # limits
            January 1, 2007        | 2007-01-01/..
            since 2007             | 2007
            2007 onwards           | 2007/
            until 1991             | ../1991
            no later than 2010     | [..2010]
            by the end of 2010     | ../2010
            before 1991            | [..1991]
            prior to 1991          | ../1991
            after 1991             | [1991..]
            in 1992                | [1992..]
            about 1991             | 1991%
            probably 1990          | 1990?
            """)
    void wordsStateADate(String words, String value) throws BadTime {
        assertTrue(EnglishDate.states(words, Edtf.parse(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # a digit changed
            25 January 2002        | 2002-01-24
            25 January 2002        | 2003-01-25
            January 12, 2009       | 2009-01-02
            2007 June 20           | 2007-06-21
            April 1996             | 1996-05
            23–25 January 2006     | 2006-01-23/2006-01-26
            September 19-20, 2023  | 2023-09-18/2023-09-20
            April 22               | XXXX-04-21
            1804–13                | 1804/1814
            2007–2009              | 2007/2008
            early 1990s            | 198X
            second half of 1993    | 1993-40
            # finer than the words
            April 1996             | 1996-04-01
            April 1996             | 1996-04-XX
            April 22               | 2008-04-22
            in April               | XXXX-04-01
            in April               | 1996-04
            1991                   | 1991-01
            second half of 1993    | 1993-07
            throughout 2008        | 2008-01
            early 1990s            | 1991
            early 1990s            | 1990
            2007–2009              | 2008
            # coarser than the words
            25 January 2002        | 2002-01
            25 January 2002        | 2002
            January 12, 2009       | 2009-01
            April 1996             | 1996
            23–25 January 2006     | 2006-01
            2007 June 20           | 2007
            September 19-20, 2023  | 2023-09-19
            # a part of a longer number or word
            5 January 20021        | 2002-01-05
            5 January 20021        | XXXX-01-05
            125 January 2002       | 2002-01-25
            12007                  | 2007
            January 120, 2009      | 2009-01-12
            Decembers 2010         | 2010-12
            marching               | XXXX-03
            # another side
            before 1991            | 1991
            after 1991             | 1991
            before 1991            | [1991..]
            since 2007             | ../2007
            until 1991             | 1991/..
            1997–2001              | 1997/..
            1997–2001              | 1997
            # sure though the words are not, or in another way
            circa 1990             | 1990
            circa 1990             | 1990?
            probably 1990          | 1990
            # a year or a day that nobody wrote
            25 January 2002        | XXXX-01-25
            from April 22 to April 25 | 2008-04-22/2008-04-25
            early May              | 2001-05
            2008                   | 2008-01/2008-12
            # a span that is none, and days between two
            January and March 2008 | 2008-01/2008-03
            19 and 21 September 2023 | 2023-09-19/2023-09-21
            3 August or 2 September 1999 | 1999-08-03/1999-09-02
            # two as exact as each other, or a number left over
            in 1982 or in 1987     | 1982
            1990 and 3             | 1990
            25 January 2002 and 26 February 2003 | 2002-01-25
            In April, not in 2002  | 2002
            2001, January 2002     | 2001-01
            29 July 30, 2008       | 2008-07-29
            # no such day, time of day or month
            31 February 2002       | 2002-02
            25:30 on 25 January 2002 | 2002-01-25
            24:00 on 25 January 2002 | 2002-01-25
            14 p.m. on 25 January 2002 | 2002-01-25
            at 10:30 on 25 January 2002 | 2002-01-25T10:31:00
            at 10:30 on 25 January 2002 | 2002-01-25T10:30:00Z
            may 2008               | 2008-05
            2003-02-01             | 2003-01-02
            fifth quarter of 1993  | 1993-37
            # none at all
            XV round               | 15XX
            last year              | 2008
            the next day           | 2002-01-26
            Baku                   | 2002
            """)
    void aNearMissStatesNothing(String words, String value) throws BadTime {
        assertFalse(EnglishDate.states(words, Edtf.parse(value)));
    }

    static Stream<Arguments> ofTheSeeds() {
        return SeedWords.all()
                .filter(pair -> pair.value() instanceof Value.Time)
                // what is worked out of two words is read by the gate, see WorkedOutTest
                .filter(pair -> !pair.words().contains(" + "))
                .map(pair -> Arguments.of(pair.words(), ((Value.Time) pair.value()).edtf()));
    }

    @ParameterizedTest
    @MethodSource("ofTheSeeds")
    void theWordsOfTheSeedsStateTheirDates(String words, Edtf value) throws BadTime {
        assertTrue(EnglishDate.states(words, value), words + " = " + value);
        for (String wrong : NearMiss.of(words)) {
            assertFalse(EnglishDate.states(wrong, value), wrong);
        }
        for (String finer : List.of(value + "-01", value + "-X1")) {
            boolean part = finer.matches("\\d{4}-[234]\\d-.*");
            if (!part && !finer.contains("/") && finer.length() <= "2002-01-25".length()) {
                assertFalse(EnglishDate.states(words, Edtf.parse(finer)), finer);
            }
        }
    }

    @Test
    void readsTheMostExactDateAlone() {
        assertEquals("[2002-01-25]", EnglishDate.read("25 January 2002, in 2001").toString());
        assertEquals("[]", EnglishDate.read("").toString());
    }

    @Test
    void anAmbiguousDateHasTwoReadings() {
        assertEquals("[2003-02-01, 2003-01-02]", EnglishDate.read("01/02/2003").toString());
        assertEquals("[2003-01-25]", EnglishDate.read("01/25/2003").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d MMMM yyyy",
                "MMMM d, yyyy",
                "yyyy MMMM d",
                "d MMMM, yyyy",
                "d MMM yyyy",
                "EEEE, d MMMM yyyy",
                "'on' d MMMM yyyy",
                "d 'of' MMMM yyyy",
                "yyyy-MM-dd",
                "d MMMM d, yyyy"
            })
    void everyDayIsReadInEveryForm(String pattern) throws BadTime {
        long seed = 1996;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            LocalDate day = LocalDate.of(1800, 1, 1).plusDays(random.nextInt(90_000));
            String words = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
            assertEquals(List.of(Edtf.parse(day.toString())), EnglishDate.read(words), words);
            Edtf next = Edtf.parse(day.plusDays(1).toString());
            assertFalse(EnglishDate.states(words, next), words);
        }
    }

    @Test
    void hostileWordsAreRead() {
        assertEquals(List.of(), EnglishDate.read("1990 ".repeat(20_000)));
        assertEquals(List.of(), EnglishDate.read("a".repeat(100_000)));
        assertEquals(List.of(), EnglishDate.read("–".repeat(20_000)));
        assertEquals(List.of(), EnglishDate.read("10:".repeat(50_000)));
    }
}
