package chancery.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnswerBodyTest {
    private static final int WHOLE = AnswerBody.WHOLE_BYTES;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aShortAnswerIsKeptBack() throws IOException {
        byte[] all = bytes(WHOLE);
        AnswerBody body = body(all, 2 * WHOLE);
        assertFalse(body.isStreaming());
        assertArrayEquals(all, body.whole().orElseThrow());
        assertArrayEquals(all, body.copy().orElseThrow());
    }

    @Test
    void aLongAnswerIsSentAndACopyKept() throws IOException {
        byte[] all = bytes(2 * WHOLE);
        AnswerBody body = body(all, 2 * WHOLE);
        assertTrue(body.isStreaming());
        assertTrue(body.whole().isEmpty());
        assertArrayEquals(all, sent.toByteArray());
        assertArrayEquals(all, body.copy().orElseThrow());
    }

    @Test
    void ofTooLongAnAnswerNoCopyIsKept() throws IOException {
        byte[] all = bytes(2 * WHOLE + 1);
        AnswerBody body = body(all, 2 * WHOLE);
        assertArrayEquals(all, sent.toByteArray());
        assertTrue(body.copy().isEmpty());
    }

    @Test
    void ofAnAnswerWithoutItsEndThereIsNoCopy() throws IOException {
        AnswerBody body = new AnswerBody(Long.MAX_VALUE, 2L * WHOLE, () -> sent);
        body.write(bytes(WHOLE + 1));
        assertTrue(body.isCutShort());
        assertTrue(body.copy().isEmpty());
    }

    private AnswerBody body(byte[] all, long copy) throws IOException {
        AnswerBody body = new AnswerBody(Long.MAX_VALUE, copy, () -> sent);
        for (int from = 0; from < all.length; from += 7_777) {
            body.write(all, from, Math.min(7_777, all.length - from));
        }
        body.finish();
        return body;
    }

    private static byte[] bytes(int length) {
        byte[] all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = (byte) (i * 31);
        }
        return all;
    }
}
