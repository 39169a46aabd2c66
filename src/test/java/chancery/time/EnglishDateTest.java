package chancery.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.NearMiss;
import chancery.check.Value;
import chancery.evidence.SeedWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
            # none at all
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
        assertEquals("[2002-01-25]", EnglishDate.readings("25 January 2002, in 2001").toString());
        assertEquals("[]", EnglishDate.readings("").toString());
    }
}
