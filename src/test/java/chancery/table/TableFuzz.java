package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Any bytes are a table or a [MalformedTable] in any dialect; Commons CSV and our own reader cut
/// the same records and refuse the same; records are counted one by one, and lines go forwards.
public final class TableFuzz {
    private static final Limits SMALL = new Limits(256, 512, 32);

    private TableFuzz() {}

    /// @param input a character that chooses the dialect, then the table
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] table = Arrays.copyOfRange(input, 1, input.length);
        Dialect dialect = dialect(Byte.toUnsignedInt(input[0]));
        if (CommonsRecords.canRead(dialect)) {
            for (Limits limits : List.of(Limits.USUAL, SMALL)) {
                assertEquals(
                        all(new RecordReader(text(table, dialect), dialect, 1, limits)),
                        all(new CommonsRecords(text(table, dialect), dialect, limits)));
            }
        }
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(table));
        Position last = Position.of("t.csv");
        long rows = 0;
        try (TableReader reader = TableReader.openAny(source, dialect, comment -> {})) {
            assertTrue(reader.headers().size() <= dialect.headerRowCount());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                Position at = row.get().position();
                rows++;
                assertEquals(rows, at.row());
                assertTrue(at.record() > last.record() && at.line() >= last.line(), at::toString);
                last = at;
            }
        } catch (MalformedTable e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("t.csv:"), e::getMessage);
        }
    }

    /// `0` and the signs near it read as well as any byte.
    private static Dialect dialect(int choice) {
        List<Dialect> forBoth = RecordsTest.FOR_BOTH;
        int own = choice % 32;
        return own < forBoth.size()
                ? forBoth.get(own)
                : Dialects.of(
                        d -> {
                            d.delimiter = List.of(",", "||", "\t", "\n").get(choice / 8 % 4);
                            d.doubleQuote = choice % 2 == 0;
                            d.commentPrefix = choice % 4 == 1 ? "//" : "#";
                            d.trim = List.of(Dialect.Trim.values()).get(choice / 64);
                            d.skipInitialSpace = choice % 8 == 3;
                            d.skipBlankRows = choice % 3 == 0;
                            d.skipRows = choice % 5 == 0 ? 1 : 0;
                            d.skipColumns = choice % 7 == 0 ? 2 : 0;
                            d.headerRowCount = choice % 3;
                            d.encoding =
                                    choice % 11 == 0
                                            ? StandardCharsets.UTF_16
                                            : StandardCharsets.UTF_8;
                            d.lineTerminators =
                                    choice % 13 == 0
                                            ? List.of("\r\n", "\n", "\r", ";;")
                                            : List.of("\r\n", "\n");
                        });
    }

    private static Reader text(byte[] table, Dialect dialect) {
        return new BufferedReader(
                new DecodingReader(new ByteArrayInputStream(table), dialect.encoding()));
    }

    /// All that is read, and at the end why it goes no further, if so.
    private static List<Object> all(Records records) throws IOException {
        List<Object> all = new ArrayList<>();
        try {
            for (Records.Entry e = records.next(); e != null; e = records.next()) {
                all.add(e);
            }
        } catch (Records.Uncuttable e) {
            all.add(e.line() + ": " + e.getMessage());
        } catch (DecodingReader.BrokenText e) {
            all.add(e.line() + ": " + e.getMessage());
        }
        return all;
    }
}
