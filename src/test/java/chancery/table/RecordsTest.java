package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Wherever the dialect lets Commons CSV cut the records, they are those of our own reader.
class RecordsTest {
    static final List<Dialect> FOR_BOTH =
            List.of(
                    Dialect.DEFAULT,
                    DialectDefaults.of("text/csv"),
                    DialectDefaults.of("text/tab-separated-values"),
                    Dialects.of(d -> d.quoteChar = null),
                    Dialects.of(
                            d -> {
                                d.quoteChar = '\'';
                                d.delimiter = ";";
                                d.commentPrefix = "%";
                            }),
                    Dialects.of(
                            d -> {
                                d.delimiter = " ";
                                d.commentPrefix = null;
                            }));

    static final List<Consumer<Dialects>> FOR_OURS =
            List.of(
                    d -> d.delimiter = "||",
                    d -> d.delimiter = "\"",
                    d -> d.delimiter = "#",
                    d -> d.delimiter = "\n",
                    d -> d.quoteChar = '#',
                    d -> d.doubleQuote = false,
                    d -> d.commentPrefix = "//",
                    d -> d.commentPrefix = "",
                    d -> d.skipInitialSpace = true,
                    d -> d.trim = Dialect.Trim.START,
                    d -> d.trim = Dialect.Trim.END,
                    d -> d.trim = Dialect.Trim.BOTH,
                    d -> d.lineTerminators = List.of("\r\n", "\n"),
                    d -> d.lineTerminators = List.of("\n", "\r"),
                    d -> d.lineTerminators = List.of("\n"),
                    d -> d.lineTerminators = List.of("\r\n", "\n", "\r", ";;"));

    private static Reader text(byte[] table) {
        return new BufferedReader(
                new DecodingReader(new ByteArrayInputStream(table), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    /// All that is read, and at the end why it goes no further, if so.
    private static List<Object> all(Records records) {
        List<Object> all = new ArrayList<>();
        try {
            for (Records.Entry e = records.next(); e != null; e = records.next()) {
                all.add(e);
            }
        } catch (Records.Uncuttable e) {
            all.add(e.line() + ": " + e.getMessage());
        } catch (DecodingReader.BrokenText e) {
            all.add(e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private static List<Object> both(byte[] table, Dialect dialect, String why) {
        try {
            List<Object> ours = all(new RecordReader(text(table), dialect, 1));
            assertEquals(ours, all(new CommonsRecords(text(table), dialect, Limits.USUAL)), why);
            return ours;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n\r\n",
                "\r\r\n\n",
                "a",
                "a,",
                ",",
                ",\n,",
                "a,b\n",
                "a,b\r",
                "a,b\r\n\r\nc,d",
                "\"\"",
                "\"\",\"\"\n",
                "\"\"\"\"",
                "\"a\"\"\"\n\"\"\"a\"",
                "\"a\nb\",\"c\r\nd\",\"e\rf\"\nnext",
                "\"a\r\"\r\n\"\nb\"",
                "a\"b,c\"\"d,\"e\"\"f\",g\"\nh,i\"j\"",
                " \"a\"\n",
                "\"a\" ,b\n",
                "x\n\"a\nb\"\t\ny\n",
                "x\n\"a\" b,c\ny",
                "x\n\"a\nb\"c",
                "x\ny,\"never\nclosed\n\n",
                "x\n#one\n# \"two \u0001\ny,\"never",
                "\"",
                "#",
                "#\n",
                "#\n#",
                "# first \r\n#second\r\r\na\n#last",
                "a\n#b,\"c\nd\n\"#e\"\n #f\n\"g\n#h\"\n",
                "a,#b\n#,\n,#",
                "\uFEFF\"a\",b\n",
                "\uFEFF#a\nb",
                "\uFEFF\uFEFFa",
                "\uFEFF",
                "é,\uD83D\uDE00\u2028b\u0085c\u000Bd\fe\u0000f\uFFFE,\uFFFF\n\u00A0\n",
                "a\\,b\\\"c,\"d\\\"\"e\",\\n\n"
            })
    void theSameRecordsLinesAndErrors(String table) {
        for (Dialect dialect : FOR_BOTH) {
            String withDelimiter = table.replace(",", dialect.delimiter());
            both(bytes(table), dialect, dialect.toString());
            both(bytes(withDelimiter), dialect, dialect.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "a\r", "a\r\n", "a,", "\"a\"", "\"a\n", "#a\n", "#a\nb\n#"})
    void aBrokenCharacterEndsBothAtTheSamePlace(String before) {
        byte[] good = bytes("id,label\n" + before);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(good);
        table.write(0xFF);
        table.writeBytes(bytes("\nb\n"));
        List<Object> read = both(table.toByteArray(), Dialect.DEFAULT, "");
        assertEquals(new Records.Entry.Fields(1, List.of("id", "label"), List.of()), read.get(0));
        assertTrue(
                read.getLast().toString().endsWith("found the byte 0xFF, expected text in UTF-8"));
    }

    /// Short tables of the letters that matter, and long ones that cross the edges of buffers.
    @Test
    void theSameForAnyTable() {
        long seed = 20_260_214;
        Random random = new Random(seed);
        List<String> parts =
                List.of(
                        "a",
                        "é",
                        "\uD83D\uDE00",
                        " ",
                        ",",
                        ",",
                        ";",
                        "\t",
                        "\"",
                        "\"",
                        "\"\"",
                        "'",
                        "\n",
                        "\r",
                        "\r\n",
                        "#",
                        "%",
                        "\n#",
                        ",\"",
                        "\",",
                        "\"\n",
                        "\uFEFF");
        for (int i = 0; i < 6_000; i++) {
            String table = any(random, parts, random.nextInt(16));
            Dialect dialect = FOR_BOTH.get(i % FOR_BOTH.size());
            both(bytes(table), dialect, "seed " + seed + ", table " + i);
        }
        List<String> harmless = List.of("a", "é ", ",", "\n", "\r\n#b", "\"c\nd\"\"\"\n");
        for (int i = 0; i < 20; i++) {
            String line = "\"" + any(random, List.of("x", "\n", "\"\""), 9_000) + "\"\n";
            String table = any(random, harmless, 20_000) + "\n" + line + any(random, parts, 20_000);
            both(bytes(table), Dialect.DEFAULT, "seed " + seed + ", long table " + i);
        }
    }

    private static String any(Random random, List<String> parts, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    @Test
    void commonsReadsAWellWrittenTableToItsEnd() throws IOException, Records.Uncuttable {
        String table = "id,b\n#c\n\"a\n\"\"b\",5\" pipe\r\n\r\"x\",\nlast,\"1\"";
        CommonsRecords records =
                new CommonsRecords(new StringReader(table), Dialect.DEFAULT, Limits.USUAL);
        List<Records.Entry> read = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            read.add(records.next());
            assertFalse(records.handedOver());
        }
        assertEquals(
                List.of(
                        new Records.Entry.Fields(1, List.of("id", "b"), List.of()),
                        new Records.Entry.Comment(2, "c"),
                        new Records.Entry.Fields(3, List.of("a\n\"b", "5\" pipe"), List.of(1)),
                        new Records.Entry.Fields(5, List.of(""), List.of()),
                        new Records.Entry.Fields(6, List.of("x", ""), List.of()),
                        new Records.Entry.Fields(7, List.of("last", "1"), List.of())),
                read);
        assertNull(records.next());
    }

    @ParameterizedTest
    @FieldSource("FOR_BOTH")
    void commonsReadsWhatItCan(Dialect dialect) throws IOException {
        assertInstanceOf(CommonsRecords.class, Records.of(new StringReader(""), dialect));
    }

    @ParameterizedTest
    @FieldSource("FOR_OURS")
    void ourReaderReadsTheRest(Consumer<Dialects> changes) throws IOException {
        assertInstanceOf(
                RecordReader.class, Records.of(new StringReader(""), Dialects.of(changes)));
    }
}
