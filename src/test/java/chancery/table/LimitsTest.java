package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables that no memory can hold, for both readers.
class LimitsTest {
    /// One that Commons CSV cuts, one that our own reader cuts.
    static final Dialect[] DIALECTS = {
        Dialect.DEFAULT, Dialects.of(d -> d.trim = Dialect.Trim.END),
    };

    private static final Limits SMALL = new Limits(100, 150, 40);

    private static String refusal(InputStream in, Dialect dialect, Limits limits) {
        Source source = new Source("t.csv", () -> in);
        return String.valueOf(
                assertThrows(
                                MalformedTable.class,
                                () -> {
                                    try (TableReader reader =
                                            TableReader.openAny(source, dialect, limits, c -> {})) {
                                        for (Optional<Row> row = reader.next(); row.isPresent(); ) {
                                            row = reader.next();
                                        }
                                    }
                                })
                        .getMessage());
    }

    private static String refusal(String csv, Dialect dialect) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return refusal(new ByteArrayInputStream(bytes), dialect, SMALL);
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void whatIsLongerThanTheLimitIsRefusedWithItsLine(Dialect dialect) {
        String bare =
                "t.csv:3: found a field of more than 100 characters, expected at most so many";
        assertEquals(bare, refusal("a,b\n1,2\n1," + "x".repeat(101) + "\n", dialect));
        assertEquals(
                "t.csv:3: found a field, whose quote is perhaps never closed, of more than 100"
                        + " characters, expected at most so many",
                refusal("a,b\n1,2\n1,\"" + "x".repeat(101) + "\"\n", dialect));
        assertEquals(
                "t.csv:2: found a comment of more than 100 characters, expected at most so many",
                refusal("a,b\n#" + "x".repeat(101) + "\n1,2\n", dialect));
        assertEquals(
                "t.csv:3: found a comment of more than 100 characters, expected at most so many",
                refusal("a,b\n#c\n#" + " ".repeat(100) + "x\n1,2\n", dialect));
        assertEquals(
                "t.csv:2: found a record of more than 150 characters, expected at most so many",
                refusal("a,b\n" + ("x".repeat(80) + ",").repeat(2) + "\n", dialect));
        assertEquals(
                "t.csv:2: found a record of more than 40 fields, expected at most so many",
                refusal("a,b\n" + ",".repeat(40) + "\n", dialect));
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void whatIsAsLongAsTheLimitIsRead(Dialect dialect) throws MalformedTable {
        String csv =
                "a,b\n#"
                        + "c".repeat(100)
                        + "\n"
                        + "x".repeat(100)
                        + ",\""
                        + "\"\"".repeat(50)
                        + "\"\n"
                        + ",".repeat(39)
                        + "\nlast,row\n";
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(bytes));
        try (TableReader reader = TableReader.openAny(source, dialect, SMALL, c -> {})) {
            assertEquals(100, reader.next().orElseThrow().fields().getFirst().length());
            assertEquals(40, reader.next().orElseThrow().fields().size());
            Row last = reader.next().orElseThrow();
            assertEquals("last", last.fields().getFirst());
            assertEquals(new Position("t.csv", 5, 5, 3), last.position());
        }
    }

    /// A gigabyte of one byte behind a beginning.
    private static final class Gigabyte extends InputStream {
        private static final long LENGTH = 1L << 30;

        private final byte[] beginning;
        private final byte filling;
        private long passed;

        Gigabyte(String beginning, char filling) {
            this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
            this.filling = (byte) filling;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (passed >= LENGTH) {
                return -1;
            }
            for (int i = 0; i < length; i++, passed++) {
                into[offset + i] = passed < beginning.length ? beginning[(int) passed] : filling;
            }
            return length;
        }
    }

    private static void refusesEarly(
            String beginning, char filling, Dialect dialect, Consumer<String> message) {
        Gigabyte in = new Gigabyte(beginning, filling);
        message.accept(refusal(in, dialect, Limits.USUAL));
        long most = Limits.USUAL.recordCharacters() + (1L << 20);
        assertTrue(in.passed <= most, in.passed + " bytes were read");
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void aGigabyteThatIsOneFieldIsRefusedAfterAFewPercent(Dialect dialect) {
        refusesEarly(
                "a,b\n1,",
                'x',
                dialect,
                message ->
                        assertEquals(
                                "t.csv:2: found a field of more than 67,108,864 characters, expected"
                                        + " at most so many",
                                message));
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void aGigabyteBehindAQuoteNeverClosedIsRefusedWithTheLineOfTheQuote(Dialect dialect) {
        refusesEarly(
                "a,b\n1,2\n1,\"",
                '\n',
                dialect,
                message ->
                        assertEquals(
                                "t.csv:3: found a field, whose quote is perhaps never closed, of"
                                        + " more than 67,108,864 characters, expected at most so"
                                        + " many",
                                message));
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void aGigabyteOfDelimitersIsRefusedAsARecordOfTooManyFields(Dialect dialect) {
        refusesEarly(
                "a,b\n",
                ',',
                dialect,
                message ->
                        assertEquals(
                                "t.csv:2: found a record of more than 1,048,576 fields, expected at"
                                        + " most so many",
                                message));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aLimitThatLetsNothingThroughIsAMistake(int none) {
        assertThrows(IllegalArgumentException.class, () -> new Limits(none, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, none, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, none));
    }

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void aHundredThousandColumnsAreRead(Dialect dialect) throws IOException, MalformedTable {
        String csv = ("x,".repeat(99_999) + "x\n").repeat(3);
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(bytes));
        try (TableReader reader = TableReader.openAny(source, dialect, c -> {})) {
            assertEquals(100_000, reader.header().size());
            assertEquals(100_000, reader.next().orElseThrow().fields().size());
        }
    }
}
