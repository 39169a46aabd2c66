package chancery.table.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayBytesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String mended(byte[] bytes, int atOnce) throws IOException {
        InputStream drops =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        return super.read(into, from, Math.min(length, atOnce));
                    }
                };
        try (InputStream in = new StrayBytes(drops, WINDOWS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 20})
    void aByteOfAnotherEncodingIsReadInItAndTheRestStays(int atOnce) throws IOException {
        byte[] bytes =
                joined(
                        utf8("Dačić, ə€𝄞 "),
                        new byte[] {(byte) 0x85},
                        utf8("\nKatrín"),
                        new byte[] {(byte) 0xE9, 'x', (byte) 0xC3});
        assertEquals("Dačić, ə€𝄞 …\nKatrínéxÃ", mended(bytes, atOnce));
    }

    @Test
    void textInUtf8IsTheSame() throws IOException {
        String text = "əÇ𝄞".repeat(50_000);
        assertEquals(text, mended(utf8(text), 4096));
    }

    @Test
    void oneByteAtATimeIsTheSame() throws IOException {
        byte[] bytes = joined(utf8("é"), new byte[] {(byte) 0x85});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new StrayBytes(new ByteArrayInputStream(bytes), WINDOWS)) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                out.write(one);
            }
        }
        assertArrayEquals(utf8("é…"), out.toByteArray());
    }
}
