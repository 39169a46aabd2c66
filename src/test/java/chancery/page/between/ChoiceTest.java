package chancery.page.between;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
    private static final String TIME =
            "a year, a month or a day, such as 2002, 2002-01, January 2002 or 25 January 2002";

    private static final List<String> SOURCES = List.of("wikipedia-2016", "atlas");

    @Test
    void addressSaysWhatWasChosenAndNothingElse() {
        Choice choice =
                Choice.of(
                        Map.of(
                                "kind", "agreement",
                                "source", "atlas",
                                "stance", "",
                                "from", " 2002 ",
                                "to", "2002-06",
                                "utm_campaign", "x"),
                        SOURCES);
        assertEquals("?kind=agreement&source=atlas&from=2002&to=2002-06", choice.query());
        assertEquals(Optional.of(LocalDate.of(2002, 1, 1)), choice.firstDay());
        assertEquals(Optional.of(LocalDate.of(2002, 6, 30)), choice.lastDay());
        assertTrue(Choice.of(Map.of("lang", "az"), SOURCES).isAll());
        assertEquals("", Choice.ALL.query());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | treaty | one of agreement, event, figure, condition, membership, facility,"
                        + " statement, possibility",
                "source | times | one of atlas, wikipedia-2016",
                "stance | accepted | one of any, asserts, denies, plans, asks",
                "disputed | perhaps | one of yes, no",
                "from | 2002-13 | " + TIME,
                "to | 2002-02-30 | " + TIME,
                "to | 199X | " + TIME,
                "from | <script> | " + TIME,
                "from | January 200 | " + TIME,
                "page | 0 | a number from 1",
                "page | -1 | a number from 1",
                "page | 99999999999 | a number from 1",
            })
    void whatCannotBeIsNamedWithWhatCould(String parameter, String found, String expected) {
        BadChoice mistake =
                assertThrows(BadChoice.class, () -> Choice.of(Map.of(parameter, found), SOURCES));
        assertEquals(
                "parameter " + parameter + ": found \"" + found + "\", expected " + expected,
                mistake.getMessage());
    }

    @Test
    void aTimeMayBeWrittenInWords() {
        assertEquals(
                "?from=2002-01&to=2002-06-15",
                Choice.of(Map.of("from", "January 2002", "to", "15 June 2002"), SOURCES).query());
        assertEquals(
                "?from=1990&to=1999",
                Choice.of(Map.of("from", "the 1990s", "to", "1990s"), SOURCES).query());
    }

    @Test
    void periodThatEndsBeforeItBeginsIsRefused() {
        BadChoice mistake =
                assertThrows(
                        BadChoice.class,
                        () -> Choice.of(Map.of("from", "2003", "to", "2002-12"), SOURCES));
        assertEquals(
                "parameter to: found \"2002-12\", expected no time before 2003",
                mistake.getMessage());
        assertEquals(
                Optional.of(LocalDate.of(2003, 12, 31)),
                Choice.of(Map.of("from", "2003-05", "to", "2003"), SOURCES).lastDay());
    }

    @Test
    void longNonsenseIsNotRepeated() {
        BadChoice mistake =
                assertThrows(
                        BadChoice.class,
                        () -> Choice.of(Map.of("kind", "x".repeat(100_000)), SOURCES));
        assertTrue(String.valueOf(mistake.getMessage()).length() < 300);
    }
}
