package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files that nobody would call a table.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class HostileInferenceTest {
    @Test
    void aHundredThousandColumns() throws Undescribable {
        StringBuilder table = new StringBuilder();
        for (int line = 0; line < 4; line++) {
            for (int i = 0; i < 100_000; i++) {
                table.append(i == 0 ? "" : ",").append(line == 0 ? "c" : "").append(i + line);
            }
            table.append('\n');
        }
        Described described = Described.of(table.toString());
        assertEquals(List.of(), described.findings());
        assertTrue(described.column(100_000).contains("'c99999'"), described.column(100_000));
    }

    @Test
    void aHundredThousandColumnsOfOneName() throws Undescribable {
        String header = "n" + ",n".repeat(99_999) + "\n";
        Described described = Described.of(header + "1" + ",1".repeat(99_999) + "\n");
        assertEquals(List.of(), described.findings());
        assertTrue(described.column(100_000).contains("'n_100000'"), described.column(100_000));
    }

    @Test
    void oneGiganticField() throws Undescribable {
        Described plain = Described.of("a,b\n1," + "x".repeat(30_000_000) + "\n2,y\n");
        assertEquals(List.of(), plain.findings());
        Described digits = Described.of("a,b\n1," + "1".repeat(5_000_000) + "\n2,7\n");
        assertEquals(List.of(), digits.findings());
        assertEquals("'string'", digits.datatype(2));
    }

    @Test
    void noLineEndAtAll() throws Undescribable {
        Described described = Described.of("word ".repeat(2_000_000));
        assertEquals(List.of(), described.findings());
    }

    @Test
    void aMillionBlankLines() {
        Undescribable refused =
                assertThrows(Undescribable.class, () -> Described.of("\n".repeat(1_000_000)));
        assertEquals("t.csv: found blank lines only, expected a table", refused.getMessage());
    }

    @Test
    void aMillionBlankLinesBehindATable() throws Undescribable {
        Described described = Described.of("a,b\n1,2\n" + "\n".repeat(1_000_000));
        assertEquals(List.of(), described.findings());
        assertTrue(described.description().contains("1,000,000 blank ones"), "nothing said");
    }

    @Test
    void aHundredThousandQuotes() throws Undescribable {
        Described even = Described.of("a,b\n1," + "\"".repeat(100_000) + "\n2,x\n");
        assertEquals(List.of(), even.findings());
        Described.of("a,b\n1," + "\"".repeat(100_001) + "\n2,x\n");
    }

    @Test
    void bytesThatAreNoText() {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        Undescribable refused =
                assertThrows(Undescribable.class, () -> Described.of(Map.of("t.csv", bytes), 0));
        assertEquals(
                "t.csv: found bytes that are no text, expected a CSV file", refused.getMessage());
    }

    @Test
    void aZeroByteFarDownIsNoText() {
        byte[] bytes = ("a,b\n" + "1,2\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = 0;
        assertThrows(Undescribable.class, () -> Described.of(Map.of("t.csv", bytes), 0));
    }

    @Test
    void onlyAByteOrderMark() {
        assertThrows(Undescribable.class, () -> Described.of("\uFEFF"));
    }

    @Test
    void onlyAHeader() throws Undescribable {
        Described described = Described.of("a,b,c\n");
        assertEquals(List.of(), described.findings());
        assertTrue(described.description().contains("0 rows"), described.description());
    }

    @Test
    void whiteSpaceInAHundredThousandWays() throws Undescribable {
        StringBuilder table = new StringBuilder("a,b\n");
        for (int i = 1; i < 500; i++) {
            table.append(i).append(',').append(" ".repeat(i)).append('\n');
        }
        Described described = Described.of(table.toString());
        assertEquals(List.of(), described.findings());
    }
}
