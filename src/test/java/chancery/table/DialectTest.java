package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Corners of the dialect that the official tests leave out.
class DialectTest {
    private final List<String> comments = new ArrayList<>();
    private List<List<String>> headers = List.of();

    private List<Row> rows(String table, Consumer<Dialects> changes) throws MalformedTable {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(bytes));
        List<Row> rows = new ArrayList<>();
        try (TableReader reader =
                TableReader.openAny(source, Dialects.of(changes), comments::add)) {
            headers = reader.headers();
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private List<List<String>> fields(String table, Consumer<Dialects> changes)
            throws MalformedTable {
        return rows(table, changes).stream().map(Row::fields).toList();
    }

    @Test
    void aQuotedFieldMayHoldAnything() throws MalformedTable {
        assertEquals(
                List.of(List.of("a,b", "", "\"", "x\r\ny\nz")),
                fields("\"a,b\",\"\",\"\"\"\",\"x\r\ny\nz\"\n", d -> d.headerRowCount = 0));
    }

    @Test
    void withoutDoubledQuotesABackslashTakesTheNextCharacterAsItIs() throws MalformedTable {
        assertEquals(
                List.of(List.of("a\"b", "c,d", "e\\f", "n")),
                fields(
                        "\"a\\\"b\",c\\,d,e\\\\f,\\n\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.doubleQuote = false;
                        }));
    }

    @Test
    void aQuoteInsideABareFieldIsTakenAsItStandsAndNoted() throws MalformedTable {
        Row row = rows("5\"6,b\"c\"\n", d -> d.headerRowCount = 0).getFirst();
        assertEquals(List.of("5\"6", "b\"c\""), row.fields());
        assertEquals(List.of(0, 1), row.strayQuotes());
    }

    @Test
    void delimiterQuoteAndCommentMayBeOthers() throws MalformedTable {
        assertEquals(
                List.of(List.of("a", "b||c", "d|e"), List.of("", "", "f")),
                fields(
                        "// by hand\na||'b||c'||d|e\n||||f\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.delimiter = "||";
                            d.quoteChar = '\'';
                            d.commentPrefix = "//";
                        }));
        assertEquals(List.of("by hand"), comments);
        assertEquals(
                List.of(List.of("é", "ü")),
                fields(
                        "éßü\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.delimiter = "ß";
                        }));
        assertEquals(
                List.of(List.of("\"a", "b\"")),
                fields(
                        "\"a,b\"\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.quoteChar = null;
                        }));
    }

    @Test
    void namedLineTerminatorsAreTheOnlyOnes() throws MalformedTable {
        List<Row> rows =
                rows(
                        "a\nb;;c\rd;;e",
                        d -> {
                            d.headerRowCount = 0;
                            d.lineTerminators = List.of(";;");
                        });
        assertEquals(
                List.of(List.of("a\nb"), List.of("c\rd"), List.of("e")),
                rows.stream().map(Row::fields).toList());
        assertEquals(List.of(1L, 2L, 3L), rows.stream().map(r -> r.position().line()).toList());
    }

    @Test
    void aTableMayEndWithoutALineTerminator() throws MalformedTable {
        assertEquals(
                List.of(List.of("a", ""), List.of("b")),
                fields("a,\nb", d -> d.headerRowCount = 0));
        assertEquals(List.of(List.of("a", "")), fields("a,", d -> d.headerRowCount = 0));
        assertEquals(List.of(), fields("", d -> d.headerRowCount = 0));
        assertEquals(List.of(), fields("", d -> d.headerRowCount = 1));
        assertEquals(List.of(), headers);
    }

    @Test
    void skippedRowsCountCommentsAndAreTold() throws MalformedTable {
        List<Row> rows = rows("#by hand\nabout,this\na,b\n#in between\n1,2\n", d -> d.skipRows = 2);
        assertEquals(List.of(List.of("a", "b")), headers);
        assertEquals(List.of(new Position("t.csv", 5, 5, 1)), List.of(rows.get(0).position()));
        assertEquals(List.of("by hand", "about,this", "in between"), comments);
    }

    @Test
    void aHashStartsNoCommentWhereTheDialectSaysSo() throws MalformedTable {
        assertEquals(
                List.of(List.of("#1"), List.of("#2")),
                fields(
                        "#1\n#2\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.commentPrefix = null;
                        }));
    }

    @Test
    void aHeaderMayHaveSeveralRowsAndRepeatItself() throws MalformedTable {
        assertEquals(
                List.of(List.of("1", "2")),
                fields("a,a\nin km,\n1,2\n", d -> d.headerRowCount = 2));
        assertEquals(List.of(List.of("a", "a"), List.of("in km", "")), headers);
    }

    @Test
    void skippedColumnsMayBeMoreThanThereAre() throws MalformedTable {
        assertEquals(
                List.of(List.of(), List.of("3")),
                fields(
                        "1\n1,2,3\n",
                        d -> {
                            d.headerRowCount = 0;
                            d.skipColumns = 2;
                        }));
    }

    @Test
    void blankRowsAreRowsUnlessTheyAreSkipped() throws MalformedTable {
        String table = "1,2\n\n , \n,\n3,4\n";
        assertEquals(5, rows(table, d -> d.headerRowCount = 0).size());
        List<Row> rows =
                rows(
                        table,
                        d -> {
                            d.headerRowCount = 0;
                            d.skipBlankRows = true;
                        });
        assertEquals(
                List.of(new Position("t.csv", 1, 1, 1), new Position("t.csv", 5, 5, 2)),
                rows.stream().map(Row::position).toList());
    }

    @Test
    void trimmingKnowsItsEndsAndQuotesMayStandAmongSpaces() throws MalformedTable {
        String table = " a ,\t\"b \" \n";
        assertEquals(List.of(" a ", "\t\"b \" "), trimmed(table, Dialect.Trim.NONE, false));
        assertEquals(List.of("a", "b"), trimmed(table, Dialect.Trim.BOTH, false));
        assertEquals(List.of("a ", "b"), trimmed(" a ,\"b\"\n", Dialect.Trim.START, false));
        assertEquals(List.of(" a", "b"), trimmed(" a ,\"b\"\t\n", Dialect.Trim.END, false));
        assertEquals(List.of("a ", "b"), trimmed(" a , \"b\"\n", Dialect.Trim.NONE, true));
    }

    private List<String> trimmed(String table, Dialect.Trim trim, boolean skipInitialSpace)
            throws MalformedTable {
        return fields(
                        table,
                        d -> {
                            d.headerRowCount = 0;
                            d.trim = trim;
                            d.skipInitialSpace = skipInitialSpace;
                        })
                .getFirst();
    }

    @Test
    void whatFollowsAClosingQuoteEndsTheReading() {
        assertEquals(
                "t.csv:2: a quote that closes in line 3 is followed by text, expected \",\" or the"
                        + " end of the line",
                assertThrows(
                                MalformedTable.class,
                                () -> rows("a\n\"b\nc\" d\n", d -> d.headerRowCount = 1))
                        .getMessage());
    }

    /// Whatever is written by the rules of RFC 4180 is read as it was, at every edge of the buffer.
    @Test
    void whatIsWrittenIsRead() throws MalformedTable {
        long seed = 20_260_101;
        Random random = new Random(seed);
        String letters = "ab,\"\n\r #;é\uD83D\uDE00";
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                int length = random.nextInt(6);
                row.add(
                        random.ints(length, 0, letters.codePointCount(0, letters.length()))
                                .map(n -> letters.codePoints().skip(n).findFirst().orElseThrow())
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining()));
            }
            rows.add(row);
        }
        String table =
                rows.stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(f -> "\"" + f.replace("\"", "\"\"") + "\"")
                                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n"));
        assertEquals(rows, fields(table, d -> d.headerRowCount = 0), "seed " + seed);
    }
}
