package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a bare file is cut into rows and fields, and in which encoding it is.
class DialectInferenceTest {
    private static Described clean(String table) throws Undescribable {
        Described described = Described.of(table);
        assertEquals(List.of(), described.findings());
        assertEquals(List.of(), described.faults());
        return described;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void aDelimiterIsTheSignThatPartsAllRowsAlike(String sign) throws Undescribable {
        String table = "id,name,size\n1,Ann,3\n2,Bob,4\n3,Cyd,5\n".replace(",", sign);
        Described described = clean(table);
        assertTrue(
                described.dialect().contains("'delimiter': '" + sign.replace("\t", "\\t") + "'"),
                described.dialect());
        assertEquals("'id'", described.key());
    }

    @Test
    void aCommaBeforeFractionsIsNoDelimiter() throws Undescribable {
        Described described = clean("a;b\n1,5;2,5\n3,25;4,5\n1,75;1,0\n");
        assertEquals(
                "{'encoding': 'utf-8', 'delimiter': ';', 'header': true}", described.dialect());
    }

    @Test
    void commasInsideQuotesPartNothing() throws Undescribable {
        Described described =
                clean(
                        """
                        id;text
                        1;"one, two, three"
                        2;"four; five"
                        3;plain
                        """);
        assertEquals(
                "{'encoding': 'utf-8', 'delimiter': ';', 'header': true}", described.dialect());
    }

    @Test
    void oneColumnOfTextsWithCommasStaysOne() throws Undescribable {
        Described described = clean("quote\nTo be, or not\nThat is the question\nA, b, and c\n");
        assertTrue(described.column(1).contains("'titles': 'quote'"), described.column(1));
        assertThrows(IndexOutOfBoundsException.class, () -> described.column(2));
    }

    @Test
    void quotesThatQuoteNothingAreLetters() throws Undescribable {
        Described described = clean("item\tsize\npipe\t5\" wide\nhose\t6\" wide\nrod\tnone\n");
        assertTrue(described.dialect().contains("'quoteChar': null"), described.dialect());
    }

    @Test
    void apostrophesCanQuote() throws Undescribable {
        Described described = clean("a,b\n'x, y','z'\n'u, v','w'\n");
        assertTrue(described.dialect().contains("'quoteChar': '''"), described.dialect());
    }

    @Test
    void aBackslashCanStandBeforeAQuote() throws Undescribable {
        Described described =
                clean("a,b\n1,\"say \\\"yes\\\", he said\"\n2,\"no, \\\"x\\\"\"\n3,\"k\"\n");
        assertTrue(described.dialect().contains("'doubleQuote': false"), described.dialect());
    }

    @Test
    void spaceBehindDelimitersBeforeQuotesIsSkipped() throws Undescribable {
        Described described = clean("a, b\n1, \"x, y\"\n2, \"u, v\"\n");
        assertTrue(described.dialect().contains("'skipInitialSpace': true"), described.dialect());
    }

    @Test
    void aFirstRowOfValuesIsNoHeader() throws Undescribable {
        Described described = clean("1,Ann,2001-02-03\n2,Bob,2002-03-04\n3,Cyd,2003-04-05\n");
        assertEquals(
                "{'encoding': 'utf-8', 'delimiter': ',', 'header': false}", described.dialect());
        assertEquals("{'name': 'column_3', 'datatype': 'date'}", described.column(3));
    }

    @Test
    void yearsAsNamesOfColumnsAreAHeader() throws Undescribable {
        Described described = clean("country,1990,1991,1992\nAZ,1,2,3\nRU,4,5,6\n");
        assertTrue(described.dialect().contains("'header': true"), described.dialect());
        assertEquals(
                "{'name': '1990', 'titles': '1990', 'datatype': 'integer'}", described.column(2));
    }

    @Test
    void commentsAreToldFromRows() throws Undescribable {
        Described described = clean("# made by hand\nid,n\n1,2\n# half-way, at last, done\n3,4\n");
        assertTrue(described.dialect().contains("'commentPrefix': '#'"), described.dialect());
        assertTrue(described.description().contains("2 rows"), described.description());
    }

    @Test
    void aHeaderThatBeginsWithTheSignOfCommentsIsAHeader() throws Undescribable {
        Described described = clean("#id,n\n1,2\n3,4\n");
        assertTrue(described.dialect().contains("'commentPrefix': null"), described.dialect());
        assertEquals(
                "{'name': 'id', 'titles': '#id', 'datatype': 'integer', 'required': true}",
                described.column(1));
    }

    @Test
    void linesAboveTheTableAreSkipped() throws Undescribable {
        Described described =
                clean("Trade of states\nsource: customs\n\nstate,year,sum\nAZ,2001,5\nRU,2002,6\n");
        assertTrue(described.dialect().contains("'skipRows': 3"), described.dialect());
        assertTrue(
                described.description().contains("the first 3 lines stand before the table"),
                described.description());
    }

    @Test
    void aTitleInASpreadsheetIsSkipped() throws Undescribable {
        Described described = clean("Trade,,\nstate,year,sum\nAZ,2001,5\nRU,2002,6\n");
        assertTrue(described.dialect().contains("'skipRows': 1"), described.dialect());
    }

    @Test
    void blankLinesArePassedOver() throws Undescribable {
        Described described = clean("a,b\n1,2\n\n3,4\n\n\n");
        assertTrue(described.dialect().contains("'skipBlankRows': true"), described.dialect());
        assertTrue(
                described.description().contains("2 rows and 3 blank ones"),
                described.description());
    }

    @Test
    void rowNamesWithoutATitleAreAColumn() throws Undescribable {
        Described described = clean("x,y,z\nr1,1,2,3\nr2,4,5,6\nr3,7,8,9\n");
        assertEquals(
                "{'encoding': 'utf-8', 'delimiter': ',', 'header': false, 'skipRows': 1}",
                described.dialect());
        assertEquals(
                "{'name': 'column_1', 'datatype': 'string', 'required': true}",
                described.column(1));
        assertEquals("{'name': 'x', 'titles': 'x', 'datatype': 'integer'}", described.column(2));
    }

    @Test
    void rowsOfAnotherLengthAreFaultsWithTheirLines() throws Undescribable {
        Described described = Described.of("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n");
        assertEquals(
                List.of("t.csv: 2 rows with another number of fields than 3 (lines 3, 5)"),
                described.faults());
        assertEquals(
                List.of(
                        "t.csv:3: found 2 fields, expected 3 [field-count]",
                        "t.csv:5: found 4 fields, expected 3 [field-count]"),
                described.findings());
        assertTrue(described.description().contains("fault: 2 rows"), described.description());
    }

    @Test
    void aQuoteNeverClosedIsAFault() throws Undescribable {
        String rows = "7,\"x\"\n".repeat(50_000);
        Described described = Described.of("a,b\n" + rows + "8,\"y\n" + "9,z\n");
        assertEquals(1, described.findings().size());
        assertTrue(
                described.faults().getFirst().contains("cannot be read on from line 50,002")
                        || described.faults().getFirst().contains("from line 50002"),
                described.faults().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, utf-8",
        "windows-1252, windows-1252",
        "UTF-16LE, utf-16le",
        "UTF-16BE, utf-16be"
    })
    void theEncodingIsFoundOut(String charset, String label) throws Undescribable {
        String table = "id,name\n1,Zoë\n2,Müller\n3,Åsa\n";
        Described described = Described.of(table, Charset.forName(charset));
        assertEquals(List.of(), described.findings());
        assertTrue(
                described.dialect().contains("'encoding': '" + label + "'"), described.dialect());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws Undescribable {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            Described described = Described.of("\uFEFFid,n\n1,2\n2,3\n", charset);
            assertEquals(List.of(), described.findings());
            assertEquals("'id'", described.key());
        }
    }

    @Test
    void cyrillicInAnOldEncodingIsFoundOut() throws Undescribable {
        String row =
                "1,Азербайджан и Россия подписали договор\n2,Договор о дружбе и сотрудничестве\n";
        Described described =
                Described.of("id,text\n" + row.repeat(20), Charset.forName("windows-1251"));
        assertTrue(described.dialect().contains("windows-1251"), described.dialect());
        assertEquals(List.of(), described.findings());
    }

    @Test
    void oneBrokenByteInUtf8IsAFault() throws Undescribable {
        byte[] bytes =
                "id,name\n1,Zoë Müller Åsa é è ü\n2,X\n3,y\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0x85;
        Described described = Described.of(Map.of("t.csv", bytes), 0);
        assertTrue(described.dialect().contains("utf-8"), described.dialect());
        assertTrue(described.faults().toString().contains("0x85"), described.faults().toString());
        assertTrue(
                described.description().contains("1 byte beyond ASCII is no UTF-8"),
                described.description());
    }
}
