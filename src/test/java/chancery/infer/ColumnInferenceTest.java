package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the values of a column are taken for.
class ColumnInferenceTest {
    /// A table whose second column has these values.
    private static Described column(String title, String... values) throws Undescribable {
        StringBuilder table = new StringBuilder("n;" + title + "\n");
        for (int i = 0; i < values.length; i++) {
            table.append("row ").append(i).append(';').append(values[i]).append('\n');
        }
        Described described = Described.of(table.toString());
        assertEquals(List.of(), described.findings(), table.toString());
        return described;
    }

    private static String datatype(String title, String... values) throws Undescribable {
        return column(title, values).datatype(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "12 0 -3 400 ! 'integer'",
                "1 2.5 -.5 3. ! 'decimal'",
                "1 2.5e3 -4E-2 ! 'double'",
                "1,5 2,25 3 ! {'base': 'decimal', 'format': {'decimalChar': ','}}",
                "1,234.5 12 1,000,000 ! {'base': 'decimal',"
                        + " 'format': {'decimalChar': '.', 'groupChar': ','}}",
                "1.234,5 12 1.000.000 ! {'base': 'decimal',"
                        + " 'format': {'decimalChar': ',', 'groupChar': '.'}}",
                "1,234,567 12 1,000 ! {'base': 'integer',"
                        + " 'format': {'decimalChar': '.', 'groupChar': ','}}",
                "1'234'567 12 1'000 ! {'base': 'integer',"
                        + " 'format': {'decimalChar': '.', 'groupChar': '''}}",
                "12% 3.5% ! {'base': 'decimal', 'format': {'decimalChar': '.'}}",
                "007 12 ! 'string'",
                "1.2.3 1.2.4 ! 'string'",
                "12 abc ! 'string'",
                "1,2345 12,34,5 ! 'string'",
                "2001-02-03 1999-12-31 ! 'date'",
                "31.12.2001 01.02.2003 ! {'base': 'date', 'format': 'dd.MM.yyyy'}",
                "31.12.2001 1.2.2003 ! {'base': 'date', 'format': 'd.M.yyyy'}",
                "20011231 20020101 ! {'base': 'date', 'format': 'yyyyMMdd'}",
                "20019931 20020101 ! 'integer'",
                "2001-02-03T04:05:06Z 2001-02-03T04:05:06.5+01:00 ! 'dateTime'",
                "2001-02-03T04:05 2001-12-03T14:05 !"
                        + " {'base': 'dateTime', 'format': 'yyyy-MM-ddTHH:mm'}",
                "10:00:00 23:59:59 ! 'time'",
                "10:00 23:59 ! {'base': 'time', 'format': 'HH:mm'}",
                "2001-02 2002-12 ! 'gYearMonth'",
                "2001-02-30 2001-02-28 ! 'string'",
                "http://example.org/a https://example.org/b ! 'anyURI'",
                "http://example.org/a http://example.org/{b} ! 'string'",
                "P1Y P3DT4H ! 'duration'",
            })
    void valuesOfOneKindGetItsDatatype(String values, String expected) throws Undescribable {
        assertEquals(expected, datatype("x", values.split(" ")));
    }

    @Test
    void datesWithTimesBehindASpaceGetAPattern() throws Undescribable {
        assertEquals(
                "{'base': 'dateTime', 'format': 'yyyy-MM-dd HH:mm:ss.SSS'}",
                datatype("x", "2001-02-03 04:05:06.125", "2001-02-03 04:05:06.5"));
    }

    @Test
    void spacesCanPartGroupsOfDigits() throws Undescribable {
        assertEquals(
                "{'base': 'decimal', 'format': {'decimalChar': ',', 'groupChar': ' '}}",
                datatype("x", "1 234,5", "12", "1\u00A0000 000"));
    }

    @Test
    void whichOfTwoNumbersIsTheDayIsSaidToBeAGuess() throws Undescribable {
        Described described = column("x", "01/02/2003", "03/04/2005");
        assertEquals("{'base': 'date', 'format': 'dd/MM/yyyy'}", described.datatype(2));
        assertTrue(described.why(2).contains("the other way round: MM/dd/yyyy"), described.why(2));
        Described clear = column("x", "01/02/2003", "03/14/2005");
        assertEquals("{'base': 'date', 'format': 'MM/dd/yyyy'}", clear.datatype(2));
        assertFalse(clear.why(2).contains("round"), clear.why(2));
    }

    @Test
    void anotherColumnTellsWhichIsTheDay() throws Undescribable {
        Described described =
                Described.of("a,from,to\nx,01/02/2003,01/31/2003\ny,03/04/2005,03/05/2005\n");
        assertEquals(List.of(), described.findings());
        assertEquals("{'base': 'date', 'format': 'MM/dd/yyyy'}", described.datatype(2));
        assertTrue(described.why(2).contains("another column"), described.why(2));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '!',
            value = {
                "true false ! 'boolean'",
                "Y N ! {'base': 'boolean', 'format': 'Y|N'}",
                "ja nein ! {'base': 'boolean', 'format': 'ja|nein'}",
                "TRUE TRUE ! {'base': 'boolean', 'format': 'TRUE|FALSE'}",
                "Y X ! 'string'",
                "Y Y ! 'string'",
                "yes NO ! 'string'"
            })
    void pairsOfWordsAreTrueAndFalse(String values, String expected) throws Undescribable {
        assertEquals(expected, datatype("x", values.split(" ")));
    }

    @Test
    void zeroAndOneAreTruthsOnlyUnderANameThatAsks() throws Undescribable {
        assertEquals("'integer'", datatype("x", "0", "1", "1"));
        assertTrue(column("x", "0", "1", "1").why(2).contains("perhaps false and true"));
        assertEquals("{'base': 'boolean', 'format': '1|0'}", datatype("is_member", "0", "1", "1"));
    }

    @Test
    void yearsAreYearsUnderAName() throws Undescribable {
        assertEquals("'gYear'", datatype("birthyear", "1950", "2001"));
        assertEquals("'integer'", datatype("size", "1950", "2001"));
        assertTrue(column("size", "1950", "2001").why(2).contains("perhaps years"));
    }

    @Test
    void wordsForNoValueAreNullsAmongNumbers() throws Undescribable {
        Described described = column("x", "1", "NA", "", "3", ".");
        assertEquals(
                "{'name': 'x', 'titles': 'x', 'datatype': 'integer', 'null': ['', '.', 'NA']}",
                described.column(2));
        assertTrue(
                described.why(2).contains("no value: \\'.\\' (1), \\'NA\\' (1)"), described.why(2));
    }

    @Test
    void namibiaIsNoMissingCode() throws Undescribable {
        Described described = Described.of("code,size\nAZ,1\nNA,2\nRU,NA\nDE,4\n");
        assertEquals(List.of(), described.findings());
        assertEquals(
                "{'name': 'code', 'titles': 'code', 'datatype': 'string'}", described.column(1));
        assertTrue(described.why(1).contains("taken for a value"), described.why(1));
    }

    @Test
    void aWordForNoValueAmongNumbersCountsAmongTexts() throws Undescribable {
        Described described = Described.of("k,text,size\na,Anna,1\nb,NA,2\nc,Bo,NA\n");
        assertEquals(List.of(), described.findings());
        assertTrue(described.column(2).contains("'null': ['', 'NA']"), described.column(2));
        Described alone = Described.of("k,text,size\na,Anna,1\nb,NA,2\nc,Bo,3\n");
        assertFalse(alone.column(2).contains("null"), alone.column(2));
        assertTrue(alone.why(2).contains("perhaps a word for no value"), alone.why(2));
    }

    @Test
    void aCodeBelowZeroCountsIfItComesAgain() throws Undescribable {
        Described often = column("x", "4", "-9", "-9", "7", "-9");
        assertTrue(often.column(2).contains("'null': ['', '-9']"), often.column(2));
        Described once = column("x", "4", "-9", "7", "8");
        assertFalse(once.column(2).contains("null"), once.column(2));
        assertTrue(once.why(2).contains("perhaps a code for no value"), once.why(2));
        Described cold = column("x", "4", "-9", "-9", "-9", "-3", "8");
        assertFalse(cold.column(2).contains("null"), cold.column(2));
        assertFalse(cold.why(2).contains("perhaps"), cold.why(2));
    }

    @Test
    void ninesFarAboveTheOthersAreOnlyToldOf() throws Undescribable {
        Described described = column("x", "4", "999", "999", "7", "8");
        assertFalse(described.column(2).contains("null"), described.column(2));
        assertTrue(described.why(2).contains("far above the others"), described.why(2));
    }

    @Test
    void zerosBeforeDigitsAreKept() throws Undescribable {
        Described described = column("code", "007", "012", "100");
        assertEquals("'string'", described.datatype(2));
        assertTrue(described.why(2).contains("2 begin with a zero"), described.why(2));
    }

    @Test
    void codesOfOneLengthGetIt() throws Undescribable {
        assertEquals(
                "{'base': 'string', 'length': 3}",
                datatype(
                        "iso", "AZE", "RUS", "DEU", "FRA", "ITA", "ESP", "PRT", "POL", "CZE", "SVK",
                        "HUN"));
    }

    @Test
    void listsAreListsWhereTheirItemsComeAgain() throws Undescribable {
        Described described =
                Described.of("k,who\n1,Ann|Bob\n2,Bob|Cyd|Ann\n3,Cyd\n4,Ann|Cyd\n5,Bob|Ann\n");
        assertEquals(List.of(), described.findings());
        assertTrue(described.column(2).contains("'separator': '|'"), described.column(2));
        Described spaced = Described.of("k,who\n1,Ann; Bob\n2,Bob; Cyd; Ann\n3,Cyd\n4,Ann; Cyd\n");
        assertTrue(spaced.column(2).contains("'separator': '; '"), spaced.column(2));
    }

    @Test
    void sentencesWithSemicolonsAreNoLists() throws Undescribable {
        Described described =
                Described.of(
                        """
                        k,what
                        1,They met in the capital; nobody knew what had been agreed upon there
                        2,It rained all day long; the delegation stayed inside the whole evening
                        3,A long paper was read out in full; the press was not impressed by it
                        """);
        assertFalse(described.column(2).contains("separator"), described.column(2));
    }

    @Test
    void exceptionsAreNamed() throws Undescribable {
        Described described =
                column("x", "1", "2", "3", "4", "5", "6", "7", "8", "9", "c. 10", "11");
        assertEquals("'string'", described.datatype(2));
        assertTrue(described.why(2).contains("10 of them are numbers, but not"), described.why(2));
        assertTrue(described.why(2).contains("c. 10"), described.why(2));
    }

    @Test
    void columnsWithoutAnyValueSaySo() throws Undescribable {
        Described described = Described.of("a,b,c\n1,,2\n3,,4\n");
        assertEquals(List.of(), described.findings());
        assertEquals("'no value in any row'", described.why(2));
    }

    @Test
    void namesAreSafeAndDifferent() throws Undescribable {
        Described described =
                Described.of(
                        "Größe in m,a b,a-b,_x,Название,,100%,a b\n1,2,3,4,5,6,7,8\n9,1,2,3,4,5,6,7\n");
        assertEquals(List.of(), described.findings());
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            names.add(described.column(i).replaceAll(".*'name': '([^']*)'.*", "$1"));
        }
        assertEquals(
                List.of("Gro_e_in_m", "a_b", "a_b_2", "x", "column_5", "column_6", "100", "a_b_3"),
                names);
    }
}
