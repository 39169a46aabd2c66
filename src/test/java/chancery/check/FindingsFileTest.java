package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.check.Finding.Code;
import chancery.table.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingsFileTest {
    private static final int MORE_THAN_ARE_KEPT = 11_000;

    private static Findings some(int count) {
        Random random = new Random(count);
        Findings findings = new Findings();
        Code[] codes = {Code.DATATYPE, Code.UNKNOWN_CODE, Code.PATTERN};
        for (int i = 0; i < count; i++) {
            findings.add(
                    new Finding(
                            codes[random.nextInt(codes.length)],
                            random.nextBoolean() ? Severity.ERROR : Severity.WARNING,
                            new Position("a.csv", i + 2, i + 2, i + 1),
                            1 + random.nextInt(3),
                            "column",
                            "\ud800 ä " + random.nextInt(count / 2 + 1),
                            "another"));
        }
        return findings;
    }

    private static byte[] written(Findings findings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FindingsFile.write(findings, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Findings read(byte[] bytes) throws IOException {
        return FindingsFile.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static void assertSame(Findings expected, Findings read) {
        assertEquals(expected.sorted(), read.sorted());
        assertEquals(expected.repeated(), read.repeated());
        assertEquals(expected.counts(), read.counts());
        assertEquals(expected.lines(), read.lines());
        assertEquals(expected.size(), read.size());
        assertEquals(expected.errors(), read.errors());
    }

    @Test
    void whatIsReadTellsTheSame() throws IOException {
        for (int count : new int[] {0, 1, 100, MORE_THAN_ARE_KEPT}) {
            Findings findings = some(count);
            assertSame(findings, read(written(findings)));
        }
    }

    @Test
    void whatIsReadIsAddedToOthersAsTheFindingsThemselves() throws IOException {
        Findings one = some(30);
        Findings other = some(30);
        one.addAll(some(MORE_THAN_ARE_KEPT));
        other.addAll(read(written(some(MORE_THAN_ARE_KEPT))));
        assertSame(one, other);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        byte[] bytes = written(some(50));
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] begin = Arrays.copyOf(bytes, length);
            assertThrows(IOException.class, () -> read(begin), "of " + length);
        }
    }
}
