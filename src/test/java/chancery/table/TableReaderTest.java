package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static Source source(byte[] bytes) {
        return new Source("seeds/t.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static List<Row> rows(String table, Dialect dialect) throws MalformedTable {
        return rows(table.getBytes(StandardCharsets.UTF_8), dialect);
    }

    private static List<Row> rows(byte[] table, Dialect dialect) throws MalformedTable {
        List<Row> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(source(table), dialect)) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static String refusal(byte[] table) {
        return String.valueOf(
                assertThrows(MalformedTable.class, () -> rows(table, Dialect.DEFAULT))
                        .getMessage());
    }

    private static String refusal(String table) {
        return refusal(table.getBytes(StandardCharsets.UTF_8));
    }

    private static Dialect dialect(
            String delimiter, int skipRows, int skipColumns, boolean skipBlank, Dialect.Trim trim) {
        return new Dialect(
                "#",
                delimiter,
                true,
                StandardCharsets.UTF_8,
                true,
                1,
                List.of("\n"),
                '"',
                skipBlank,
                skipColumns,
                false,
                skipRows,
                trim);
    }

    @Test
    void headerAndRowsComeWithTheirPositions() throws MalformedTable {
        byte[] table = "id,label\na,Alpha\nb,\"Be,ta\"\n".getBytes(StandardCharsets.UTF_8);
        try (TableReader reader = TableReader.open(source(table), Dialect.DEFAULT)) {
            assertEquals(List.of("id", "label"), reader.header());
            assertEquals(new Position("seeds/t.csv", 1, 1, 0), reader.headerPosition());
            assertEquals(
                    Optional.of(
                            new Row(new Position("seeds/t.csv", 2, 2, 1), List.of("a", "Alpha"))),
                    reader.next());
            assertEquals(
                    Optional.of(
                            new Row(new Position("seeds/t.csv", 3, 3, 2), List.of("b", "Be,ta"))),
                    reader.next());
            assertEquals(Optional.empty(), reader.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aRowKnowsTheLineItsRecordStartsOn(String end) throws MalformedTable {
        String table =
                "id,label\n#a comment\n#\na,\"two\nlines\"\n\nb,\"x\ny\nz\"\nc,C"
                        .replace("\n", end);
        List<Position> positions =
                rows(table, Dialect.DEFAULT).stream().map(Row::position).toList();
        assertEquals(
                List.of(
                        new Position("seeds/t.csv", 4, 4, 1),
                        new Position("seeds/t.csv", 6, 5, 2),
                        new Position("seeds/t.csv", 7, 6, 3),
                        new Position("seeds/t.csv", 10, 7, 4)),
                positions);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstName() throws MalformedTable {
        byte[] table = "\uFEFFid\na\n".getBytes(StandardCharsets.UTF_8);
        try (TableReader reader = TableReader.open(source(table), Dialect.DEFAULT)) {
            assertEquals(List.of("id"), reader.header());
        }
    }

    @Test
    void theDialectSaysWhatIsLeftOut() throws MalformedTable {
        String table = "about this file\n;id;label\n;a; Alpha \n\n;b;Beta\n";
        List<Row> rows = rows(table, dialect(";", 1, 1, true, Dialect.Trim.BOTH));
        assertEquals(
                List.of(List.of("a", "Alpha"), List.of("b", "Beta")),
                rows.stream().map(Row::fields).toList());
        assertEquals(new Position("seeds/t.csv", 5, 5, 2), rows.get(1).position());
    }

    @Test
    void rowsOfAnyLengthPass() throws MalformedTable {
        assertEquals(
                List.of(List.of("1"), List.of("1", "2", "3")),
                rows("a,b\n1\n1,2,3\n", Dialect.DEFAULT).stream().map(Row::fields).toList());
    }

    @Test
    void anotherEncodingIsReadIfTheDialectSaysSo() throws MalformedTable {
        Charset latin = StandardCharsets.ISO_8859_1;
        Dialect d = Dialect.DEFAULT;
        Dialect dialect =
                new Dialect(
                        null,
                        ",",
                        true,
                        latin,
                        true,
                        1,
                        d.lineTerminators(),
                        null,
                        false,
                        0,
                        false,
                        0,
                        d.trim());
        assertEquals(
                List.of("#é", "\"x\""),
                rows("a,b\n#é,\"x\"\n".getBytes(latin), dialect).get(0).fields());
    }

    @Test
    void aMissingFileIsRefused() {
        assertEquals(
                "seeds/none.csv: found no such file, expected a table",
                assertThrows(
                                MalformedTable.class,
                                () ->
                                        TableReader.open(
                                                Source.of(Path.of("seeds/none.csv")),
                                                Dialect.DEFAULT))
                        .getMessage());
    }

    @Test
    void anEmptyFileIsRefused() {
        assertEquals("seeds/t.csv: found an empty file, expected a header", refusal(""));
    }

    @Test
    void aQuoteNeverClosedIsReportedWhereItOpens() {
        assertEquals(
                "seeds/t.csv:4: a quote opened here is never closed",
                refusal("id,label\na,A\n\"b\nb\",\"Beta\nc,C\nd,D\n"));
    }

    @Test
    void textAfterAClosingQuoteIsReportedWhereTheRecordStarts() {
        assertEquals(
                "seeds/t.csv:3: a quote that closes in line 5 is followed by text,"
                        + " expected \",\" or the end of the line",
                refusal("id,label\na,A\nb,\"Beta\nc,C\nd,\"D\"\n"));
    }

    @Test
    void aColumnNamedTwiceOrNotAtAllIsRefused() {
        assertEquals(
                "seeds/t.csv:1: found column \"id\" twice, expected every name once",
                refusal("id,label,id\n"));
        assertEquals(
                "seeds/t.csv:1: found no name for column 2, expected a name", refusal("id,\n"));
    }

    @Test
    void aColumnWithoutANameCanBeCalledByItsPlace() throws MalformedTable {
        byte[] table = "id,,\na,b,c\n".getBytes(StandardCharsets.UTF_8);
        try (TableReader reader = TableReader.openNumbered(source(table), Dialect.DEFAULT)) {
            assertEquals(List.of("id", "_col.2", "_col.3"), reader.header());
        }
        byte[] twice = "id,,id\n".getBytes(StandardCharsets.UTF_8);
        assertThrows(
                MalformedTable.class,
                () -> TableReader.openNumbered(source(twice), Dialect.DEFAULT).close());
    }

    @Test
    void brokenUtf8IsRefusedWithItsLine() {
        byte[] table =
                "id,label\r\na,A\r\nb,caf\u00e9\r\nc,C\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("seeds/t.csv:3: found the byte 0xE9, expected text in UTF-8", refusal(table));
    }

    @Test
    void aCharacterCutOffAtTheEndIsRefused() {
        byte[] table = {'i', 'd', '\n', (byte) 0xE2, (byte) 0x82};
        assertEquals("seeds/t.csv:2: found the byte 0xE2, expected text in UTF-8", refusal(table));
    }

    @Test
    void characterPairsSurviveTheEdgesOfBuffers() throws MalformedTable {
        String text = "x" + "\uD83D\uDE00é".repeat(20_000);
        assertEquals(text, rows("id\n" + text + "\n", Dialect.DEFAULT).get(0).fields().get(0));
    }

    @Test
    void aHundredThousandQuotesAreReadInTime() {
        String quotes = "\"".repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertEquals(
                                49_999,
                                rows("id\n" + quotes + "\n", Dialect.DEFAULT)
                                        .get(0)
                                        .fields()
                                        .get(0)
                                        .length()));
    }
}
